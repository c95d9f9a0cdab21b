import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openOfMember,
  openWithWords,
  parseTicketQuery,
} from '../../../electron/psa/connectwise/ticket-query.ts';
import { runs } from '../../exploring/runs.ts';

describe('what a technician means by a ticket query', () => {
  it.each([
    '48213',
    '#48213',
    ' CW #48213 ',
    'cw#48213',
    'ticket 48213',
    'Service Ticket #48213',
    'https://na.myconnectwise.net/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=48213',
  ])('the ticket: %s', (query) => {
    expect(parseTicketQuery(query).id).toBe(48213);
  });

  it.each(['Office 365', '0', '99999999999', 'outlook', '550 5.7.1', ''])('words: %s', (query) => {
    expect(parseTicketQuery(query).id).toBeNull();
  });

  it('asks for every word, and for open tickets', () => {
    expect(openWithWords(parseTicketQuery('outlook "password" pop-up').words)).toBe(
      'closedFlag=False AND summary contains "outlook" AND summary contains "password" AND summary contains "pop-up"',
    );
  });

  it('lets nothing out of the quotes, whatever is typed, and keeps the address short', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const conditions = openWithWords(parseTicketQuery(typed).words);
        expect(conditions).toMatch(
          /^closedFlag=False(?: AND summary contains "[^"\\*%\p{Cc}]{1,100}")*$/u,
        );
        expect(conditions.length).toBeLessThan(1_900);
      }),
      { numRuns: runs(400) },
    );
  });

  it('names a member only where that needs no quoting', () => {
    expect(openOfMember('tkessler')).toContain('owner/identifier="tkessler"');
    expect(openOfMember('x" OR id>0 OR owner/identifier="')).toBeNull();
  });
});
