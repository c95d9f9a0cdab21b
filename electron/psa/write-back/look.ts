import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import type { PsaNote } from '../psa.ts';
import { oursAmong, oursOf } from './note-text.ts';
import { advance, asAppError, isStopped, type Run, stopWith, tell, ticketName } from './run.ts';
import { NEWEST } from './ticket.ts';
import { warn } from './warn.ts';
import { capital, listed, NOTE_NAMES, sentence } from './words.ts';

/** When the ticket's notes are looked at after a note that got no answer: seconds since then. */
const LOOKS_AFTER_SECONDS = [2, 5, 10] as const;

/** One look at the newest notes of the ticket. */
export interface Look {
  readonly after_seconds: number;
  /** How many there are that are newer than those before ours; null where they could not be read. */
  readonly newer_notes: number | null;
  /** Whether these were all: only then "it is not there" can be said. */
  readonly complete: boolean;
  readonly problem: string | null;
}

interface Sight extends Look {
  readonly note: PsaNote | undefined;
}

/** How many notes are read, until those from before ours are reached. */
const COUNTS = [NEWEST, 100, 400, 1_000] as const;

interface NotesRead {
  readonly notes: readonly PsaNote[];
  readonly complete: boolean;
}

/** The notes that are newer than those before ours; at most a thousand of the newest. */
async function newerNotes(
  run: Run,
  { ticket_id, newest_note_id }: Intent,
  isEnough: (notes: readonly PsaNote[]) => boolean = () => false,
): Promise<NotesRead> {
  const before = newest_note_id ?? 0;
  let notes: readonly PsaNote[] = [];
  let last = -1;
  for (const count of COUNTS) {
    notes = await run.psa.newestNotes(ticket_id, count, run.signal);
    // Fewer than asked for does not end it alone: rows that cannot be read are left out of an answer.
    const isAll = notes.length === 0 || (notes.length < count && notes.length === last);
    if (isAll || notes.some(({ id }) => id <= before)) return { notes, complete: true };
    if (isEnough(notes)) break;
    last = notes.length;
  }
  return { notes, complete: false };
}

/** Looks once for our note. Never rejects but when the app is closing. */
export async function lookOnce(run: Run, intent: Intent, after_seconds: number): Promise<Sight> {
  try {
    const { notes, complete } = await newerNotes(
      run,
      intent,
      (read) => oursOf(read, intent) !== undefined,
    );
    const newer = notes.filter(({ id }) => id > (intent.newest_note_id ?? 0));
    const note = oursOf(notes, intent);
    return { after_seconds, newer_notes: newer.length, complete, problem: null, note };
  } catch (error) {
    if (isStopped(run)) throw error;
    const problem = asAppError(error).message;
    return { after_seconds, newer_notes: null, complete: false, problem, note: undefined };
  }
}

/**
 * Looks for a note that was sent and got no answer. Found, it is ours. Not found after the last look,
 * nobody knows, and the technician decides; with `stayUnlessSeen`, only if some look was answered.
 */
export async function lookForNote(
  run: Run,
  intent: Intent,
  { stayUnlessSeen = false, cause = null as AppError | null } = {},
): Promise<Intent> {
  tell(
    run,
    intent,
    'looking_for_note',
    `No clear answer came. Looking on ${ticketName(intent.ticket_id)} whether the note is there …`,
  );
  const looks: Look[] = [];
  let before = 0;
  for (const after of LOOKS_AFTER_SECONDS) {
    await run.sleep((after - before) * 1_000, run.signal);
    before = after;
    const { note, ...look } = await lookOnce(run, intent, after);
    looks.push(look);
    if (note !== undefined) return adopt(run, intent, note);
  }
  const seen = looks.some(({ newer_notes }) => newer_notes !== null);
  if (!seen && stayUnlessSeen) {
    throw new AppError(
      'OFFLINE',
      `Whether the ${NOTE_NAMES[intent.kind]} is on ${ticketName(intent.ticket_id)} is not known yet: the ticket could not be read. Nothing is sent again; the next look follows when the network is back.`,
      { ticket_id: intent.ticket_id, reference: intent.reference, looked: looks },
    );
  }
  return stopUnknown(run, intent, looks, cause);
}

