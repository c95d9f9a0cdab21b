import { describe, expect, it } from 'vitest';
import {
  refusalWords,
  ticketName,
  ticketNumber,
  whereWords,
  whoseWords,
} from '../../../../renderer/tickets/ticket-words.ts';
import { ticket } from './some-ticket.ts';

describe('words for tickets', () => {
  it('name a ticket and read its number back', () => {
    expect(ticketName(48213)).toBe('CW #48213');
    expect(ticketName('CW #48213')).toBe('CW #48213');
    for (const typed of ['48213', '#48213', ' CW #48213 ', 'cw48213']) {
      expect(ticketNumber(typed)).toBe(48213);
    }
    for (const typed of [null, '', '0', 'outlook', '48213 outlook', '12345678901']) {
      expect(ticketNumber(typed)).toBeNull();
    }
  });

  it('say whose it is and where it stands', () => {
    expect(whoseWords(ticket({}))).toBe('Northgate Dental · Maria Lopez');
    expect(whoseWords({ company: 'Northgate Dental', contact: null })).toBe('Northgate Dental');
    expect(whoseWords({ company: null, contact: null })).toBe('No company on the ticket');
    expect(whereWords(ticket({}))).toBe('Service Desk · New');
    const completed = { id: 19, name: 'Completed' };
    expect(whereWords(ticket({ closed: true, status: completed }))).toContain('(closed)');
    const closed = { id: 22, name: '>Closed' };
    expect(whereWords(ticket({ closed: true, status: closed }))).toBe('Service Desk · >Closed');
  });

  it('say why one cannot be chosen', () => {
    expect(refusalWords(ticket({}))).toBeNull();
    expect(refusalWords(ticket({ closed: true }))).toBe('This ticket is closed.');
    expect(refusalWords(ticket({ closed: true, refusal: 'It is merged.' }))).toBe('It is merged.');
  });
});
