import type { NoteKind } from '../../shared/domain/note.ts';
import type {
  OutboxItem,
  PostingDecision,
  PostingPlan,
  PostingProgress,
  StatusChangedLater,
} from '../../shared/domain/posting.ts';
import { AppError, type ErrorShape } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { Psa } from './psa.ts';
import { createAnswers } from './write-back/answers.ts';
import { createBackground } from './write-back/background.ts';
import type { ConfirmOptions, NoteToPost } from './write-back/confirm.ts';
import { createDesk } from './write-back/desk.ts';
import { toItem } from './write-back/outbox-items.ts';
import { planPosting } from './write-back/plan.ts';
import { createPosts } from './write-back/posts.ts';
import type { Posted, PostingRules, PostingStore } from './write-back/run.ts';

/** What came of a posting that nobody was waiting for. */
export interface Settled {
  readonly session_id: number;
  readonly kind: NoteKind;
  /** Null where it stopped; then `error` says why. */
  readonly posted: Posted | null;
  readonly error: ErrorShape | null;
}

export interface PostingOptions extends ConfirmOptions {
  readonly store: () => PostingStore;
  /** The PSA, or null while none is set up: then notes stay on this machine. */
  readonly psa?: () => Promise<Psa | null>;
  readonly rules?: () => Promise<PostingRules>;
  /** Each step of a posting as it is taken. */
  readonly onProgress?: (progress: PostingProgress) => void;
  /** A verified status was another one some seconds later. */
  readonly onStatusChangedLater?: (change: StatusChangedLater) => void;
  /** A posting of the outbox or from before the start came to its end, or stopped. */
  readonly onSettled?: (settled: Settled) => void;
  readonly log?: Log;
  readonly now?: () => number;
  /** Rejects when the signal aborts. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface PostingService {
  /**
   * Posts exactly these bytes and closes the session. Throws `CONFLICT` where it is closed already or
   * another posting of it is not finished, `DRAFT_BLOCKED` (with `details.findings`) where the checks
   * block, `PSA_REJECTED`, `PSA_STATUS_NOT_VERIFIED`, `PSA_OUTCOME_UNKNOWN`, `OFFLINE` and the like: what
   * to do then is said in the message, and what can be done stands in {@link PostingService.outbox}.
   */
  post(note: NoteToPost): Promise<Posted>;
  /** Where a note of this kind would go, who would see it and what would become of the ticket. */
  plan(sessionId: number, kind: NoteKind): Promise<PostingPlan>;
  /** Goes on from where the posting of a session stopped. A note that was sent is not sent again. */
  retry(sessionId: number): Promise<Posted>;
  /** Closes a session whose note is posted, and leaves the ticket as it is. */
  closeAnyway(sessionId: number, reason: string): Promise<Posted>;
  /** The technician's word after `PSA_OUTCOME_UNKNOWN`, or on a note that was stored otherwise. Null: given up. */
  decide(sessionId: number, decision: PostingDecision): Promise<Posted | null>;
  /** Keeps a note for when the network is back; checked as a posted one is. */
  queue(note: NoteToPost): Promise<OutboxItem>;
  /** Sends what is queued, one after the other; stops where there is no network. */
  sendQueued(): Promise<void>;
  /** On a queued note whose ticket has changed. Null: cancelled. */
  answer(sessionId: number, answer: 'send' | 'cancel'): Promise<Posted | null>;
  /** Takes back a note of which nothing was sent. */
  cancelQueued(sessionId: number): Promise<void>;
  /**
   * To be asked before the link of a session is changed: throws `CONFLICT` while a posting of it runs,
   * of which there need not be anything on file yet. What is open on file holds the link by itself.
   */
  requireRelinkable(sessionId: number, ticketRef: string | null): void;
  /** Whether a posting of any session runs at this moment; there need not be anything of it on file yet. */
  isPosting(): boolean;
  /** Postings that are not finished, the oldest first. */
  outbox(): readonly OutboxItem[];
  /** At the start, and whenever the network is back: whatever was written down goes on. */
  resume(): Promise<void>;
  /** Keys or settings are others now: what was not tried any more for their sake is tried again. */
  connectionChanged(): void;
  /** When everything under way has ended, the second looks included. */
  settled(): Promise<void>;
  /** Stops waiting; what is not finished goes on at the next start. */
  close(): Promise<void>;
}

/** Posting: to the ticket where there is one and a PSA is set up, else on this machine. */
export function createPosting(options: PostingOptions): PostingService {
  const now = options.now ?? Date.now;
  const desk = createDesk(options);
  const posts = createPosts(desk, options);
  const answers = createAnswers(desk);
  const background = createBackground(desk, options.onSettled ?? (() => {}), now);
  return {
    ...posts,
    ...answers,
    ...background,
    async plan(sessionId, kind) {
      const session = desk.store().sessions.get(sessionId);
      return planPosting(session, kind, await desk.connect(), desk.seen, now);
    },
    requireRelinkable(sessionId, ticketRef) {
      if (!desk.turns.isTaken(sessionId)) return;
      if (desk.store().sessions.get(sessionId).ticket_ref === ticketRef) return;
      throw new AppError(
        'CONFLICT',
        'The note of this session is being posted to its ticket at this moment, so the link was not changed. Wait for what comes of it.',
        { running: true },
      );
    },
    isPosting: desk.turns.isAnyTaken,
    outbox: () =>
      desk
        .store()
        .intents.listOpen()
        .map((intent) => toItem(desk.store(), intent, desk.turns.isTaken(intent.session_id))),
    settled: desk.settled,
    close: desk.close,
  };
}
