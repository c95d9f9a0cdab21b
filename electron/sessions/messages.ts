import type { Message } from '../../shared/domain/message.ts';
import { AppError } from '../../shared/errors.ts';
import type { AttachmentQueries } from './attachments.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';
import {
  type AnswerProgress,
  answerRow,
  MESSAGE_COLUMNS,
  type MessageRow,
  readMessage,
} from './message-row.ts';
import type { ProposalQueries } from './proposals.ts';

export interface NewMessage {
  readonly session_id: number;
  readonly author: Message['author'];
  /** Empty only where attachments speak for it. */
  readonly body: string;
  /** Of the same session, and not part of another message that is in the lane. */
  readonly attachment_ids?: readonly number[] | undefined;
}

export interface NewAnswer {
  readonly session_id: number;
  /** The message of the technician that it answers. */
  readonly reply_to: number;
}

export interface MessagePage {
  /** Oldest first. */
  readonly messages: Message[];
  /** How many there are before those. */
  readonly earlier: number;
}

/**
 * The lane. The state version stays with all of these: no note depends on the transcript. Messages
 * that were replaced stay on file and are in none of the lists.
 */
export interface MessageQueries {
  /** To active sessions only. */
  add(message: NewMessage): Message;
  /** All of them, oldest first. */
  list(sessionId: number): Message[];
  newest(sessionId: number, limit: number): MessagePage;
  /** Those before one, the newest of them last. */
  earlier(sessionId: number, before: number, limit: number): Message[];
  /** Also one that was replaced. */
  get(id: number): Message;
  /** Begins an answer of the copilot, empty; `CONFLICT` while another one is being written. */
  startAnswer(answer: NewAnswer): Message;
  /**
   * Keeps an answer as far as it has come. Any state but `streaming` ends it, and an answer that has
   * ended refuses. A session that was closed meanwhile does not: what was begun before may end.
   */
  keepAnswer(id: number, progress: AnswerProgress): Message;
  /**
   * Takes a message and every later one out of the lane, and turns down what they proposed and
   * nobody decided; what was confirmed stays. `CONFLICT` while an answer is being written.
   */
  replaceFrom(messageId: number): void;
  /** Whether an answer is being written, in any session. */
  isAnswering(): boolean;
  /** Marks answers whose writing ended with the app, and answers how many there were. */
  interruptStreaming(): number;
}

interface Parts {
  readonly attachments: AttachmentQueries;
  readonly proposals: ProposalQueries;
}

const INSERT = `INSERT INTO messages (session_id, author, body, state, reply_to, created_at)
  VALUES (@session_id, @author, @body, @state, @reply_to, @at) RETURNING ${MESSAGE_COLUMNS}`;

const KEEP = `UPDATE messages SET body = @body, state = @state, failure = @failure,
  notices = @notices, usage = @usage WHERE id = @id RETURNING ${MESSAGE_COLUMNS}`;

const IN_LANE = `FROM messages WHERE session_id = @session_id AND replaced_at IS NULL`;

const BEFORE = `SELECT * FROM (
  SELECT ${MESSAGE_COLUMNS} ${IN_LANE} AND id < @before ORDER BY id DESC LIMIT @limit
) ORDER BY id`;

const NOT_ON_FILE = 'This message is not on file. Reload the session and try again.';
/** Above every id. */
const END = Number.MAX_SAFE_INTEGER;

export function createMessageQueries(
  database: WritableDatabase,
  now: () => number,
  { attachments, proposals }: Parts,
): MessageQueries {
  const row = (id: number) =>
    found(
      database.one<MessageRow>(`SELECT ${MESSAGE_COLUMNS} FROM messages WHERE id = @id`, { id }),
      NOT_ON_FILE,
    );

  const before = (sessionId: number, id: number, limit: number) =>
    database.all<MessageRow>(BEFORE, { session_id: sessionId, before: id, limit }).map(readMessage);

  function insert(message: {
    readonly session_id: number;
    readonly author: Message['author'];
    readonly body: string;
    readonly state: Message['state'];
    readonly reply_to: number | null;
  }): Message {
    const inserted = database.one<MessageRow>(INSERT, { ...message, at: now() });
    return readMessage(found(inserted, 'The message was not saved. Try again.'));
  }

  function requireNoAnswerUnderWay(sessionId: number): void {
    const streaming = database.one(
      "SELECT 1 FROM messages WHERE session_id = @session_id AND state = 'streaming'",
      { session_id: sessionId },
    );
    if (streaming === undefined) return;
    throw new AppError(
      'CONFLICT',
      'The copilot is still writing an answer in this session. Wait for its end, or stop it.',
    );
  }

  return {
    add({ session_id, author, body, attachment_ids = [] }) {
      return database.write(() => {
        requireActive(database, session_id);
        if (body.trim() === '' && attachment_ids.length === 0) {
          throw new AppError('INVALID_INPUT', 'The message is empty. Write something first.');
        }
        const message = insert({ session_id, author, body, state: 'complete', reply_to: null });
        attachments.send(message, attachment_ids);
        return message;
      });
    },
    list: (sessionId) => before(sessionId, END, END),
    newest: (sessionId, limit) =>
      database.read(() => {
        const messages = before(sessionId, END, limit);
        const count = database.one<{ count: number }>(
          `SELECT count(*) AS count ${IN_LANE} AND id < @before`,
          { session_id: sessionId, before: messages[0]?.id ?? 0 },
        );
        return { messages, earlier: count?.count ?? 0 };
      }),
    earlier: before,
    get: (id) => readMessage(row(id)),
    startAnswer({ session_id, reply_to }) {
      return database.write(() => {
        requireActive(database, session_id);
        requireNoAnswerUnderWay(session_id);
        const asked = row(reply_to);
        if (asked.session_id !== session_id || asked.replaced_at !== null) {
          throw new AppError('NOT_FOUND', NOT_ON_FILE);
        }
        if (asked.author !== 'technician') {
          throw new AppError('INVALID_INPUT', 'The copilot answers a message of yours only.');
        }
        return insert({ session_id, author: 'copilot', body: '', state: 'streaming', reply_to });
      });
    },
    keepAnswer: (id, progress) =>
      database.write(() => {
        const kept = row(id);
        if (kept.state !== 'streaming') {
          throw new AppError('CONFLICT', 'This answer has ended already, so it was not changed.');
        }
        const next = database.one<MessageRow>(KEEP, answerRow(kept, progress));
        return readMessage(found(next, NOT_ON_FILE));
      }),
    replaceFrom(messageId) {
      database.write(() => {
        const { session_id, replaced_at } = row(messageId);
        requireActive(database, session_id);
        requireNoAnswerUnderWay(session_id);
        if (replaced_at !== null) {
          throw new AppError(
            'CONFLICT',
            'This message was replaced already. Reload the session and look before you try again.',
          );
        }
        proposals.rejectFrom(session_id, messageId);
        database.run(
          `UPDATE messages SET replaced_at = @at
           WHERE session_id = @session_id AND replaced_at IS NULL AND id >= @id`,
          { session_id, id: messageId, at: now() },
        );
      });
    },
    isAnswering: () =>
      database.one("SELECT 1 FROM messages WHERE state = 'streaming' LIMIT 1") !== undefined,
    interruptStreaming: () =>
      database.run("UPDATE messages SET state = 'interrupted' WHERE state = 'streaming'"),
  };
}