/** Takes a note on the ticket for the one that was sent. */
export function adopt(run: Run, intent: Intent, note: PsaNote): Intent {
  return advance(run, intent, 'note_found', { note_id: note.id, problem: null }, [
    {
      step: 'note_adopted',
      detail: `The note was found on ${ticketName(intent.ticket_id)} as note ${note.id}, by its reference ${intent.reference} or its text. It is not sent again.`,
    },
  ]);
}

/** Nobody knows whether the note is on the ticket: told with all that was looked at. */
export function stopUnknown(
  run: Run,
  intent: Intent,
  looks: readonly Look[],
  cause: AppError | null,
): never {
  const { kind, ticket_id, reference } = intent;
  const error = new AppError(
    'PSA_OUTCOME_UNKNOWN',
    `Whether the ${NOTE_NAMES[kind]} is on ${ticketName(ticket_id)} is not known: it was sent, and no clear answer came. ${lookWords(looks, reference)} Nothing more is sent until you say so. Open the ticket and look for Ref: ${reference}; then look again here, post it again, or give up. Your note is kept.`,
    {
      ticket_id,
      reference,
      newest_note_id_before: intent.newest_note_id,
      looked: looks,
      ...(cause === null ? {} : { cause: cause.message }),
    },
  );
  return stopWith(run, intent, 'note_not_found', error, {
    step: 'note_unknown',
    detail: `No clear answer came, and the note was not seen on ${ticketName(ticket_id)}. ${lookWords(looks, reference)}`,
  });
}

/**
 * Before a session is closed whose note may have been posted more than once: is there another one of
 * ours? Then the technician is told, and the trail too.
 */
export async function warnOfDouble(run: Run, intent: Intent): Promise<void> {
  // A change of the status counts as a try, too: one look too many then, and none too few.
  if (intent.attempts < 2) return;
  const name = ticketName(intent.ticket_id);
  let read: NotesRead | null = null;
  try {
    read = await newerNotes(run, intent);
  } catch (failure) {
    if (isStopped(run)) throw failure;
  }
  const others = oursAmong(read?.notes ?? [], intent).filter(({ id }) => id !== intent.note_id);
  if (others.length > 0) {
    const numbers = listed(others.map(({ id }) => `${id}`));
    warn(
      run,
      intent,
      'double_note',
      `${name} holds this note more than once: note ${intent.note_id}, and ${numbers}. Delete the one that is too many in ${run.psa.name}.`,
    );
  } else if (read?.complete !== true && intent.stage === 'note_verified') {
    warn(
      run,
      intent,
      'double_not_seen',
      `The note was sent more than once, and whether ${name} holds it more than once could not be seen. Open the ticket and look for Ref: ${intent.reference}.`,
    );
  }
}

function lookWords(looks: readonly Look[], reference: string): string {
  const answered = looks.flatMap(({ newer_notes }) => (newer_notes === null ? [] : [newer_notes]));
  const moments = looks.map(({ after_seconds }) => `${after_seconds}`);
  const when =
    looks.length === 1 && moments[0] === '0' ? 'now' : `after ${listed(moments)} seconds`;
  if (answered.length === 0) {
    const why = looks.findLast(({ problem }) => problem !== null)?.problem ?? '';
    return sentence(`Its notes could not be read ${when}. ${why}`);
  }
  const newest = answered.at(-1) ?? 0;
  const isComplete = looks.findLast(({ newer_notes }) => newer_notes !== null)?.complete === true;
  const seen = !isComplete
    ? `the note is not among the newest ${newest}, but there are more than could be read`
    : newest === 0
      ? 'there is no new note'
      : `none of the ${newest} new ${newest === 1 ? 'note' : 'notes'} carries Ref: ${reference}`;
  return `${capital(`its newest notes were read ${when}`)}: ${seen}.`;
}
