import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import { type Run, stopWith, ticketName } from './run.ts';
import type { WriteBackEvent } from './stages.ts';
import { NOTE_NAMES } from './words.ts';

/** Where a step was under way: the posting stops there, so that the technician can give up or close. */
const STOPS: Readonly<Partial<Record<Intent['stage'], WriteBackEvent>>> = {
  note_sending: 'note_not_found',
  status_sending: 'status_not_verified',
};

/** Throws `CONFLICT` where another system is set up than the one that the posting was confirmed for. */
export function requireSameSystem(run: Run, intent: Intent): void {
  const { kind, ticket_id, psa_identity, stage } = intent;
  const { name, identity } = run.psa;
  if (psa_identity === identity) return;
  const error = new AppError(
    'CONFLICT',
    `The ${NOTE_NAMES[kind]} for ${ticketName(ticket_id)} belongs to ${psa_identity}, and the app is connected to ${identity} now, where that number is another ticket. Nothing was done there. Connect to the first one again in Settings → ${name}, or end this posting.`,
    { ticket_id, psa_identity },
  );
  const event = STOPS[stage];
  if (event === undefined) throw error;
  stopWith(run, intent, event, error, { step: 'other_system', detail: error.message });
}
