import type { Finding, SentenceEvidence } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';

/** What the editor keeps of a sentence; its place moves with the text. */
export interface SentenceSource {
  readonly provenance: SentenceEvidence['provenance'];
  readonly evidence_ids: readonly string[];
}

/**
 * What the margin says of a line. `grounded`: rests on the record. `fixed`: standard text.
 * `statement`: the technician's own words. `warn`, `block`: a check found something.
 */
export type LineTone = 'grounded' | 'fixed' | 'statement' | 'warn' | 'block';

export interface LineMark {
  readonly tone: LineTone;
  /** The few words at the right of the line: `2 facts`. */
  readonly label: string;
}

/** What the margin says of a line with these sentences and findings; undefined for nothing. */
export function lineMark(
  sentences: readonly SentenceSource[],
  levels: readonly Finding['level'][],
): LineMark | undefined {
  const label = lineLabel(sentences);
  if (levels.includes('block')) return { tone: 'block', label };
  if (levels.includes('warn')) return { tone: 'warn', label };
  if (sentences.length === 0) return undefined;
  if (sentences.some(({ provenance }) => provenance === 'technician')) {
    return { tone: 'statement', label };
  }
  const isGrounded = sentences.some(({ evidence_ids }) => evidence_ids.length > 0);
  return { tone: isGrounded ? 'grounded' : 'fixed', label };
}

function lineLabel(sentences: readonly SentenceSource[]): string {
  const rows = evidenceLabel(sentences.flatMap(({ evidence_ids }) => evidence_ids));
  const isOwn = sentences.some(
    ({ provenance, evidence_ids }) => provenance === 'technician' && evidence_ids.length === 0,
  );
  if (isOwn) return rows === '' ? 'your words' : `${rows}, yours`;
  if (rows !== '' || sentences.length === 0) return rows;
  return sentences.every(({ provenance }) => provenance === 'fixed') ? 'standard text' : 'no fact';
}

const KIND_WORDS = {
  fact: ['fact', 'facts'],
  check: ['check', 'checks'],
  script: ['script', 'scripts'],
  fix: ['fix', 'fixes'],
} as const;

/** `2 facts`, `1 fact, 1 script`, `session`: what a line rests on, in a few words. */
export function evidenceLabel(evidenceIds: readonly string[]): string {
  const ids = [...new Set(evidenceIds)];
  const parts = Object.entries(KIND_WORDS).flatMap(([kind, [one, many]]) => {
    const count = ids.filter((id) => id.startsWith(`${kind}:`)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return [...parts, ...(ids.includes('session') ? ['session'] : [])].join(', ');
}

/** How many lines rest on each evidence id; the knowledge column shows it as "used in 2 lines". */
export function usageOf(evidence: readonly SentenceEvidence[]): Readonly<Record<string, number>> {
  const lines: Record<string, Set<number>> = {};
  for (const { line, evidence_ids } of evidence) {
    for (const id of evidence_ids) {
      lines[id] ??= new Set();
      lines[id].add(line);
    }
  }
  return Object.fromEntries(Object.entries(lines).map(([id, { size }]) => [id, size]));
}

/** Finds the words behind an evidence id; `undefined` for one that is gone. */
export type EvidenceNames = (evidenceId: string) => string | undefined;

/** Names for everything in a session that a sentence can rest on. */
export function evidenceNames(snapshot: SessionSnapshot): EvidenceNames {
  const names = new Map<string, string>([['session', 'Session details']]);
  for (const { id, text } of snapshot.facts) names.set(`fact:${id}`, text);
  for (const { id, title } of snapshot.fixes) names.set(`fix:${id}`, `Fix: ${title}`);
  for (const { id, name } of snapshot.scripts) names.set(`script:${id}`, `Script: ${name}`);
  for (const { id, instruction } of snapshot.checks) {
    names.set(`check:${id}`, `Check: ${instruction}`);
  }
  return (evidenceId) => names.get(evidenceId);
}

/** A text as it was checked, with its sentences. */
interface CheckedText {
  readonly text: string;
  readonly evidence: readonly SentenceEvidence[];
}

/**
 * The doubts of the second reader at their sentences in a text that may have changed since it was
 * read: each at the nearest sentence with the same words. Doubts about words that are gone are dropped.
 */
export function placeDoubts(
  doubts: readonly Finding[],
  readText: string,
  { text, evidence }: CheckedText,
): readonly Finding[] {
  if (text === readText) return doubts;
  return doubts.flatMap((doubt) => {
    const words = readText.slice(doubt.from, doubt.to);
    const [nearest] = evidence
      .filter(({ from, to }) => text.slice(from, to) === words)
      .sort((a, b) => Math.abs(a.from - doubt.from) - Math.abs(b.from - doubt.from));
    if (nearest === undefined) return [];
    const { line, from, to } = nearest;
    return [{ ...doubt, line, from, to }];
  });
}
