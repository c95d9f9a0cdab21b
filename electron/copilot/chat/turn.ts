import type { CopilotStep, CopilotTurn } from '../../../shared/domain/ai.ts';
import type { Message, MessageFailure, MessageState } from '../../../shared/domain/message.ts';
import { AppError } from '../../../shared/errors.ts';
import { toAiError } from '../ai-errors.ts';
import { usageOf } from '../prices.ts';
import { CHARACTERS_A_TOKEN } from '../stream-message.ts';
import { createAnswerText } from './answer-text.ts';
import type { AnswerToKeep, ChatStore } from './chat-store.ts';
import { createProgressTeller } from './progress-teller.ts';
import { createRounds } from './rounds.ts';
import type { TurnParts } from './turn-parts.ts';

/** How an answer can end; after that its row stays as it is. */
export type Ending = Exclude<MessageState, 'streaming'>;

/** One answer that is being written. It ends by itself, or when it is told to; it never rejects. */
export interface Turn {
  readonly session_id: number;
  state(): CopilotTurn;
  /** Keeps what there is and ends, at once. Does nothing once it has ended. */
  end(state: Ending, failure?: AppError): void;
  /** Ends quietly if its session was closed meanwhile, or its store is not in use any more. */
  endIfClosed(): void;
  /**
   * Whether the end could not be kept, on a full disk for instance. `keepEnd` tries once more and
   * throws in words where that fails too.
   */
  isUnkept(): boolean;
  keepEnd(): void;
  readonly done: Promise<void>;
}

/** Text that came is on disk after this long at the latest, whatever happens then. */
const KEEP_MILLISECONDS = 1_000;

/** Begins to write the answer whose row `answer` is, to the message that it replies to. */
export function startTurn(parts: TurnParts, store: ChatStore, answer: Message): Turn {
  const { account, log, now, tell } = parts;
  const { id: message_id, session_id } = answer;
  const started_at = now();
  const controller = new AbortController();
  const written = createAnswerText();
  const notices: string[] = [];
  let step: CopilotStep = 'asking';
  let kept = '';
  let hasEnded = false;
  /** The end as it is still to be kept. */
  let unkept: AnswerToKeep | undefined;

  const teller = createProgressTeller((piece) =>
    tell.progress({ session_id, message_id, started_at, output_tokens: tokens(), ...piece }),
  );
  const rounds = createRounds(parts, store, answer, {
    signal: controller.signal,
    onStep: goOn,
    onEvent(event) {
      try {
        written.take(event);
      } finally {
        const isText = event.type === 'content_block_delta' && event.delta.type === 'text_delta';
        goOn(isText ? 'writing' : step);
      }
    },
    onNotice: (notice) => {
      if (!notices.includes(notice)) notices.push(notice);
    },
    onProposed: () => tell.changed(session_id),
    isOver: () => {
      endIfClosed();
      return hasEnded;
    },
  });

  function tokens(): number {
    return Math.ceil(written.text().length / CHARACTERS_A_TOKEN);
  }

  function goOn(next: CopilotStep) {
    if (hasEnded) return;
    step = next;
    teller.update(step, written.text());
  }

  /** Words that are a secret by now go to no file. */
  const body = () => parts.secrets.redactKnown(written.text());

  const keeping = setInterval(() => {
    endIfClosed();
    if (hasEnded || kept === written.text()) return;
    try {
      store.messages.keepAnswer(message_id, { body: body(), state: 'streaming', notices });
      kept = written.text();
    } catch (error) {
      log.error('an answer was not kept as far as it has come', error);
    }
  }, KEEP_MILLISECONDS);
  keeping.unref();

  function endIfClosed() {
    if (hasEnded) return;
    try {
      if (parts.store() === store && store.sessions.get(session_id).state === 'active') return;
    } catch (error) {
      log.warn(`an answer was stopped: ${String(error)}`);
    }
    end('stopped');
  }

  function end(state: Ending, error?: AppError) {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(keeping);
    teller.end();
    const counted = rounds.counted();
    const usage = counted.length === 0 ? null : usageOf(rounds.model(), counted);
    const failure = error === undefined ? null : failureOf(error);
    unkept = { body: body(), state, notices, usage, failure };
    try {
      keepEnd();
    } catch (trouble) {
      log.error('an answer was not kept', trouble);
    }
    if (usage !== null) account.record(session_id, 'copilot', usage);
    controller.abort();
    tell.ended({ session_id, message_id, state });
    tell.changed(session_id);
  }

  function keepEnd() {
    // A store that was replaced has ended the answer by itself.
    if (unkept !== undefined && parts.store() === store) {
      store.messages.keepAnswer(message_id, unkept);
    }
    unkept = undefined;
  }

  async function run() {
    try {
      await rounds.run();
      if (written.text().trim() === '' && rounds.proposals() === 0 && notices.length === 0) {
        throw new AppError('AI_FAILED', 'The AI answered nothing. Try again.');
      }
      end('complete');
    } catch (failure) {
      endIfClosed();
      if (hasEnded) return;
      const error = asAppError(failure);
      log.warn(`the copilot did not answer (${error.code}): ${String(error.cause ?? '')}`);
      end('failed', error);
    }
  }

  return {
    session_id,
    state: () => ({
      session_id,
      message_id,
      step,
      text: written.text(),
      output_tokens: tokens(),
      started_at,
    }),
    end,
    endIfClosed,
    isUnkept: () => unkept !== undefined,
    keepEnd,
    done: run(),
  };
}

function asAppError(failure: unknown): AppError {
  return failure instanceof AppError ? failure : toAiError(failure);
}

function failureOf({ code, message, details }: AppError): MessageFailure {
  const at = details?.retry_at;
  return { code, message, ...(typeof at === 'number' ? { retry_at: at } : {}) };
}
