import type { ShownPlan } from '../../../shared/domain/posting.ts';
import { AppError } from '../../../shared/errors.ts';
import type { FixedIntent, IntentProgress } from '../../sessions/index.ts';
import { ticketName } from './run.ts';
import { readersOf, viewsOf } from './words.ts';

/** Throws `CONFLICT` where something else would be done now than the screen said. */
export function requireAsShown(
  shown: ShownPlan | undefined,
  { ticket_id, flags }: Pick<FixedIntent, 'ticket_id' | 'flags'>,
  target: IntentProgress['target'],
): void {
  if (shown === undefined) return;
  const isSame =
    shown.ticket_id === ticket_id &&
    shown.target_status_id === (target?.id ?? null) &&
    shown.flags.discussion === flags.discussion &&
    shown.flags.internal === flags.internal &&
    shown.flags.resolution === flags.resolution;
  if (isSame) return;
  const status =
    target === null ? 'the status stays as it is' : `the status is set to ${target.name}`;
  throw new AppError(
    'CONFLICT',
    `The ticket or the settings changed: now it would be ${ticketName(ticket_id)}, ${viewsOf(flags)} (${readersOf(flags)}), and ${status}. Nothing was sent; look again and confirm.`,
    { ticket_id, flags, target_status: target?.name ?? null },
  );
}
