import type { Finding, NoteCheck, NoteKind } from '../../../shared/domain/note.ts';
import { lineAt } from '../../../shared/notes/note-text.ts';
import { leftOut } from '../note-document.ts';
import { checkContacts, checkInternalValues } from './customer.ts';
import { checkEvidence, checkQuotations, checkValues } from './grounding.ts';
import { type NoteInput, type Rule, viewNote } from './note-view.ts';
import {
  checkHiddenCharacters,
  checkLength,
  checkMarkup,
  checkPhrases,
  checkPlaceholders,
  checkRepetition,
  checkSecrets,
} from './plain-text.ts';
import { checkContent, checkHeadings, checkSections } from './structure.ts';

export type { NoteBase } from './provenance.ts';

/** Rules without exceptions: a posted secret cannot be called back, and a note with nothing in it is none. */
const NEVER_OVERRIDDEN = new Set(['X1', 'X2', 'S8']);

/** Every rule by its number in the list of note checks, and the one kind of note that it is for. */
const RULES: readonly (readonly [id: string, rule: Rule, only?: NoteKind])[] = [
  ['S1', checkHeadings],
  ['S2', checkSections],
  ['S3', checkMarkup],
  ['S4', checkPlaceholders],
  ['S5', checkPhrases],
  ['S6', checkLength],
  ['S7', checkRepetition],
  ['S8', checkContent],
  ['G1', checkEvidence],
  ['G2', checkValues],
  ['G3', checkQuotations],
  ['R3', checkInternalValues, 'resolve'],
  ['I2', checkContacts, 'resolve'],
  ['I4', checkHiddenCharacters],
  ['X1', checkSecrets('known')],
  ['X2', checkSecrets('pattern')],
  ['X3', checkSecrets('doubt')],
];

/** More findings of one rule than this help nobody. */
const MOST_OF_A_RULE = 50;

/** Decides what a program can decide about a note. Never throws. */
export function checkNote(input: NoteInput): NoteCheck {
  const note = viewNote(input);
  const { kind, bundle, markdown, lines } = note;
  const findings = RULES.flatMap(([rule_id, rule, only = kind]): Finding[] => {
    if (only !== kind) return [];
    const faults = rule(note).slice(0, MOST_OF_A_RULE);
    return faults.map(({ level, message, repair = null, ...place }) => {
      const from = Math.min(place.from, markdown.length);
      const to = Math.min(Math.max(place.to, from), markdown.length);
      const line = lineAt(lines, from)?.number ?? 1;
      const can_override = !NEVER_OVERRIDDEN.has(rule_id);
      return { rule_id, level, can_override, message, line, from, to, repair };
    });
  });
  const evidence = note.sentences.map(({ text, section, ...one }) => one);
  return {
    findings: findings.toSorted((one, other) => one.from - other.from || one.to - other.to),
    evidence,
    left_out: leftOut(kind, bundle, evidence),
  };
}
