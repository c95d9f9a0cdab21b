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

/** Known sentences by their words, for a search from any word on. */
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
  return lines.flatMap(({ kind, text, number, textFrom }): SentenceEvidence[] => {
    if (kind === 'heading' || kind === 'blank' || text === '') return [];
    let known = wholeLines.get(text);
    if (known === undefined) {
      tree ??= treeOf(bases, language);
      known = withGaps(
        text,
        findSentences(text, tree, () => --steps > 0),
      );
    }
    return known.map(({ from, to, provenance, evidence_ids }) => ({
      line: number,
      from: textFrom + from,
      to: textFrom + to,
      provenance,
      evidence_ids: [...evidence_ids],
    }));
  });
}

/** The lines of the bases by their text after the marker: most lines of a note are one of them. */
function linesOfBases(bases: readonly NoteBase[]): ReadonlyMap<string, readonly Known[]> {
  const lines = new Map<string, readonly Known[]>();
  // The newest comes last, and decides.
  for (const { markdown, evidence } of bases.toReversed()) {
    const own = new Map<string, readonly Known[]>();
    for (const group of byLine(evidence)) {
      const [first, last] = [group[0], group.at(-1)];
      if (first === undefined || last === undefined) continue;
      const isWhole =
        /(?:^|\n)(?:- )?$/.test(markdown.slice(Math.max(0, first.from - 3), first.from)) &&
        (last.to === markdown.length || markdown.charAt(last.to) === '\n');
      if (!isWhole) continue;
      const text = markdown.slice(first.from, last.to);
      // A line that one note has twice rests on the rows of both.
      const same = own.get(text);
      const sentences = group.map(({ from, to, provenance, evidence_ids }, index) => ({
        from: from - first.from,
        to: to - first.from,
        provenance,
        evidence_ids:
          same === undefined
            ? evidence_ids
            : [...new Set([...(same[index]?.evidence_ids ?? []), ...evidence_ids])],
      }));
      own.set(text, sentences);
      lines.set(text, sentences);
    }
  }
  return lines;
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

function treeOf(bases: readonly NoteBase[], language: NoteLanguage): Branch {
  const tree: Branch = { next: new Map(), ends: new Map() };
  const plant = (text: string, origin: Origin) => {
    const words = text.trim().split(/\s+/);
    const last = withoutEnd(words.pop() ?? '');
    let branch = tree;
    for (const word of words) {
      const next: Branch = branch.next.get(word) ?? { next: new Map(), ends: new Map() };
      branch.next.set(word, next);
      branch = next;
    }
    if (last !== '' && !branch.ends.has(last)) branch.ends.set(last, origin);
  };
  for (const { markdown, evidence } of bases) {
    for (const one of evidence) {
      if (one.provenance !== 'technician') plant(markdown.slice(one.from, one.to), one);
    }
  }
  for (const text of Object.values(FIXED_SENTENCES[language])) {
    plant(text, { provenance: 'fixed', evidence_ids: [] });
  }
  return tree;
}

/** The longest known sentence from each word on; it must end with punctuation or with the line. */
function findSentences(text: string, tree: Branch, mayGoOn: () => boolean): Known[] {
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ word, from: index }));
  const found: Known[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const from = words[start]?.from ?? 0;
    let branch: Branch | undefined = tree;
    let longest: Known | undefined;
    let end = start;
    for (let at = start; branch !== undefined && at < words.length && mayGoOn(); at += 1) {
      const { word, from: wordFrom }: { word: string; from: number } = words[at] ?? {
        word: '',
        from,
      };
      const isEnd = at === words.length - 1 || /[.,;:!?…]["“”’»)\]]{0,3}$/.test(word);
      // A single word is a sentence only where nothing is beside it.
      const origin: Origin | undefined =
        isEnd && (at > start || words.length === 1) ? branch.ends.get(withoutEnd(word)) : undefined;
      if (origin !== undefined) {
        const { provenance, evidence_ids } = origin;
        longest = { provenance, evidence_ids, from, to: wordFrom + word.length };
        end = at;
      }
      branch = branch.next.get(word);
    }
    if (longest === undefined) continue;
    found.push(longest);
    start = end;
  }
  return found;
}

/** The known sentences of a line and, between them, the technician's own. */
function withGaps(text: string, found: readonly Known[]): Known[] {
  let end = 0;
  const own = (to: number) =>
    splitSentences(text.slice(end, to)).map(
      (span): Known => ({
        from: end + span.from,
        to: end + span.to,
        provenance: 'technician',
        evidence_ids: [],
      }),
    );
  const all = found.flatMap((one) => {
    const before = own(one.from);
    end = one.to;
    return [...before, one];
  });
  return [...all, ...own(text.length)];
}
