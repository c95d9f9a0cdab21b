import type { Finding, NoteCheck } from '../../../shared/domain/note.ts';
import { lineAt } from '../../../shared/notes/note-text.ts';
import { leftOut } from '../note-document.ts';
import { contactsRule, internalValuesRule } from './customer.ts';
import { evidenceRule, quotesRule, valuesRule } from './grounding.ts';
import { headingsRule } from './headings.ts';
import { lengthRule, repetitionRule } from './length.ts';
import { type NoteInput, type NoteView, viewNote } from './note-view.ts';
import { hiddenCharactersRule, markupRule, phrasesRule, placeholdersRule } from './plain-text.ts';
import { confidenceRule } from './results.ts';
import type { Fault, Rule } from './rule.ts';
import { knownSecretsRule, secretDoubtsRule, secretPatternsRule } from './secrets.ts';
import { contentRule, sectionsRule } from './sections.ts';

export type { NoteBase } from './provenance.ts';

/** Every rule. That lines of the technician's own are exempt from grounding is how sentences are traced. */
const NOTE_RULES: readonly Rule[] = [
  headingsRule,
  sectionsRule,
  contentRule,
  markupRule,
  placeholdersRule,
  phrasesRule,
  lengthRule,
  repetitionRule,
  evidenceRule,
  valuesRule,
  quotesRule,
  confidenceRule,
  internalValuesRule,
  contactsRule,
  hiddenCharactersRule,
  knownSecretsRule,
  secretPatternsRule,
  secretDoubtsRule,
];

/** More findings of one rule than this help nobody. */
const MOST_OF_A_RULE = 50;

/** Decides what a program can decide about a note. Never throws. */
export function checkNote(input: NoteInput): NoteCheck {
  const note = viewNote(input);
  const findings = NOTE_RULES.filter((rule) => rule.kinds.includes(note.kind)).flatMap((rule) =>
    rule
      .run(note)
      .slice(0, MOST_OF_A_RULE)
      .map((fault) => finding(note, rule, fault)),
  );
  const evidence = note.sentences.map(({ line, from, to, provenance, evidence_ids }) => ({
    line,
    from,
    to,
    provenance,
    evidence_ids,
  }));
  return {
    findings: findings.toSorted((one, other) => one.from - other.from || one.to - other.to),
    evidence,
    left_out: leftOut(note.kind, note.bundle, evidence),
  };
}

function finding(note: NoteView, { id, can_override }: Rule, fault: Fault): Finding {
  const length = note.markdown.length;
  const from = Math.min(fault.from, length);
  return {
    rule_id: id,
    level: fault.level,
    can_override,
    message: fault.message,
    line: lineAt(note.lines, from)?.number ?? 1,
    from,
    to: Math.min(Math.max(fault.to, from), length),
    repair: fault.repair ?? null,
  };
}
