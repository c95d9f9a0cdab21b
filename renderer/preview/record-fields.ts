import type { Fact } from '../../shared/domain/fact.ts';
import { HAND_OFF_FIELDS, type HandOff, type HandOffField } from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { audienceOf } from '../../shared/notes/audience.ts';

/** What the next engineer would ask first and finds no answer to. `other` is no reason without words. */
export function handOffGaps(handOff: HandOff): readonly HandOffField[] {
  return HAND_OFF_FIELDS.filter((field) =>
    field === 'escalation_note'
      ? handOff.escalation_reason === 'other' && handOff.escalation_note === null
      : handOff[field] === null,
  );
}

/** `Hand-off: 3 gaps to fill`. */
export function handOffLabel(gaps: number): string {
  if (gaps === 0) return 'Hand-off: complete';
  return `Hand-off: ${gaps} ${gaps === 1 ? 'gap' : 'gaps'} to fill`;
}

const WORDED_AT_MOST = 2;

/**
 * The newest findings, where nothing but the report of the problem would reach the customer: words
 * for one of them tell the customer what was found.
 */
export function findingsToWord({
  facts,
  names,
}: Pick<SessionSnapshot, 'facts' | 'names'>): readonly Fact[] {
  const confirmed = facts.filter(
    ({ status, deleted_at }) => status === 'confirmed' && deleted_at === null,
  );
  const reachesCustomer = confirmed.some(
    (fact) => fact.role !== 'symptom' && audienceOf(fact, names).audience === 'customer',
  );
  if (reachesCustomer) return [];
  return confirmed
    .filter(({ role }) => role === 'finding')
    .sort((a, b) => b.id - a.id)
    .slice(0, WORDED_AT_MOST);
}
