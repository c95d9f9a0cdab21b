import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import type { PsaNote } from '../psa.ts';
import { adopt, lookOnce, stopUnknown } from './look.ts';
import { differencesOf, type NoteDifference } from './note-text.ts';
import { isSameProblem } from './passing.ts';
import { advance, asAppError, isStopped, type Run, stopWith, tell, ticketName } from './run.ts';
import { capital, NOTE_NAMES, noteOn, readersOf, viewsOf } from './words.ts';

/** Reads the note back and compares its text and the three views with what was sent. */
export async function readNoteBack(run: Run, posted: Intent): Promise<Intent> {
  if (posted.note_id === null) throw new Error('a posted note has its number');
  tell(run, posted, 'reading_note_back', `Reading note ${posted.note_id} back …`);

  const { intent, note } = await readOrStop(run, posted, posted.note_id);
  const { ticket_id, note_id } = intent;
  const differences = differencesOf(note, intent);
  if (differences.length > 0) return stopDiffers(run, intent, note, differences);
  return advance(run, intent, 'note_read_back', { problem: null }, [
    {
      step: 'note_verified',
      detail: `Note ${note_id} on ${ticketName(ticket_id)} reads as it was sent, in ${viewsOf(note.flags)}.`,
    },
  ]);
}

interface ReadBack {
  /** With another note's number, where that one is ours. */
  readonly intent: Intent;
  readonly note: PsaNote;
}

async function readOrStop(run: Run, intent: Intent, noteId: number): Promise<ReadBack> {
  try {
    return { intent, note: await run.psa.getNote(intent.ticket_id, noteId, run.signal) };
  } catch (failure) {
    if (isStopped(run)) throw failure;
    const error = asAppError(failure);
    if (error.code !== 'NOT_FOUND') return stopUnread(run, intent, error);

    // The list may know what the single read does not, yet.
    const { note, ...look } = await lookOnce(run, intent, 0);
    if (note?.id === noteId) return { intent, note };
    if (note !== undefined) {
      return { intent: adopt(run, advance(run, intent, 'note_missing'), note), note };
    }
    if (look.newer_notes === null) return stopUnread(run, intent, error);
    return stopUnknown(run, advance(run, intent, 'note_missing'), [look], error);
  }
}

function stopUnread(run: Run, intent: Intent, error: AppError): never {
  const told = new AppError(
    error.code,
    `${noteOn(intent)}, but it could not be read back, so the status was not touched. ${error.message} Trying again goes on from there; the note is not sent again.`,
    { ...error.details, ticket_id: intent.ticket_id, note_id: intent.note_id },
    { cause: error },
  );
  // The trail has it already: in the background that is tried again and again.
  if (isSameProblem(intent, told)) throw told;
  return stopWith(run, intent, 'note_unread', told, {
    step: 'note_unread',
    detail: `Note ${intent.note_id} is posted but could not be read back. ${error.message}`,
  });
}

function stopDiffers(
  run: Run,
  intent: Intent,
  note: PsaNote,
  differences: readonly NoteDifference[],
): never {
  const { kind, flags, ticket_id, note_id } = intent;
  const where = differences.includes('flags')
    ? `it stands in ${viewsOf(note.flags)}, where ${readersOf(note.flags)}, though it was sent into ${viewsOf(flags)}`
    : null;
  const text = differences.includes('text')
    ? 'its text is not the one that was sent: it was changed or cut'
    : null;
  const what = [where, text].filter((one) => one !== null).join(', and ');
  const exposed = kind === 'escalate' && (note.flags.discussion || note.flags.resolution);
  const error = new AppError(
    'PSA_REJECTED',
    `${exposed ? 'The customer can see the internal package now. ' : ''}${noteOn(intent)}, but ${what}. Correct it in ${run.psa.name} now, then try again; or accept it as it is. The status was not touched, and the note is not sent again.`,
    {
      ticket_id,
      note_id,
      differences,
      flags_wanted: flags,
      flags_actual: note.flags,
      reason: `${capital(what)}.`,
    },
  );
  return stopWith(run, intent, 'note_differs', error, {
    step: 'note_differs',
    detail: `Note ${note_id}, the ${NOTE_NAMES[kind]}: ${what}.`,
  });
}

/** Whether a posted note waits for the technician: it was stored otherwise than it was sent. */
export function isStoredOtherwise({ stage, problem }: Intent): boolean {
  return stage === 'note_posted' && problem?.details?.differences !== undefined;
}
