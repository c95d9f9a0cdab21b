import type { Audience, Fact } from '../domain/fact.ts';
import type { KnownName } from '../domain/known-name.ts';
import { internalValues } from './internal-values.ts';

/** The fields of a fact that decide who may read it. */
export type AudienceFields = Pick<
  Fact,
  'text' | 'source_type' | 'role' | 'chosen_audience' | 'customer_wording'
>;

/**
 * Who may read a fact, and why:
 * - `wording`: it has words for the customer, so it is for the customer;
 * - `chosen`: the technician chose;
 * - `internal_value`: its text holds a typed internal value, which goes to no customer without a wording;
 * - `default`: customer for symptoms that the user or the ticket reported and for causes, changes and
 *   confirmations; internal for everything else.
 */
export interface AudienceDecision {
  readonly audience: Audience;
  readonly because: 'wording' | 'chosen' | 'internal_value' | 'default';
}

/** Decides who may read a fact. */
export function audienceOf(fact: AudienceFields, names: readonly KnownName[]): AudienceDecision {
  if (fact.customer_wording !== null) return { audience: 'customer', because: 'wording' };
  if (fact.chosen_audience === 'internal') return { audience: 'internal', because: 'chosen' };
  const wanted = fact.chosen_audience ?? defaultAudience(fact);
  if (wanted === 'internal') return { audience: 'internal', because: 'default' };
  if (internalValues(fact.text, names).length > 0) {
    return { audience: 'internal', because: 'internal_value' };
  }
  return { audience: 'customer', because: fact.chosen_audience === null ? 'default' : 'chosen' };
}

function defaultAudience({ source_type, role }: AudienceFields): Audience {
  if (role === 'cause' || role === 'change' || role === 'confirmation') return 'customer';
  return source_type === 'user_report' || source_type === 'ticket' ? 'customer' : 'internal';
}
