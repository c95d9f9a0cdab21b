import { describe, expect, it } from 'vitest';
import type { Settled } from '../../../electron/psa/index.ts';
import { newsOf, statusNews } from '../../../electron/shell/posting-news.ts';
import { WRITE_BACK_STAGES } from '../../../shared/domain/posting.ts';

const stopped: Settled = {
  session_id: 7,
  kind: 'escalate',
  posted: null,
  error: { code: 'CONFLICT', message: 'Contoso has answered meanwhile.' },
};

function posted(ticket_ref: string | null, verified_status: string | null): Settled {
  const write_back = { ticket_ref, verified_status, markdown: 'Contoso: Ann Lee' };
  return {
    session_id: 7,
    kind: 'resolve',
    posted: { outcome: 'resolved', write_back, warnings: [] },
    error: null,
  } as unknown as Settled;
}

describe('what a notification says', () => {
  it('tells of a note that went out, by the ticket alone', () => {
    expect(newsOf(posted('48213', 'Closed by Contoso'), undefined)).toEqual({
      session_id: 7,
      title: 'CW #48213: resolution note posted',
      body: 'Status verified.',
    });
    expect(newsOf(posted('48213', null), undefined)?.body).toBe('Its status was not changed.');
  });

  it('asks for a decision, and says nothing of why', () => {
    const news = newsOf(stopped, { ticket_ref: 'CW #48213', stage: 'asking' });
    expect(news).toMatchObject({ session_id: 7, title: 'CW #48213: your decision is needed' });
    expect(JSON.stringify(news)).not.toContain('Contoso');
  });

  it('is silent about what goes on by itself', () => {
    const told = WRITE_BACK_STAGES.filter(
      (stage) => newsOf(stopped, { ticket_ref: 'CW #1', stage }) !== null,
    );
    expect(told).toEqual([
      'asking',
      'prepared',
      'note_unknown',
      'note_posted',
      'status_unverified',
      'done',
      'cancelled',
    ]);
  });

  it('tells of a note that does not wait any more', () => {
    expect(newsOf(stopped, undefined)?.title).toBe('A note was not sent');
  });

  it('tells of a status that was changed again, without its name', () => {
    const change = {
      session_id: 7,
      ticket_id: 5,
      wanted: 'Closed',
      actual: 'Re-opened',
      words: '',
    };
    const news = statusNews(change);
    expect(news.title).toBe('CW #5: the status was changed again');
    expect(JSON.stringify(news)).not.toContain('Re-opened');
  });
});
