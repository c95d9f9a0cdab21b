import type { Message } from '../../shared/domain/message.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';

export interface NewMessage {
  readonly session_id: number;
  readonly author: Message['author'];
  readonly body: string;
}

export interface MessageQueries {
  /** To active sessions only. The state version stays: no note depends on the transcript. */
  add(message: NewMessage): Message;
  /** Oldest first. */
  list(sessionId: number): Message[];
}

const INSERT = `INSERT INTO messages (session_id, author, body, created_at)
  VALUES (@session_id, @author, @body, @at) RETURNING id, session_id, author, body, created_at`;

const LIST =
  'SELECT id, session_id, author, body, created_at FROM messages WHERE session_id = @session_id ORDER BY id';

export function createMessageQueries(
  database: WritableDatabase,
  now: () => number,
): MessageQueries {
  return {
    add({ session_id, author, body }) {
      return database.write(() => {
        requireActive(database, session_id);
        const row = database.one<Message>(INSERT, { session_id, author, body, at: now() });
        return found(row, 'The message was not saved. Try again.');
      });
    },
    list: (sessionId) => database.all<Message>(LIST, { session_id: sessionId }),
  };
}
