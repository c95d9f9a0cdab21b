import type { Finding, LineEvidence } from '../../shared/domain/note.ts';
import { isHandOff } from './finding-groups.ts';

/**
 * What the margin says of a line. `grounded`: rests on recorded things. `fixed`: a sentence that the
 * note always holds. `statement`: the technician's own words. `warn`, `block`: a check found something.
 */
export type LineTone = 'grounded' | 'fixed' | 'statement' | 'warn' | 'block';

export interface LineMark {
  /** Counts from 1. */
  readonly line: number;
  readonly tone: LineTone;
  /** The few words at the right of the line: `2 facts`. */
  readonly label: string;
  readonly evidenceIds: readonly string[];
}

/** One mark for each line that has something to say, in line order. */
export function lineMarks(
  evidence: readonly LineEvidence[],
  findings: readonly Finding[],
): readonly LineMark[] {
  const marks = new Map<number, LineMark>();
  for (const entry of evidence) {
    marks.set(entry.line, {
      line: entry.line,
      tone: toneOf(entry),
      label: labelOf(entry),
      evidenceIds: entry.evidence_ids,
    });
  }
  for (const finding of findings) {
    // What the hand-off lacks is no fault of the line that it is told at.
    if (isHandOff(finding)) continue;
    const { line, level } = finding;
    const mark = marks.get(line) ?? { line, tone: 'fixed', label: '', evidenceIds: [] };
    if (mark.tone !== 'block') marks.set(line, { ...mark, tone: level });
  }
  return [...marks.values()].sort((a, b) => a.line - b.line);
}

function toneOf({ provenance, evidence_ids }: LineEvidence): LineTone {
  if (provenance === 'technician') return 'statement';
  return provenance === 'fixed' || evidence_ids.length === 0 ? 'fixed' : 'grounded';
}

function labelOf({ provenance, evidence_ids }: LineEvidence): string {
  if (evidence_ids.length > 0) return evidenceLabel(evidence_ids);
  if (provenance === 'technician') return 'your words';
  return provenance === 'fixed' ? '' : 'no fact';
}

/** `2 facts`, `1 fact, script`, `intake`: what a line rests on, in a few words. */
export function evidenceLabel(evidenceIds: readonly string[]): string {
  const counts = { fact: 0, fix: 0, script: 0, session: 0 };
  for (const id of new Set(evidenceIds)) {
    const kind = id.split(':', 1)[0] ?? '';
    if (kind === 'fact' || kind === 'fix' || kind === 'script' || kind === 'session') {
      counts[kind] += 1;
    }
  }
  const parts = [
    counted(counts.fact, 'fact', 'facts'),
    counted(counts.script, 'script', 'scripts'),
    counts.fix === 1 ? 'fix' : counted(counts.fix, 'fix', 'fixes'),
    counts.session > 0 ? 'intake' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function counted(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}

/** How many lines rest on each evidence id; the knowledge column shows it as "used in 2 lines". */
export function usageOf(evidence: readonly LineEvidence[]): Readonly<Record<string, number>> {
  const usage: Record<string, number> = {};
  for (const { evidence_ids } of evidence) {
    for (const id of new Set(evidence_ids)) usage[id] = (usage[id] ?? 0) + 1;
  }
  return usage;
}
