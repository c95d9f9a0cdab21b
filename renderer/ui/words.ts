import type { Audience, FactRole, SourceType } from '../../shared/domain/fact.ts';
import type { NameKind } from '../../shared/domain/known-name.ts';
import type {
  Domain,
  EscalationReason,
  HandOffField,
  NoteLanguage,
} from '../../shared/domain/session.ts';
import type { FixOutcome } from '../../shared/domain/suggested-fix.ts';

/*
 * How the screen says the words of the house. Tables by type, so that a new source type, domain or
 * outcome does not compile until it has words; the order is the order in menus.
 */

/** How we know a fact. */
export const SOURCE_TYPE_WORDS: Readonly<Record<SourceType, string>> = {
  technician: 'I know',
  user_report: 'User said',
  diagnostic_check: 'Checked',
  script_output: 'Script',
  ticket: 'Ticket',
};

export const ROLE_WORDS: Readonly<Record<FactRole, string>> = {
  symptom: 'Symptom',
  finding: 'Finding',
  cause: 'Cause',
  change: 'Change',
  confirmation: 'Confirmation',
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  customer: 'Customer',
  internal: 'Internal',
};

export const NAME_KIND_WORDS: Readonly<Record<NameKind, string>> = {
  host: 'Host',
  account: 'Account',
};

export const HAND_OFF_WORDS: Readonly<Record<HandOffField, string>> = {
  affected: 'Affected',
  since: 'Since',
  impact: 'Impact',
  priority: 'Priority',
  escalation_reason: 'Why escalate',
  escalation_note: 'Reason in words',
  promised: 'Promised',
  contact: 'Contact',
  next_owner: 'Next owner',
};

export const ESCALATION_REASON_WORDS: Readonly<Record<EscalationReason, string>> = {
  skill: 'Skill',
  access: 'Access',
  time: 'Time',
  vendor: 'Vendor',
  policy: 'Policy',
  other: 'Other',
};

export const DOMAIN_WORDS: Readonly<Record<Domain, string>> = {
  email: 'Email',
  identity: 'Identity',
  network: 'Network',
  vpn: 'VPN',
  printing: 'Printing',
  backup: 'Backup',
  workstation: 'Workstation',
  server: 'Server',
  application: 'Application',
  security: 'Security',
  hardware: 'Hardware',
  other: 'Other',
};

/** Languages of notes, each by its own name. */
export const NOTE_LANGUAGE_WORDS: Readonly<Record<NoteLanguage, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** The result of a fix, on a chip. */
export const FIX_OUTCOME_WORDS: Readonly<Record<FixOutcome, string>> = {
  proposed: 'Not tried yet',
  applied: 'Applied — did it work?',
  worked: 'Worked',
  partly: 'Partly worked',
  failed: 'Failed',
  pending: 'Pending',
  dismissed: 'Dismissed',
};

/** A table of words as the options of a select or a menu, in the table's order. */
export function optionsOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly label: string }[] {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

/** `1 fact`, `2 facts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
