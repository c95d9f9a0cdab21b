import type { Fact } from '../../shared/domain/fact.ts';
import type { EscalationReason, HandOff, HandOffField } from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { audienceOf } from '../../shared/notes/audience.ts';

/** Fields of the hand-off that are a line of text, in the order in which they are asked for. */
export const HAND_OFF_WORDS = {
  affected: 'Affected',
  since: 'Since',
  impact: 'Impact',
  priority: 'Priority',
  escalation_reason: 'Why escalate',
  escalation_note: 'Reason in words',
  promised: 'Promised',
  contact: 'Contact',
  next_owner: 'Next owner',
} as const satisfies Record<HandOffField, string>;

export const ESCALATION_REASON_WORDS: Readonly<Record<EscalationReason, string>> = {
  skill: 'Skill',
  access: 'Access',
  time: 'Time',
  vendor: 'Vendor',
  policy: 'Policy',
  other: 'Other',
};

/** What the next engineer would ask first and finds no answer to. `other` is no reason without words. */
export function handOffGaps(handOff: HandOff): readonly HandOffField[] {
  return (Object.keys(HAND_OFF_WORDS) as HandOffField[]).filter((field) =>
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
