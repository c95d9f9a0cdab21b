import type { ParsedInput } from '../../../shared/contract/index.ts';
import type { CopilotRequest, CopilotTurn } from '../../../shared/domain/ai.ts';
import type { Message } from '../../../shared/domain/message.ts';
import { AppError } from '../../../shared/errors.ts';
import { SYSTEM_PROMPT } from './prompt.ts';
import { createRedactor } from './redactor.ts';
import { buildRequest } from './request.ts';
import { TOOLS } from './tools/run-tools.ts';
import { startTurn, type Turn } from './turn.ts';
import type { CopilotParts } from './turn-parts.ts';

/** The copilot in the lane. It owns every answer that is being written; windows only look on. */
export interface CopilotService {
  send(message: ParsedInput<'copilot.send'>): Promise<{ message: Message; answer: Message | null }>;
  retry(messageId: number): Promise<{ answer: Message }>;
  stop(sessionId: number): boolean;
  turn(sessionId: number): CopilotTurn | null;
  requestFor(sessionId: number): Promise<CopilotRequest>;
  /** Stops the answer of a session that was closed. */
  sessionChanged(sessionId: number): void;
  /** Keeps what there is of every answer and ends it, at once. */
  close(): void;
}

/** Models that think before they write are silent for a while. */
const LIMITS_OF_A_ROUND = { silence: 60_000, whole: 300_000 };

export function createCopilot(options: CopilotParts): CopilotService {
  const parts = {
    ...options,
    now: options.now ?? Date.now,
    limits: options.limits ?? LIMITS_OF_A_ROUND,
    redactor: createRedactor(options.secrets),
  };
  const { ai, store, tell } = parts;
  const turns = new Map<number, Turn>();
  /** Answers that ended and could not be kept, by session; a full disk may have room again. */
  const unkept = new Map<number, Turn>();
  let isClosed = false;

  /** `off` where the technician works without the AI; an error where it cannot be told. */
  async function readiness(): Promise<'ready' | 'off' | AppError> {
    try {
      return (await ai.status()).state === 'ready' ? 'ready' : 'off';
    } catch (failure) {
      if (failure instanceof AppError) return failure;
      return new AppError(
        'KEYCHAIN_UNAVAILABLE',
        'The keychain of this computer did not give out the API key. Unlock it and try again.',
        undefined,
        { cause: failure },
      );
    }
  }

  function begin(answer: Message, readied: 'ready' | AppError) {
    const turn = startTurn(parts, store(), answer);
    turns.set(answer.session_id, turn);
    void turn.done.finally(() => letGo(turn));
    if (readied !== 'ready') turn.end('failed', readied);
  }

  function letGo(turn: Turn) {
    const { session_id } = turn;
    if (turns.get(session_id) !== turn) return;
    turns.delete(session_id);
    if (turn.isUnkept()) unkept.set(session_id, turn);
  }

  /** An answer whose end could not be kept would block its session for ever. */
  function endLeftOver(sessionId: number): boolean {
    const left = store()
      .snapshot(sessionId)
      .messages.find(({ state }) => state === 'streaming');
    const turn = unkept.get(sessionId);
    if (left !== undefined && turn?.state().message_id === left.id) {
      turn.keepEnd();
    } else if (left !== undefined) {
      store().messages.keepAnswer(left.id, { body: left.body, state: 'interrupted' });
    }
    unkept.delete(sessionId);
    return left !== undefined;
  }

  function requireIdle(sessionId: number) {
    if (isClosed) throw new AppError('CANCELLED', 'The app is quitting.');
    if (turns.has(sessionId)) {
      throw new AppError('CONFLICT', 'The copilot is still answering. Stop it first, or wait.');
    }
    endLeftOver(sessionId);
  }

  return {
    async send({ session_id, body, attachment_ids, replaces }) {
      const readied = await readiness();
      requireIdle(session_id);
      const { messages, transaction } = store();
      const sent = transaction(() => {
        if (replaces !== null) {
          requireOwnWords(messages.get(replaces), session_id);
          messages.replaceFrom(replaces);
        }
        const message = messages.add({ session_id, author: 'technician', body, attachment_ids });
        const answer =
          readied === 'off' ? null : messages.startAnswer({ session_id, reply_to: message.id });
        return { message, answer };
      });
      tell.changed(session_id);
      if (sent.answer !== null && readied !== 'off') begin(sent.answer, readied);
      return sent;
    },

    async retry(messageId) {
      const readied = await readiness();
      if (readied === 'off') {
        throw new AppError('NOT_CONFIGURED', 'No API key is set, so there is nobody to answer.');
      }
      const { messages, snapshot, transaction } = store();
      const asked = messages.get(messageId);
      const { session_id } = asked;
      requireIdle(session_id);
      const answer = transaction(() => {
        const reply_to = clearForRetry(asked, snapshot(session_id).messages, messages.replaceFrom);
        return messages.startAnswer({ session_id, reply_to });
      });
      tell.changed(session_id);
      begin(answer, readied);
      return { answer };
    },

    stop(sessionId) {
      const turn = turns.get(sessionId);
      if (turn !== undefined) {
        turn.end('stopped');
        letGo(turn);
        return true;
      }
      const wasLeftOver = endLeftOver(sessionId);
      if (wasLeftOver) tell.changed(sessionId);
      return wasLeftOver;
    },

    turn: (sessionId) => turns.get(sessionId)?.state() ?? null,

    async requestFor(sessionId) {
      const templates = async () => parts.templates.list();
      const sources = { store: store(), redactor: parts.redactor, templates };
      const [model, { ai_base_address }, request] = await Promise.all([
        ai.modelFor('copilot'),
        ai.settings(),
        buildRequest(sources, sessionId, null),
      ]);
      return {
        model,
        base_address: ai_base_address,
        system: `${SYSTEM_PROMPT}\n\n${toolsInWords()}`,
        messages: request.turns.map(({ role, texts, pictures }) => ({
          role,
          text: texts.join('\n\n'),
          pictures: pictures.length,
        })),
        secrets_removed: request.secrets_removed,
        messages_left_out: request.messages_left_out,
      };
    },

    sessionChanged: (sessionId) => turns.get(sessionId)?.endIfClosed(),

    close() {
      isClosed = true;
      for (const turn of turns.values()) turn.end('interrupted');
      turns.clear();
    },
  };
}

function requireOwnWords(message: Message, sessionId: number): void {
  if (message.session_id === sessionId && message.author === 'technician') return;
  throw new AppError(
    'INVALID_INPUT',
    'Only a message that you wrote in this session can be written anew.',
  );
}

/**
 * Takes what a new answer replaces out of the lane, and says which message it answers. What the
 * technician wrote after a broken answer stays: the new one answers that instead.
 */
function clearForRetry(
  asked: Message,
  messages: readonly Message[],
  replaceFrom: (messageId: number) => void,
): number {
  const later = messages.filter(({ id }) => id > asked.id);
  const newest = messages.findLast(({ author }) => author === 'technician');
  if (
    newest === undefined ||
    !messages.some(({ id }) => id === asked.id) ||
    later.some(({ author }) => author === 'copilot')
  ) {
    throw new AppError(
      'CONFLICT',
      'Only the newest answer can be written anew. Change your message before it instead.',
    );
  }
  if (asked.author === 'copilot' && later.length === 0) replaceFrom(asked.id);
  return newest.id;
}

/** The tools go along with every request too. */
function toolsInWords(): string {
  const lines = TOOLS.map(({ name, description }) => `- ${name}: ${description}`);
  return ['Tools:', ...lines].join('\n');
}
