import { describe, expect, it } from 'vitest';
import {
  noteFileName,
  ticketName,
  untouchedTicketHint,
} from '../../../../renderer/preview/posting-words.ts';

describe('words around the posting', () => {
  it('name the ticket that stays as it is', () => {
    expect(untouchedTicketHint(null)).toBeNull();
    expect(untouchedTicketHint('48213')).toBe(
      'ConnectWise is not connected: CW #48213 is not touched. The note is kept here; copy it there yourself.',
    );
    expect(ticketName('CW #48213')).toBe('CW #48213');
  });

  it('make a file name that every system takes', () => {
    expect(noteFileName('C: drive full / "RDS02"?', 'resolve')).toBe(
      'C drive full RDS02 - resolution note.md',
    );
    expect(noteFileName('???', 'escalate')).toBe('Session - escalation package.md');
    expect(noteFileName('x'.repeat(300), 'resolve').length).toBeLessThanOrEqual(120);
  });
});
