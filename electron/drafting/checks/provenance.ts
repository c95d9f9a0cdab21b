import type { SentenceEvidence } from '../../../shared/domain/note.ts';
import type { NoteLanguage } from '../../../shared/domain/session.ts';
import { type NoteLine, splitSentences } from '../../../shared/notes/note-text.ts';
import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { TextSpan } from '../../../shared/text.ts';

import { withoutEnd } from './record.ts';

/** A generated note that the technician started from. */
export interface NoteBase {
  readonly markdown: string;
  readonly evidence: readonly SentenceEvidence[];
}

type Origin = Pick<SentenceEvidence, 'provenance' | 'evidence_ids'>;

/** A sentence with its place in a line. */
type Known = TextSpan & Origin;

/** The sentences of bases by their words, for a search from any word on. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** Sentences that end here, by their last word without punctuation. */
  readonly ends: Map<string, Origin>;
}

/** Words looked at beyond those of the note itself; a text that repeats itself without end needs no more. */
const MOST_STEPS = 100_000;

/**
 * Where each sentence of a note comes from. A whole sentence of a base keeps its evidence in whatever
 * line it is, also after lines were joined or reordered; the newest base decides. Standard text is
 * `fixed`. The rest is the technician's own. Headings and blank lines are left out.
 */
export function traceSentences(
  lines: readonly NoteLine[],
  bases: readonly NoteBase[],
  language: NoteLanguage,
): SentenceEvidence[] {
  const wholeLines = linesOfBases(bases);
  let tree: Branch | undefined;
  let steps = MOST_STEPS;
  return lines.flatMap((line): SentenceEvidence[] => {
    if (line.kind === 'heading' || line.kind === 'blank' || line.text === '') return [];
    const place = (span: TextSpan, origin: Origin): SentenceEvidence => ({
      line: line.number,
      from: line.textFrom + span.from,
      to: line.textFrom + span.to,
      provenance: origin.provenance,
      evidence_ids: [...origin.evidence_ids],
    });
    const known = wholeLines.get(line.text);
    if (known !== undefined) return known.map((one) => place(one, one));
    tree ??= treeOf(bases, language);
    const found = findSentences(line.text, tree, () => --steps > 0);
    return fillGaps(line.text, found).map((one) => place(one, one));
  });
}

/** The lines of the bases by their text after the marker: most lines of a note are one of them. */
function linesOfBases(bases: readonly NoteBase[]): ReadonlyMap<string, readonly Known[]> {
  const all = new Map<string, { readonly base: NoteBase; readonly sentences: readonly Known[] }>();
  for (const base of bases) {
    const texts = base.markdown.split('\n').map((text) => text.replace(/^- /, '').trimEnd());
    for (const group of byLine(base.evidence)) {
      const [first, last] = [group[0], group.at(-1)];
      if (first === undefined || last === undefined) continue;
      const text = base.markdown.slice(first.from, last.to);
      if (texts[first.line - 1] !== text) continue;
      const sentences = group.map((one) => ({
        ...one,
        from: one.from - first.from,
        to: one.to - first.from,
      }));
      const same = all.get(text);
      if (same === undefined) all.set(text, { base, sentences });
      else if (same.base === base) {
        all.set(text, { base, sentences: withIdsOf(same.sentences, sentences) });
      }
    }
  }
  return new Map(Array.from(all, ([text, { sentences }]) => [text, sentences]));
}

function byLine(evidence: readonly SentenceEvidence[]): SentenceEvidence[][] {
  const groups: SentenceEvidence[][] = [];
  for (const one of evidence) {
    const group = groups.at(-1);
    if (group?.[0]?.line === one.line) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** A line that one note has twice rests on the rows of both. */
function withIdsOf(sentences: readonly Known[], others: readonly Known[]): Known[] {
  return sentences.map((one, index) => ({
    ...one,
    evidence_ids: [...new Set([...one.evidence_ids, ...(others[index]?.evidence_ids ?? [])])],
  }));
}

function treeOf(bases: readonly NoteBase[], language: NoteLanguage): Branch {
  const tree: Branch = { next: new Map(), ends: new Map() };
  for (const { markdown, evidence } of bases) {
    for (const one of evidence) {
      if (one.provenance !== 'technician') plant(tree, markdown.slice(one.from, one.to), one);
    }
  }
  for (const text of Object.values(FIXED_SENTENCES[language])) {
    plant(tree, text, { provenance: 'fixed', evidence_ids: [] });
  }
  return tree;
}

function plant(tree: Branch, text: string, origin: Origin): void {
  const words = text.trim().split(/\s+/);
  let branch = tree;
  words.forEach((word, index) => {
    if (index === words.length - 1) {
      const last = withoutEnd(word);
      if (last !== '' && !branch.ends.has(last)) branch.ends.set(last, origin);
      return;
    }
    let next = branch.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), ends: new Map() };
      branch.next.set(word, next);
    }
    branch = next;
  });
}

/** The longest known sentence from each word on; it must end with punctuation or with the line. */
function findSentences(text: string, tree: Branch, mayGoOn: () => boolean): Known[] {
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
  const found: Known[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let branch: Branch | undefined = tree;
    let longest: { readonly end: number; readonly origin: Origin } | undefined;
    for (let at = start; branch !== undefined && at < words.length && mayGoOn(); at += 1) {
      const word: string = words[at]?.word ?? '';
      const origin: Origin | undefined = branch.ends.get(withoutEnd(word));
      const isEnd = at === words.length - 1 || /[.,;:!?…]["“”’»)\]]{0,3}$/.test(word);
      // A single word is a sentence only where nothing is beside it.
      if (origin !== undefined && isEnd && (at > start || words.length === 1)) {
        longest = { end: at, origin };
      }
      branch = branch.next.get(word);
    }
    if (longest === undefined) continue;
    const [first, last] = [words[start], words[longest.end]];
    if (first !== undefined && last !== undefined) {
      found.push({ ...longest.origin, from: first.from, to: last.to });
    }
    start = longest.end;
  }
  return found;
}

const OWN: Origin = { provenance: 'technician', evidence_ids: [] };

/** The technician's own sentences between the known ones. */
function fillGaps(text: string, found: readonly Known[]): Known[] {
  const all: Known[] = [];
  let end = 0;
  const fill = (to: number) => {
    for (const { from: start, to: stop } of splitSentences(text.slice(end, to))) {
      all.push({ ...OWN, from: end + start, to: end + stop });
    }
  };
  for (const one of found) {
    fill(one.from);
    all.push(one);
    end = one.to;
  }
  fill(text.length);
  return all;
}
