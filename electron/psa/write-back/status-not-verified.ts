import type { StatusFailure, StatusNotVerified } from '../../../shared/domain/posting.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import { type Run, stopWith, ticketName } from './run.ts';
import { noteOn, sentence } from './words.ts';

interface NotVerified {
  readonly how: StatusFailure;
  /** Null where the ticket could not be read. */
  readonly actual: string | null;
  /** What an error said of it. */
  readonly said: string | null;
  /** The system's own words. */
  readonly reason: string | null;
}

/** The loud end of a posting: the note is there, the status is not, or nobody can tell. */
export function stopNotVerified(
  run: Run,
  intent: Intent,
  { how, actual, said, reason }: NotVerified,
): never {
  const { note_id, ticket_id } = intent;
  if (note_id === null) throw new Error('a status is changed only after the note');
  const wanted = intent.target?.name ?? 'the status of the settings';
  const details: StatusNotVerified = { wanted, actual, how, note_id, ticket_id, reason };
  const what = WORDS[how](wanted, actual ?? 'not known');
  const why = said === null ? '' : ` ${sentence(said)}`;
  const error = new AppError(
    'PSA_STATUS_NOT_VERIFIED',
    `${noteOn(intent)}. ${what}${why} You can try again here, without the note being sent again, or close the session and leave ${ticketName(ticket_id)} as it is.`,
    { ...details },
  );
  return stopWith(
    run,
    intent,
    'status_not_verified',
    error,
    { step: 'status_not_verified', detail: `${what}${why}` },
    { target: intent.target },
  );
}

const WORDS: Readonly<Record<StatusFailure, (wanted: string, actual: string) => string>> = {
  refused: (wanted, actual) =>
    `The change to ${wanted} was refused; the ticket's status is ${actual}.`,
  ignored: (wanted, actual) =>
    `The status is not ${wanted}: the change was ignored, and the ticket still shows ${actual}.`,
  overridden: (wanted, actual) =>
    `The status is not ${wanted}: something else, a workflow rule perhaps, has set it to ${actual}.`,
  not_asked: (wanted, actual) =>
    `The status was not changed to ${wanted}; the ticket's status is ${actual}.`,
  unknown: (wanted) =>
    `Whether the status is ${wanted} is not known: the ticket could not be read after the change.`,
};
