import { describe, expect, it } from 'vitest';
import {
  isLocal,
  noteFileName,
  outcomeWords,
  untouchedTicketHint,
} from '../../../../renderer/preview/posting-words.ts';

describe('words around the posting', () => {
  it('name the ticket that stays as it is', () => {
    expect(untouchedTicketHint(null)).toBeNull();
    expect(untouchedTicketHint('48213')).toBe(
      'ConnectWise isn’t connected. The note is saved here only — copy it into CW #48213.',
    );
  });

  it('say of the status only what was seen', () => {
    const posted = {
      outcome: 'resolved',
      ticket_ref: '48213',
      verified_status: null,
      closed_anyway_reason: null,
    } as const;
    expect(outcomeWords({ ...posted, verified_status: 'Completed' })).toBe(
      'Posted to CW #48213. Status verified: Completed.',
    );
    expect(outcomeWords(posted)).toBe('Posted to CW #48213. Status not changed.');
    expect(outcomeWords({ ...posted, closed_anyway_reason: 'By hand' })).toBe(
      'Posted to CW #48213. Status left unchanged.',
    );
    expect(outcomeWords({ ...posted, outcome: 'escalated_local' })).toBe('Escalated locally');
    expect(isLocal({ outcome: 'escalated_local' })).toBe(true);
    expect(isLocal(posted)).toBe(false);
  });

  it('make a file name that every system takes', () => {
    expect(noteFileName('C: drive full / "RDS02"?', 'resolve')).toBe(
      'C drive full RDS02 - resolution note.md',
    );
    expect(noteFileName('???', 'escalate')).toBe('Session - escalation package.md');
    expect(noteFileName('x'.repeat(300), 'resolve').length).toBeLessThanOrEqual(120);
  });
});
