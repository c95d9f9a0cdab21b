import { type Audience, FACT_ROLES, type Fact, type FactRole } from '../../shared/domain/fact.ts';
import type { KnownName } from '../../shared/domain/known-name.ts';
import {
  type AudienceDecision,
  type AudienceFields,
  audienceOf,
} from '../../shared/notes/audience.ts';
import { internalValues } from '../../shared/notes/internal-values.ts';
import { counted } from '../ui/words.ts';

/** A longer text is worth a short wording, and so is one of several lines. */
const SHORT_ENOUGH = 300;

/** Whether a fact should be offered a short wording. */
export function wantsShortWording(text: string): boolean {
  return text.length > SHORT_ENOUGH || text.trim().includes('\n');
}

/** The role after this one, or the one before it. */
export function nextRole(role: FactRole, step: 1 | -1): FactRole {
  const at = FACT_ROLES.indexOf(role) + step;
  return FACT_ROLES[(at + FACT_ROLES.length) % FACT_ROLES.length] ?? role;
}

/** What pressing the eye of a fact leads to. */
export type AudienceStep =
  | { readonly type: 'set'; readonly audience: Audience }
  /** Only other words can go to the customer. */
  | { readonly type: 'word' }
  /** Its customer wording makes it one for the customer; that goes first. */
  | { readonly type: 'remove_wording' };

/** What switching the audience of a fact takes. */
export function audienceStep(fact: AudienceFields, names: readonly KnownName[]): AudienceStep {
  const { audience, because } = audienceOf(fact, names);
  if (because === 'wording') return { type: 'remove_wording' };
  if (audience === 'customer') return { type: 'set', audience: 'internal' };
  return internalValues(fact.text, names).length > 0
    ? { type: 'word' }
    : { type: 'set', audience: 'customer' };
}

/** Why a fact has its audience, in a few words. */
export function audienceReason(
  { audience, because }: AudienceDecision,
  { text }: Pick<AudienceFields, 'text'>,
  names: readonly KnownName[],
): string {
  switch (because) {
    case 'wording':
      return 'The customer reads the customer wording.';
    case 'chosen':
      return audience === 'customer' ? 'You show it to the customer.' : 'You keep it internal.';
    case 'internal_value':
      return `Holds ${internalValue(text, names)}: add a customer wording`;
    case 'default':
      return audience === 'customer' ? 'The customer can read it.' : 'Only your team reads it.';
  }
}

/** What kind of internal value a text has first: `an address`. */
function internalValue(text: string, names: readonly KnownName[]): string {
  const [first] = internalValues(text, names);
  const value = text.slice(first?.from, first?.to);
  const known = names.find(({ name }) => name.toLowerCase() === value.toLowerCase());
  if (known !== undefined) return known.kind === 'host' ? 'a host name' : 'an account name';
  return /[\\/]/.test(value) ? 'a path' : 'an address';
}

/** The audience that one press on the eye of a selected fact gives the whole selection. */
export function groupAudience(
  facts: readonly AudienceFields[],
  names: readonly KnownName[],
): Audience {
  const shown = facts.filter((fact) => audienceOf(fact, names).audience === 'customer');
  return shown.length === facts.length ? 'internal' : 'customer';
}

/** What became of setting the audience of several facts, as the toast says it. */
export function audienceResult(
  facts: readonly Fact[],
  names: readonly KnownName[],
): { readonly title: string; readonly detail?: string } {
  const shown = facts.filter((fact) => audienceOf(fact, names).audience === 'customer');
  const held = facts.filter((fact) => audienceOf(fact, names).because === 'internal_value');
  const worded = shown.filter(({ chosen_audience }) => chosen_audience === 'internal');
  const title = `${counted(facts.length, 'fact')}: ${shown.length} for the customer, ${facts.length - shown.length} internal.`;
  if (worded.length > 0) {
    const have = worded.length === 1 ? 'has' : 'have';
    return { title, detail: `${worded.length} ${have} a customer wording. Remove it first.` };
  }
  if (held.length === 0) return { title };
  const need = held.length === 1 ? 'needs' : 'need';
  return { title, detail: `${held.length} ${need} a customer wording first.` };
}

/** The beginning of a fact, to name its controls by: `Edit fact: Outlook asks …`. */
export function nameOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}
