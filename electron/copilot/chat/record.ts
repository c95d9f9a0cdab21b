import { activeFix } from '../../../shared/domain/active-fix.ts';
import type { Check } from '../../../shared/domain/check.ts';
import { type Audience, type Fact, sourceToTell } from '../../../shared/domain/fact.ts';
import type { KnownName } from '../../../shared/domain/known-name.ts';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { HAND_OFF_FIELDS, type Session } from '../../../shared/domain/session.ts';
import type { SuggestedFix } from '../../../shared/domain/suggested-fix.ts';
import { audienceOf } from '../../../shared/notes/audience.ts';
import { singleLine } from '../../../shared/text.ts';
import type { ChatSnapshot } from './chat-store.ts';
import { shorten } from './shorten.ts';

/** What was pasted as the output of a check or a script. */
export interface PastedOutput {
  /** `fact:12` or `script:4` */
  readonly of: string;
  readonly name: string;
  readonly text: string;
}

const INTAKE_CHARACTERS = 12_000;
const DESCRIPTION_CHARACTERS = 2_000;
const OUTCOME_CHARACTERS = 4_000;
const OUTPUT_CHARACTERS = 4_000;

/**
 * All that is on record of a session, as readable text: what is known, what was tried, what can be run.
 * Each row stands on one line, so that no text of the session can look like a row of its own. Secret
 * parameters have no value here, and are not among what a script can be given. `clean` takes secrets out
 * of the texts that {@link longTextsOf} names, before any of them is cut.
 */
export function renderRecord(
  snapshot: ChatSnapshot,
  templates: readonly ScriptTemplate[],
  outputs: readonly PastedOutput[],
  clean: (text: string) => string,
): string {
  const { session, facts, fixes, checks, names, scripts } = snapshot;
  const factLine = (fact: Fact) => factRow(fact, audienceOf(fact, names).audience);
  const long = (text: string, limit: number) => row(clean(text), limit);
  const active = activeFix(fixes);
  return [
    part('SESSION', [
      `Title: ${singleLine(session.title)}`,
      `Summary: ${singleLine(session.summary) || '(none)'}`,
      `Summary for the customer: ${singleLine(session.customer_summary ?? '') || '(none)'}`,
      `Language of the notes: ${session.language}`,
      `Field: ${session.domain}`,
      `Ticket: ${session.ticket_ref === null ? '(none)' : `CW #${session.ticket_ref}`}`,
      `Intake: ${long(session.intake, INTAKE_CHARACTERS) || '(none)'}`,
    ]),
    part('HAND-OFF FIELDS', handOffLines(session)),
    part('HOSTS AND ACCOUNTS', names.map(nameLine)),
    part('CONFIRMED FACTS', facts.filter(({ status }) => status === 'confirmed').map(factLine)),
    part(
      'PROPOSED FACTS, NOT CONFIRMED BY THE TECHNICIAN',
      facts.filter(({ status }) => status === 'proposed').map(factLine),
    ),
    part(
      'FIXES',
      fixes.map((fix) => fixLine(fix, fix.id === active?.id, long)),
    ),
    part('CHECKS', checks.map(checkLine)),
    part(
      'SCRIPTS',
      scripts.map((script) => scriptLine(script, long)),
    ),
    part(
      'PASTED OUTPUTS',
      outputs.map((output) => outputLines(output, clean)),
    ),
    part('SCRIPT TEMPLATES THAT CAN BE PROPOSED', templates.map(templateLine)),
  ].join('\n\n');
}

/** The texts that the record may cut: half of a secret in them would not be known as one any more. */
export function longTextsOf(snapshot: ChatSnapshot, outputs: readonly PastedOutput[]): string[] {
  return [
    snapshot.session.intake,
    ...snapshot.fixes.map(({ description }) => description),
    ...snapshot.scripts.flatMap(({ outcome, customer_outcome, parameters }) => [
      outcome ?? '',
      customer_outcome ?? '',
      ...parameters.map(({ value }) => value ?? ''),
    ]),
    ...outputs.map(({ text }) => text),
  ];
}

function part(name: string, lines: readonly string[]): string {
  return [name, ...(lines.length === 0 ? ['(none)'] : lines)].join('\n');
}

function row(text: string, limit: number): string {
  return singleLine(shorten(singleLine(text), limit));
}

