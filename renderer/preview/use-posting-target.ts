import type { NoteKind } from '../../shared/domain/note.ts';
import type { PostingPlan } from '../../shared/domain/posting.ts';
import type { Session } from '../../shared/domain/session.ts';
import { usePostingPlan } from '../bridge/psa-queries.ts';
import { type Consequence, consequenceOf, localConsequence } from '../posting/consequence.ts';
import { describeError } from '../ui/errors.ts';
import type { PostingPromise } from './use-posting.ts';

/** Where the note would go now, and what the press does. */
export interface PostingTargetState {
  readonly plan: PostingPlan | undefined;
  /** The plan itself could not be had. */
  readonly error: string | null;
  readonly consequence: Consequence;
  readonly busy: boolean;
  /** The button can be pressed: it says what that does. */
  readonly ready: boolean;
  /** The note leaves this machine. */
  readonly goesOut: boolean;
  /** What the press promises, for the main process to keep. */
  readonly promise: PostingPromise;
  readonly read: () => void;
}

/** Asks what posting would do, once when a note is opened and whenever its ticket or the set-up changes. */
export function usePostingTarget(session: Session, kind: NoteKind): PostingTargetState {
  const { id: sessionId, ticket_ref: ticketRef } = session;
  const plan = usePostingPlan({ sessionId, kind, ticketRef });
  const consequence =
    ticketRef === null
      ? localConsequence(kind)
      : consequenceOf(kind, plan.data, plan.isFetching && plan.data === undefined);
  return {
    plan: plan.data,
    error: plan.error && !plan.isFetching ? describeError(plan.error) : null,
    consequence,
    busy: plan.isFetching,
    ready: consequence.refusal === null && !consequence.pending,
    goesOut: consequence.tone !== 'local',
    promise: promiseOf(consequence, plan.data),
    read: () => void plan.refetch(),
  };
}

/** Of a ticket that could not be read nothing is promised but that the note goes there. */
function promiseOf({ tone }: Consequence, plan: PostingPlan | undefined): PostingPromise {
  if (tone === 'local') return { destination: 'local' };
  if (plan?.ticket == null) return { destination: 'ticket' };
  const { ticket, target_status, flags } = plan;
  return {
    destination: 'ticket',
    shown: { ticket_id: ticket.id, target_status_id: target_status?.id ?? null, flags },
  };
}
