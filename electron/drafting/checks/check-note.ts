import type { Finding, NoteCheck } from '../../../shared/domain/note.ts';
import { tokensOf } from '../language/similarity.ts';
import { uncited } from '../note-document.ts';
import { lineAt, type NoteInput, type NoteView, viewNote } from './note-view.ts';
import { NOTE_RULES } from './registry.ts';
import type { Fault, Rule } from './rule.ts';

/** Decides what a program can decide about a note. Never throws. */
export type NoteChecker = (input: NoteInput) => NoteCheck;

/** More findings of one rule than this help nobody. */
const MOST_OF_A_RULE = 50;

/** A checker over the given rules; those of other areas, such as the search for secrets, join here. */
export function createNoteChecker(rules: readonly Rule[] = NOTE_RULES): NoteChecker {
  return (input) => {
    const note = viewNote(input);
    const findings = rules
      .filter((rule) => rule.kinds.includes(note.kind))
      .flatMap((rule) =>
        rule
          .run(note)
          .slice(0, MOST_OF_A_RULE)
          .map((fault) => finding(note, rule, fault)),
      );
    return {
      findings: findings.toSorted((one, other) => one.from - other.from || one.to - other.to),
      evidence: [...note.evidence],
      left_out: leftOut(note),
    };
  };
}

export const checkNote: NoteChecker = createNoteChecker();

function finding(note: NoteView, rule: Rule, fault: Fault): Finding {
  const length = note.markdown.length;
  const from = Math.min(fault.from, length);
  return {
    rule_id: rule.id,
    level: fault.level ?? rule.level,
    can_override: rule.can_override,
    message: fault.message,
    line: lineAt(note.lines, from),
    from,
    to: Math.min(Math.max(fault.to, from), length),
    repair: fault.repair ?? null,
  };
}

/** How much of a fact's words a technician's line must hold to tell it. */
const TOLD = 0.8;

/** Bounds the work on a note of thousands of lines. */
const MOST_OWN_LINES = 200;

/** Confirmed facts that no line rests on; a line that a technician reworded still tells what it told. */
function leftOut(note: NoteView): string[] {
  const ids = uncited(
    note.bundle.facts.map((fact) => fact.evidence_id),
    note.evidence,
  );
  if (ids.length === 0) return [];
  const own = note.items
    .filter((item) => item.provenance === 'technician')
    .slice(0, MOST_OWN_LINES)
    .map((item) => tokensOf(item.block.text));
  if (own.length === 0) return ids;
  const texts = new Map(note.bundle.facts.map((fact) => [fact.evidence_id, fact.text]));
  return ids.filter((id) => {
    const wanted = tokensOf(texts.get(id) ?? '');
    return !own.some((line) => holdsMost(line, wanted));
  });
}

function holdsMost(line: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  if (wanted.size === 0 || line.size < wanted.size * TOLD) return false;
  let held = 0;
  for (const token of wanted) if (line.has(token)) held += 1;
  return held / wanted.size >= TOLD;
}
