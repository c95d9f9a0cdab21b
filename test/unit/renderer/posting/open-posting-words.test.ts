import { describe, expect, it } from 'vitest';
import {
  actionWords,
  isExposed,
  mayBeOnTicket,
  openPostingWords,
  outboxWords,
} from '../../../../renderer/posting/open-posting-words.ts';
import {
  readStatusNotVerified,
  STATUS_FAILURE_WORDS,
} from '../../../../renderer/posting/status-failure.ts';
import {
  type OutboxItem,
  STATUS_FAILURES,
  WRITE_BACK_STAGES,
} from '../../../../shared/domain/posting.ts';

type Standing = Pick<OutboxItem, 'stage' | 'running' | 'problem' | 'actions'>;

function standing(stage: OutboxItem['stage'], more: Partial<Standing> = {}): Standing {
  return { stage, running: false, problem: null, actions: [], ...more };
}

describe('words for an open posting', () => {
  it('never call a note posted that may not be, nor unposted one that may', () => {
    for (const stage of WRITE_BACK_STAGES) {
      const { title } = openPostingWords(standing(stage));
      if (/^The note is (posted|on the ticket)/.test(title)) {
        expect(mayBeOnTicket({ stage }), stage).toBe(true);
      }
      if (/^Not posted/.test(title)) expect(mayBeOnTicket({ stage }), stage).toBe(false);
    }
  });

  it('tell a note that stands otherwise from one that was not read back', () => {
    const differs = standing('note_posted', { actions: ['retry', 'accept_note'] });
    expect(openPostingWords(differs).title).toContain('not as it was sent');
    expect(openPostingWords(standing('note_posted')).title).toContain('not read back');
    expect(openPostingWords(standing('note_posted', { running: true })).title).toContain('being');
  });

  it('say that nobody knows where nobody could look', () => {
    const problem = {
      code: 'PSA_STATUS_NOT_VERIFIED' as const,
      message: '',
      details: { how: 'unknown' },
    };
    const { title } = openPostingWords(standing('status_unverified', { problem }));
    expect(title).toContain('not known');
    expect(openPostingWords(standing('status_unverified')).title).toContain('NOT what it should');
  });

  it('count what waits, and ask where a word is needed', () => {
    expect(outboxWords([])).toBeNull();
    expect(outboxWords([standing('queued')])).toBe('1 note waits');
    expect(outboxWords([standing('queued'), standing('queued')])).toBe('2 notes wait');
    expect(outboxWords([standing('queued'), standing('asking')])).toBe('1 note needs you');
    expect(outboxWords([standing('note_unknown'), standing('asking')])).toBe('2 notes need you');
  });

  it('name what a press does at each stage', () => {
    expect(actionWords('retry', { stage: 'queued' })).toBe('Send now');
    expect(actionWords('retry', { stage: 'status_unverified' })).toBe('Try the status again');
    expect(actionWords('retry', { stage: 'note_posted' })).toBe('Try again');
    expect(actionWords('send', { stage: 'asking' })).toBe('Send it all the same');
  });

  it('see a package that customers can read', () => {
    const details = (flags_actual: unknown) => ({
      code: 'PSA_REJECTED' as const,
      message: '',
      details: { flags_actual },
    });
    expect(isExposed(details({ discussion: true, internal: true, resolution: false }))).toBe(true);
    expect(isExposed(details({ discussion: false, internal: true, resolution: false }))).toBe(
      false,
    );
    expect(isExposed(details('no'))).toBe(false);
    expect(isExposed(null)).toBe(false);
  });
});

describe('the details of a status that was not verified', () => {
  const told = {
    wanted: 'Completed',
    actual: 'In Progress',
    how: 'ignored',
    note_id: 9104,
    ticket_id: 48213,
    reason: null,
  };

  it('are read where they are what they should be', () => {
    expect(readStatusNotVerified(told)).toEqual(told);
    expect(readStatusNotVerified({ ...told, actual: null, reason: '' })).toMatchObject({
      actual: null,
      reason: null,
    });
  });

  it('are nothing otherwise', () => {
    for (const wrong of [undefined, {}, { ...told, how: 'toString' }, { ...told, note_id: '9' }]) {
      expect(readStatusNotVerified(wrong)).toBeNull();
    }
  });

  it('have words for every way', () => {
    expect(Object.keys(STATUS_FAILURE_WORDS).toSorted()).toEqual(STATUS_FAILURES.toSorted());
  });
});
