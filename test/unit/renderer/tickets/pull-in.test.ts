import { describe, expect, it } from 'vitest';
import {
  descriptionOf,
  goesTo,
  intakeFrom,
  notTakable,
  type PullEntry,
  pullEntries,
} from '../../../../renderer/tickets/pull-in.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { someFact } from '../knowledge/some-fact.ts';
import { note, ticket } from './some-ticket.ts';

const internal = note({
  id: 9002,
  text: 'Migrated on Friday.',
  internal: true,
  author: 'dispatch',
});

const fact = (text: string) => someFact({ id: 1, text, source_type: 'ticket' });

function entry(wanted: Partial<PullEntry>): PullEntry {
  return { key: 'k', source: 'Note', text: 'x', internal: false, describes: false, ...wanted };
}

describe('pulling in from a ticket', () => {
  it('lists summary, description and notes, oldest first, each with where it comes from', () => {
    const entries = pullEntries(ticket({}), [internal, note({})]);
    expect(entries.map(({ source }) => source)).toEqual([
      'Summary of CW #48213',
      'Description by Maria Lopez',
      'Note of 18 Nov by dispatch',
    ]);
    expect(entries.map((one) => one.internal)).toEqual([false, false, true]);
  });

  it('calls no note the description where older ones may be out of sight', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      note({ id: index + 1, text: `${index}` }),
    );
    expect(pullEntries(ticket({}), many).filter(({ source }) => /^Desc/.test(source))).toEqual([]);
  });

  it('leaves out what holds no text, and survives notes without author or date', () => {
    const bare = note({ author: null, created_at: null, internal: true });
    const entries = pullEntries(ticket({ summary: ' ' }), [note({ id: 1, text: ' \n ' }), bare]);
    expect(entries.map(({ source }) => source)).toEqual(['Note']);
    const odd = note({ created_at: 'soon', internal: true });
    expect(pullEntries(ticket({}), [odd])[1]?.source).toBe('Note by Maria Lopez');
  });

  it('puts what describes the problem into an empty intake, and makes facts of the rest', () => {
    const [summary, description, other] = pullEntries(ticket({}), [internal, note({})]);
    for (const one of [summary, description]) {
      expect(one && goesTo(one, ' ')).toBe('intake');
      expect(one && goesTo(one, 'Written already.')).toBe('fact');
    }
    expect(other && goesTo(other, '')).toBe('fact');
    expect(intakeFrom([entry({ text: 'One' }), entry({ text: 'Two' })])).toBe('One\n\nTwo');
  });

  it('takes nothing twice, and no fact that is too long', () => {
    expect(notTakable(entry({ text: 'New' }), '', [])).toBeNull();
    expect(notTakable(entry({ text: 'Old' }), '', [fact('Old')])).toBe('Taken already');
    expect(notTakable(entry({ text: 'Old' }), 'It was: Old', [])).toBe('Taken already');
    const long = entry({ text: 'x'.repeat(LIMITS.fact + 1) });
    expect(notTakable(long, '', [])).toContain('Longer than a fact');
    expect(notTakable({ ...long, describes: true }, '', [])).toBeNull();
  });

  it('begins a session with the words of the customer, else with the summary', () => {
    expect(descriptionOf(ticket({}), [internal, note({})])).toBe(note({}).text);
    expect(descriptionOf(ticket({}), [internal])).toBe('Outlook asks for a password');
  });
});
