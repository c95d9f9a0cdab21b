import type { SourceType } from '../../shared/domain/fact.ts';
import type { Domain } from '../../shared/domain/session.ts';
import type { FixOutcome } from '../../shared/domain/suggested-fix.ts';

/*
 * How the screen says the words of the house. Tables by type, so that a new source type, domain or
 * outcome does not compile until it has words; the order is the order in menus.
 */

/** Each source type in plain words; the type itself stands on the tag. */
export const SOURCE_TYPE_WORDS: Readonly<Record<SourceType, string>> = {
  technician: 'Technician: I know this',
  user_report: 'User report: the user told us',
  diagnostic_check: 'Diagnostic check: seen or measured',
  script_output: 'Script output',
  ticket: 'Ticket',
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

/** An outcome as it stands on a chip. */
export const FIX_OUTCOME_WORDS: Readonly<Record<FixOutcome, string>> = {
  proposed: 'Not tried yet',
  applied: 'Applied, waiting for a verdict',
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
