import type { NoteKind } from '../../shared/domain/note.ts';
import { singleLine } from '../../shared/text.ts';
import {
  allFixes,
  type BundleCheck,
  type BundleFact,
  type BundleFix,
  type BundleScript,
  type InputBundle,
  SESSION_EVIDENCE,
} from './bundle.ts';
import { factForCustomer, ownTextForCustomer } from './local/customer-text.ts';

/**
 * The record as a prompt has it for a note of this kind. Each row is one line, so that no text of the
 * session can look like a heading or a row of its own. For the customer's note, the rows that a
 * customer may read and nothing else.
 */
export function renderRecord(kind: NoteKind, bundle: InputBundle): string {
  return kind === 'resolve' ? renderForCustomer(bundle) : renderBundle(bundle);
}

/** The whole record, for everything that only the provider's own people read. */
export function renderBundle(bundle: InputBundle): string {
  const { facts, checks, scripts, fixes_tried, active_fix } = bundle;
  return [
    part('SESSION', [sessionLine(bundle)]),
    part('CONFIRMED FACTS', facts.map(factLine)),
    part('OPEN CHECKS', checks.filter(({ done }) => !done).map(checkLine)),
    part('CHECKS DONE', checks.filter(({ done }) => done).map(checkLine)),
    part('SCRIPTS', scripts.map(scriptLine)),
    part('FIXES TRIED', fixes_tried.map(fixLine)),
    part('ACTIVE SUGGESTED FIX', active_fix === null ? [] : [activeLine(active_fix)]),
  ].join('\n\n');
}

function renderForCustomer(bundle: InputBundle): string {
  const facts = bundle.facts.flatMap((fact) => {
    const text = factForCustomer(fact, bundle.names);
    if (text === null) return [];
    const isReported = fact.source_type === 'user_report' || fact.source_type === 'ticket';
    const about = isReported ? `${fact.role}, as reported` : fact.role;
    return [`[${fact.evidence_id}] (${about}) ${singleLine(text)}`];
  });
  const session = customerSession(bundle);
  return [
    part('SESSION', session.length === 0 ? [] : [`[${SESSION_EVIDENCE}] ${fields(session)}`]),
    part('CONFIRMED FACTS', facts),
  ].join('\n\n');
}

/** Each row as one line with all that is on record of it, by its evidence id. */
export function rowLines(bundle: InputBundle): ReadonlyMap<string, string> {
  return new Map([
    [SESSION_EVIDENCE, sessionLine(bundle)],
    ...bundle.facts.map((row) => [row.evidence_id, factLine(row)] as const),
    ...bundle.checks.map((row) => [row.evidence_id, checkLine(row)] as const),
    ...bundle.scripts.map((row) => [row.evidence_id, scriptLine(row)] as const),
    ...allFixes(bundle).map((row) => [row.evidence_id, fixLine(row)] as const),
  ]);
}

/**
 * What of the session itself a customer may read: the summary in their words, else each of its texts
 * that has no internal value.
 */
export function customerSession(bundle: InputBundle): readonly Field[] {
  const { title, summary, customer_summary, intake, names } = bundle;
  if (customer_summary !== null) return filled([['Problem', customer_summary]]);
  return filled([
    ['Title', ownTextForCustomer(title, names)],
    ['Problem', ownTextForCustomer(summary, names)],
    ['Reported', ownTextForCustomer(intake, names)],
  ]);
}

type Field = readonly [label: string, value: string | null];

function sessionLine(bundle: InputBundle): string {
  const { hand_off } = bundle;
  const texts = filled([
    ['Title', bundle.title],
    ['Problem', bundle.summary],
    ['Problem for the customer', bundle.customer_summary],
    ['Reported', bundle.intake],
    ['Domain', bundle.domain],
    ['Ticket', bundle.ticket],
    ['Affected', hand_off.affected],
    ['Since', hand_off.since],
    ['Impact', hand_off.impact],
    ['Priority', hand_off.priority],
    ['Reason for escalation', hand_off.escalation_reason],
    ['Reason in words', hand_off.escalation_note],
    ['Promised to the customer', hand_off.promised],
    ['Contact', hand_off.contact],
    ['Next owner', hand_off.next_owner],
  ]);
  return `[${SESSION_EVIDENCE}] ${fields(texts)}`;
}

function factLine(fact: BundleFact): string {
  const { evidence_id, role, audience, source_type, source_summary, text } = fact;
  const source =
    source_summary === null ? source_type : `${source_type}: ${singleLine(source_summary)}`;
  return [
    `[${evidence_id}] (${role}, ${audience.audience}, ${source}) ${singleLine(text)}`,
    ...labelled([
      ['for the customer', fact.customer_wording],
      ['in short', fact.short_wording],
    ]),
  ].join(' | ');
}

function checkLine({ evidence_id, instruction, meaning, done, result_id }: BundleCheck): string {
  const state = done ? `done, result: ${result_id ?? 'not on record'}` : 'open';
  return [
    `[${evidence_id}] ${singleLine(instruction)}`,
    state,
    ...labelled([['meaning', meaning]]),
  ].join(' | ');
}

function scriptLine(script: BundleScript): string {
  const { evidence_id, name, ran, outcome, customer_outcome, changes_system, undo } = script;
  const filledIn = script.parameters.map(
    (one) => `${singleLine(one.name)}=${singleLine(one.value)}`,
  );
  return [
    `[${evidence_id}] ${singleLine(name)}`,
    ran ? 'ran' : 'prepared only, never run',
    ...labelled([
      ['parameters', filledIn.join(', ')],
      ['result', outcome],
      ['for the customer', customer_outcome],
    ]),
    ...(changes_system ? ['changes the system'] : []),
    ...labelled([['undo', undo]]),
  ].join(' | ');
}

function fixLine(fix: BundleFix): string {
  return [
    `[${fix.evidence_id}] ${singleLine(fix.title)}`,
    `confidence ${fix.confidence} %`,
    `result: ${fix.outcome}${fix.outcome_note === null ? '' : ` (${singleLine(fix.outcome_note)})`}`,
    ...(fix.superseded ? ['replaced by a later fix'] : []),
    ...(fix.left_in_place ? ['left in place'] : []),
    ...labelled([
      ['description', fix.description],
      ['done', fix.done],
      ['done, for the customer', fix.customer_done],
      ['note for the customer', fix.customer_note],
    ]),
  ].join(' | ');
}

/** One that was tried has its line above. */
function activeLine(fix: BundleFix): string {
  return fix.outcome === 'proposed' ? fixLine(fix) : fix.evidence_id;
}

function part(name: string, lines: readonly string[]): string {
  return [name, ...(lines.length === 0 ? ['(none)'] : lines)].join('\n');
}

function fields(texts: readonly Field[]): string {
  return labelled(texts).join(' | ');
}

function labelled(texts: readonly Field[]): string[] {
  return filled(texts).map(([label, value]) => `${label}: ${singleLine(value ?? '')}`);
}

function filled(texts: readonly Field[]): readonly Field[] {
  return texts.filter(([, value]) => value !== null && value.trim() !== '');
}