function handOffLines(session: Session): string[] {
  return HAND_OFF_FIELDS.map(
    (field) => `${field}: ${singleLine(session[field] ?? '') || '(none)'}`,
  );
}

function nameLine({ name, kind, wording }: KnownName): string {
  return `${kind} ${singleLine(name)}${wording === null ? '' : ` | for the customer: ${singleLine(wording)}`}`;
}

function factRow(fact: Fact, audience: Audience): string {
  const { id, text, source_type, source_message_id, role, customer_wording } = fact;
  const told = sourceToTell(fact);
  const source = [
    source_type,
    ...(source_message_id === null ? [] : [`message:${source_message_id}`]),
    ...(told === null ? [] : [singleLine(told)]),
  ].join(', ');
  const wording = forCustomer(customer_wording);
  return [`[fact:${id}] (${role}; ${audience}; ${source}) ${singleLine(text)}`, ...wording].join(
    ' | ',
  );
}

function forCustomer(wording: string | null): string[] {
  return wording === null ? [] : [`for the customer: ${singleLine(wording)}`];
}

function fixLine(fix: SuggestedFix, isActive: boolean, long: typeof row): string {
  const note = fix.outcome_note?.trim() ? ` (${singleLine(fix.outcome_note)})` : '';
  return [
    `[fix:${fix.id}] ${singleLine(fix.title)}`,
    `confidence ${fix.confidence} %`,
    `outcome: ${fix.outcome}${note}`,
    ...forCustomer(fix.customer_note),
    ...(fix.done === null ? [] : [`what was done: ${singleLine(fix.done)}`]),
    ...forCustomer(fix.customer_done),
    ...(fix.left_in_place ? ['its change was left in place'] : []),
    ...(isActive ? ['active'] : []),
    ...(fix.superseded_at === null ? [] : ['superseded']),
    ...(fix.description.trim() === ''
      ? []
      : [`description: ${long(fix.description, DESCRIPTION_CHARACTERS)}`]),
  ].join(' | ');
}

function checkLine({ id, instruction, meaning, state, fact_id }: Check): string {
  return [
    `[check:${id}] ${singleLine(instruction)}`,
    fact_id === null ? state : `${state}, result in fact:${fact_id}`,
    ...(meaning.trim() === '' ? [] : [`would mean: ${singleLine(meaning)}`]),
  ].join(' | ');
}

function scriptLine(script: ScriptGeneration, long: typeof row): string {
  const values = script.parameters.map(
    ({ name, secret, value }) =>
      `${singleLine(name)}=${secret ? '(secret)' : long(value ?? '', 200)}`,
  );
  return [
    `[script:${script.id}] ${singleLine(script.name)}`,
    script.state === 'ran' ? 'ran' : 'generated only, never run',
    ...(script.changes_system ? ['changes the system'] : []),
    ...(values.length === 0 ? [] : [`parameters: ${values.join(', ')}`]),
    ...(script.outcome?.trim() ? [`outcome: ${long(script.outcome, OUTCOME_CHARACTERS)}`] : []),
    ...(script.customer_outcome === null
      ? []
      : [`for the customer: ${long(script.customer_outcome, OUTCOME_CHARACTERS)}`]),
  ].join(' | ');
}

/** Lines are kept apart, since a table or a log is read by them, and marked as what they are. */
function outputLines({ of, name, text }: PastedOutput, clean: (text: string) => string): string {
  const lines = shorten(clean(text), OUTPUT_CHARACTERS).split('\n');
  return [`[${of}] ${singleLine(name)}`, ...lines.map((line) => `| ${line}`)].join('\n');
}

function templateLine({
  key,
  name,
  language,
  description,
  changes_system,
  parameters,
}: ScriptTemplate) {
  const open = parameters.filter(({ type }) => type !== 'password');
  const blanks = open.map(({ name: blank, type, required, choices }) => {
    const kind = type === 'choice' ? `one of ${choices.map(singleLine).join(' / ')}` : type;
    return `${blank} (${kind}${required ? ', required' : ''})`;
  });
  return [
    `${key}: ${singleLine(name)}`,
    language,
    changes_system ? 'changes the system' : 'reads only',
    ...(description.trim() === '' ? [] : [row(description, 300)]),
    blanks.length === 0 ? 'no parameters' : `parameters: ${blanks.join(', ')}`,
  ].join(' | ');
}
