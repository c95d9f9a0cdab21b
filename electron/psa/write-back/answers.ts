import type { PostingDecision } from '../../../shared/domain/posting.ts';
import type { Intent } from '../../sessions/index.ts';
import {
  acceptNote,
  closeAsItIs,
  giveUp,
  lookAgain,
  outOfTurn,
  postAgain,
  requirePossible,
} from './decisions.ts';
import type { Desk } from './desk.ts';
import { cancelIntent, isRelinked } from './linked.ts';
import { sendAgain, sendAllTheSame, sendLater } from './outbox.ts';
import type { Posted, Run } from './run.ts';
import { requireSameSystem } from './same-system.ts';
import { takeSteps } from './steps.ts';

interface Answers {
  retry(sessionId: number): Promise<Posted>;
  closeAnyway(sessionId: number, reason: string): Promise<Posted>;
  decide(sessionId: number, decision: PostingDecision): Promise<Posted | null>;
  answer(sessionId: number, answer: 'send' | 'cancel'): Promise<Posted | null>;
  cancelQueued(sessionId: number): Promise<void>;
}

/** What the technician says to a posting that stopped. */
export function createAnswers(desk: Desk): Answers {
  const { inTurn, requireOpen, requireConnection } = desk;

  /** The system that the posting was confirmed for, and no other. */
  async function connectFor(intent: Intent): Promise<Run> {
    const run = await requireConnection();
    requireSameSystem(run, intent);
    return run;
  }

  function cancel(intent: Intent): void {
    requirePossible(intent, 'cancel');
    cancelIntent(desk, intent, 'The technician cancelled it.');
  }

  return {
    retry: (sessionId) =>
      inTurn(sessionId, async () => {
        const intent = requireOpen(sessionId);
        return goOn(desk, await connectFor(intent), intent);
      }),
    closeAnyway: (sessionId, reason) =>
      inTurn(sessionId, async () =>
        closeAsItIs({ ...desk, warnings: [] }, requireOpen(sessionId), reason),
      ),
    decide: (sessionId, decision) =>
      inTurn(sessionId, async () => {
        const intent = requireOpen(sessionId);
        if (decision === 'give_up') {
          giveUp(desk, intent);
          return null;
        }
        const run = await connectFor(intent);
        if (decision === 'accept_note') return acceptNote(run, intent);
        if (intent.stage !== 'note_unknown') throw outOfTurn(intent);
        return decision === 'look_again' ? lookAgain(run, intent) : postAgain(run, intent);
      }),
    answer: (sessionId, answer) =>
      inTurn(sessionId, async () => {
        const intent = requireOpen(sessionId);
        if (intent.stage !== 'asking') throw outOfTurn(intent);
        if (answer === 'cancel') {
          cancel(intent);
          return null;
        }
        if (isRelinked(desk, intent)) throw outOfTurn(intent);
        return sendAllTheSame(await connectFor(intent), intent);
      }),
    cancelQueued: (sessionId) => inTurn(sessionId, async () => cancel(requireOpen(sessionId))),
  };
}

/** Another try by the technician, from where the posting stopped. */
function goOn(desk: Desk, run: Run, intent: Intent): Promise<Posted> {
  switch (intent.stage) {
    case 'asking':
      throw outOfTurn(intent);
    case 'queued':
    case 'prepared':
      if (isRelinked(desk, intent)) throw outOfTurn(intent);
      return intent.stage === 'queued' ? sendLater(run, intent) : sendAgain(run, intent);
    case 'note_unknown':
      return lookAgain(run, intent);
    default:
      return takeSteps(run, intent, { settingsAnew: true });
  }
}
