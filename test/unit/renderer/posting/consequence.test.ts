import { describe, expect, it } from 'vitest';
import {
  consequenceOf,
  localConsequence,
  viewWords,
} from '../../../../renderer/posting/consequence.ts';
import type { PostingPlan } from '../../../../shared/domain/posting.ts';

function plan(wanted: Partial<PostingPlan>): PostingPlan {
  return {
    session_id: 1,
    kind: 'resolve',
    local_because: null,
    audience: 'customer',
    flags: { discussion: false, internal: false, resolution: true },
    reference: '7F3K-2QX',
    ticket_ref: 'CW #48213',
    ticket: {
      id: 48213,
      summary: 'Outlook asks for a password',
      company: 'Northgate Dental',
      contact: null,
      board: { id: 1, name: 'Service Desk' },
      status: { id: 17, name: 'In Progress' },
      closed: false,
      url: 'https://example.test/48213',
      read_at: 0,
    },
    refusal: null,
    target_status: { id: 19, name: 'Completed', closed: true },
    status_transition_skipped_reason: null,
    warnings: [],
    problem: null,
    ...wanted,
  };
}

describe('what the button says', () => {
  it('names who will see the note and what the status becomes', () => {
    expect(consequenceOf('resolve', plan({}), false)).toEqual({
      words: 'customer, set Completed',
      tone: 'customer',
      refusal: null,
      pending: false,
    });
    const escalated = plan({
      kind: 'escalate',
      audience: 'internal',
      target_status: { id: 20, name: 'Escalated', closed: false },
    });
    const { words, tone } = consequenceOf('escalate', escalated, false);
    expect([words, tone]).toEqual(['internal only, set Escalated', 'internal']);
  });

  it('says that the status stays where none is set, or it is the wanted one already', () => {
    expect(consequenceOf('resolve', plan({ target_status: null }), false).words).toBe(
      'customer, status stays',
    );
    const same = plan({ target_status: { id: 17, name: 'In Progress', closed: false } });
    expect(consequenceOf('resolve', same, false).words).toBe('customer, status stays');
  });

  it('promises no more than is known', () => {
    expect(consequenceOf('resolve', undefined, true)).toMatchObject({
      words: 'reading the ticket…',
      pending: true,
    });
    expect(consequenceOf('escalate', undefined, false).words).toBe(
      'internal only, ticket not read',
    );
    expect(consequenceOf('resolve', plan({ ticket: null }), false).words).toBe(
      'customer, ticket not read',
    );
  });

  it('refuses with the reason, and stays here without a connection', () => {
    const refused = consequenceOf('resolve', plan({ refusal: 'It is merged.' }), false);
    expect(refused).toMatchObject({
      words: 'customer, not to this ticket',
      refusal: 'It is merged.',
    });
    expect(consequenceOf('escalate', plan({ local_because: 'not_connected' }), false)).toEqual(
      localConsequence('escalate'),
    );
    expect(localConsequence('resolve')).toMatchObject({ words: 'resolve locally', tone: 'local' });
  });

  it('tells in which views the note will stand', () => {
    expect(viewWords(plan({}))).toContain('under Resolution.');
    const shown = { discussion: true, internal: false, resolution: true };
    expect(viewWords(plan({ flags: shown }))).toContain('in the discussion');
    expect(viewWords(plan({ audience: 'internal' }))).toContain('customers do not see it');
  });
});
