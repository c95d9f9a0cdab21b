import type { NoteKind } from '../../../shared/domain/note.ts';
import { AppError, type ErrorShape } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import type { Desk } from './desk.ts';
import { cancelIntent, isRelinked } from './linked.ts';
import { sendLater } from './outbox.ts';
import { uselessUntil } from './passing.ts';
import { isStoredOtherwise } from './read-back.ts';
import { asAppError, type Posted, type Run, ticketName } from './run.ts';
import { takeSteps } from './steps.ts';
import { NOTE_NAMES } from './words.ts';

interface Settled {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly posted: Posted | null;
  readonly error: ErrorShape | null;
}

interface Background {
  sendQueued(): Promise<void>;
  resume(): Promise<void>;
  connectionChanged(): void;
}

/** Postings that go on without anybody waiting for them. What comes of each is told to `onSettled`. */
export function createBackground(
  desk: Desk,
  onSettled: (settled: Settled) => void,
  now: () => number,
): Background {
  /** Until then nothing goes on by itself; for good where the keys or the settings are at fault. */
  let quietUntil = 0;

  /** False where there is no network, or trying is of no use: then the others have to wait, too. */
  async function goOn({ session_id, kind, id, stage, updated_at }: Intent): Promise<boolean> {
    if (desk.signal.aborted) return false;
    try {
      const run = await desk.connect();
      if (run === null) return false;
      if (desk.turns.isTaken(session_id)) return true;
      const posted = await desk.inTurn(session_id, async () => {
        // It may have gone on, or come to its end, while others were at work.
        const intent = desk.store().intents.findOpen(session_id);
        return intent?.id === id && goesOn(intent) ? takeUp(desk, run, intent) : undefined;
      });
      if (posted !== undefined) onSettled({ session_id, kind, posted, error: null });
      return true;
    } catch (failure) {
      const error = asAppError(failure);
      if (desk.signal.aborted) return false;
      const left = desk.store().intents.findOpen(session_id);
      // What still waits as it did before is no news.
      if (left?.stage !== stage || left.updated_at !== updated_at) {
        onSettled({ session_id, kind, posted: null, error: error.toShape() });
      }
      quietUntil = uselessUntil(error) ?? quietUntil;
      return error.code !== 'OFFLINE' && quietUntil <= now();
    }
  }

  async function goOnWith(wanted: (intent: Intent) => boolean): Promise<void> {
    for (const intent of desk.store().intents.listOpen().filter(wanted)) {
      if (!(await goOn(intent))) return;
    }
  }

  return {
    // The technician's word, and worth a try whatever was found before.
    async sendQueued() {
      quietUntil = 0;
      await goOnWith(({ stage }) => stage === 'queued');
    },
    async resume() {
      if (quietUntil <= now()) await goOnWith(goesOn);
    },
    connectionChanged() {
      quietUntil = 0;
    },
  };
}

/** Whether a posting goes on by itself. What waits for the technician waits. */
function goesOn(intent: Intent): boolean {
  switch (intent.stage) {
    case 'queued':
    case 'note_sending':
    case 'note_verified':
    case 'status_sending':
      return true;
    case 'prepared':
      return intent.problem === null;
    case 'note_posted':
      return !isStoredOtherwise(intent);
    default:
      return false;
  }
}

async function takeUp(desk: Desk, run: Run, intent: Intent): Promise<Posted> {
  if (intent.stage !== 'queued' && intent.stage !== 'prepared') {
    return takeSteps(run, intent, { stayUnlessSeen: true });
  }
  if (!isRelinked(run, intent)) return sendLater(run, intent);
  cancelIntent(desk, intent, 'The session is linked to another ticket now.');
  throw new AppError(
    'CONFLICT',
    `The ${NOTE_NAMES[intent.kind]} that waited for ${ticketName(intent.ticket_id)} was not sent and does not wait any more: its session is not linked to that ticket now. The draft is kept; post it from the session.`,
    { ticket_id: intent.ticket_id },
  );
}
