import type { OutboxAction, OutboxItem, WriteBackStage } from '../../shared/domain/posting.ts';

/** How urgent an open posting is: it goes on by itself, or it waits for the technician's word. */
export type Urgency = 'waits' | 'needs_word';

interface StageWords {
  /** In a list, after the ticket. */
  readonly short: string;
  /** Over the note itself. */
  readonly title: string;
  readonly urgency: Urgency;
}

const STAGE_WORDS: Readonly<Record<WriteBackStage, StageWords>> = {
  queued: {
    short: 'waits for the network',
    title: 'Not posted yet: it waits for the network.',
    urgency: 'waits',
  },
  asking: {
    short: 'the ticket changed',
    title: 'Not posted: the ticket changed meanwhile.',
    urgency: 'needs_word',
  },
  prepared: { short: 'not posted', title: 'Not posted.', urgency: 'needs_word' },
  note_sending: {
    short: 'being posted',
    title: 'The note was being sent when this stopped.',
    urgency: 'needs_word',
  },
  note_unknown: {
    short: 'not known whether posted',
    title: 'It is not known whether the note is on the ticket.',
    urgency: 'needs_word',
  },
  note_posted: {
    short: 'posted, not confirmed',
    title: 'The note is on the ticket, but it was not read back.',
    urgency: 'needs_word',
  },
  note_verified: {
    short: 'posted, status not set',
    title: 'The note is posted. The status is not set yet.',
    urgency: 'needs_word',
  },
  status_sending: {
    short: 'posted, status being set',
    title: 'The note is posted. The status was being set when this stopped.',
    urgency: 'needs_word',
  },
  status_unverified: {
    short: 'posted, status not verified',
    title: 'The note is posted. The status is NOT what it should be.',
    urgency: 'needs_word',
  },
  done: { short: 'done', title: 'Done.', urgency: 'waits' },
  cancelled: { short: 'taken back', title: 'Taken back.', urgency: 'waits' },
};

const RUNNING: StageWords = {
  short: 'being posted',
  title: 'The note is being posted.',
  urgency: 'waits',
};

const STORED_OTHERWISE: StageWords = {
  short: 'stored otherwise than sent',
  title: 'The note is on the ticket, but not as it was sent.',
  urgency: 'needs_word',
};

type Standing = Pick<OutboxItem, 'stage' | 'running' | 'problem' | 'actions'>;

/** Where an open posting stands, in words. */
export function openPostingWords(item: Standing): StageWords {
  if (item.running) return RUNNING;
  if (item.stage === 'note_posted' && item.actions.includes('accept_note')) return STORED_OTHERWISE;
  if (item.stage === 'status_unverified' && item.problem?.details?.how === 'unknown') {
    return {
      ...STAGE_WORDS.status_unverified,
      title: 'The note is posted. Whether the status is right is not known.',
    };
  }
  return STAGE_WORDS[item.stage];
}

/** Whether the note itself may be on the ticket already. */
export function mayBeOnTicket({ stage }: Pick<OutboxItem, 'stage'>): boolean {
  return stage !== 'queued' && stage !== 'asking' && stage !== 'prepared';
}

/** Whether a note was seen to stand where customers read. */
export function isExposed(problem: OutboxItem['problem']): boolean {
  const actual = problem?.details?.flags_actual;
  if (typeof actual !== 'object' || actual === null) return false;
  const shown = (view: string) => view in actual && Reflect.get(actual, view) === true;
  return shown('discussion') || shown('resolution');
}

/** What a button for an action says. */
export function actionWords(action: OutboxAction, item: Pick<OutboxItem, 'stage'>): string {
  switch (action) {
    case 'retry':
      if (item.stage === 'queued' || item.stage === 'prepared') return 'Send now';
      return item.stage === 'status_unverified' || item.stage === 'status_sending'
        ? 'Try the status again'
        : 'Try again';
    case 'send':
      return item.stage === 'asking' ? 'Send it all the same' : 'Send now';
    case 'cancel':
      return 'Take it back';
    case 'close_anyway':
      return 'Close the session, leave the ticket as it is';
    case 'look_again':
      return 'Look again';
    case 'post_again':
      return 'Post it again…';
    case 'give_up':
      return 'It is not there: back to the draft';
    case 'accept_note':
      return 'Leave the note as it is';
  }
}

/** What the counter of the sessions pane says, or null where nothing waits. */
export function outboxWords(items: readonly Standing[]): string | null {
  if (items.length === 0) return null;
  const asking = items.filter((item) => openPostingWords(item).urgency === 'needs_word').length;
  if (asking > 0) return asking === 1 ? '1 note needs you' : `${asking} notes need you`;
  return items.length === 1 ? '1 note waits' : `${items.length} notes wait`;
}
