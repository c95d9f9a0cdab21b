import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Message } from '../../shared/domain/message.ts';
import { AppError } from '../../shared/errors.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive, requireOwn } from './guards.ts';

/** The output of a check or of a script. */
export interface NewText {
  readonly session_id: number;
  readonly name: string;
  readonly text: string;
  readonly fact_id?: number | null | undefined;
  readonly script_id?: number | null | undefined;
}

export interface NewImage {
  readonly session_id: number;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: Buffer;
}

export interface AttachmentContent {
  readonly attachment: Attachment;
  readonly content: Buffer;
}

/** Evidence as it was pasted. The state version stays: a note reads facts, not what they rest on. */
export interface AttachmentQueries {
  addText(text: NewText): Attachment;
  /** Belongs to nothing until its message is sent. */
  addImage(image: NewImage): Attachment;
  /** The only call that reads what an attachment holds. */
  get(id: number): AttachmentContent;
  /** Drops one that belongs to nothing yet, and answers whether there was one; else `CONFLICT`. */
  remove(id: number): boolean;
  /** Oldest first. */
  ofMessages(messageIds: readonly number[]): Attachment[];
  /** Oldest first, without those of messages that were replaced. */
  list(sessionId: number): Attachment[];
  /**
   * Makes pictures part of a message: those that were not sent yet, and those of a message that was
   * replaced, whose new wording keeps them.
   */
  send(message: Pick<Message, 'id' | 'session_id'>, ids: readonly number[]): void;
  /** Drops what was pasted before a time and never sent, and answers how many there were. */
  dropUnsent(before: number): number;
}

const COLUMNS =
  'id, session_id, message_id, fact_id, script_id, kind, name, media_type, size, created_at';

const INSERT = `INSERT INTO attachments
  (session_id, fact_id, script_id, kind, name, media_type, size, content, created_at)
  VALUES (@session_id, @fact_id, @script_id, @kind, @name, @media_type, @size, @content, @at)
  RETURNING ${COLUMNS}`;

const LOOSE = 'message_id IS NULL AND fact_id IS NULL AND script_id IS NULL';

const REPLACED =
  'SELECT id FROM messages WHERE session_id = @session_id AND replaced_at IS NOT NULL';

const SEND = `UPDATE attachments SET message_id = @message_id
  WHERE id = @id AND session_id = @session_id AND kind = 'image' AND fact_id IS NULL
  AND script_id IS NULL AND (message_id IS NULL OR message_id IN (${REPLACED}))`;

const NOT_ON_FILE = 'This attachment is not on file. Reload the session and try again.';

export function createAttachmentQueries(
  database: WritableDatabase,
  now: () => number,
): AttachmentQueries {
  function insert(
    row: Pick<Attachment, 'session_id' | 'fact_id' | 'script_id' | 'kind' | 'name' | 'media_type'>,
    content: Buffer,
  ): Attachment {
    const { length: size } = content;
    return found(
      database.one<Attachment>(INSERT, { ...row, size, content, at: now() }),
      'The attachment was not saved. Try again.',
    );
  }

  return {
    addText: ({ session_id, name, text, fact_id = null, script_id = null }) =>
      database.write(() => {
        requireActive(database, session_id);
        if (fact_id !== null) requireOwn(database, 'facts', fact_id, session_id);
        if (script_id !== null) requireOwn(database, 'script_generations', script_id, session_id);
        return insert(
          { session_id, fact_id, script_id, kind: 'text', name, media_type: 'text/plain' },
          Buffer.from(text),
        );
      }),
    addImage: ({ session_id, name, media_type, bytes }) =>
      database.write(() => {
        requireActive(database, session_id);
        if (bytes.length === 0) {
          throw new AppError('INVALID_INPUT', 'This picture is empty. Paste it again.');
        }
        if (bytes.length > LIMITS.image_bytes) {
          throw new AppError(
            'INVALID_INPUT',
            'This picture is too large. Cut out what matters and paste that.',
          );
        }
        return insert(
          { session_id, fact_id: null, script_id: null, kind: 'image', name, media_type },
          bytes,
        );
      }),
    get(id) {
      const { content, ...attachment } = found(
        database.one<Attachment & { readonly content: Buffer }>(
          `SELECT ${COLUMNS}, content FROM attachments WHERE id = @id`,
          { id },
        ),
        NOT_ON_FILE,
      );
      return { attachment, content };
    },
    remove: (id) =>
      database.write(() => {
        const attachment = database.one<Attachment>(
          `SELECT ${COLUMNS} FROM attachments WHERE id = @id`,
          { id },
        );
        if (attachment === undefined) return false;
        requireActive(database, attachment.session_id);
        const removed = database.run(`DELETE FROM attachments WHERE id = @id AND ${LOOSE}`, { id });
        if (removed > 0) return true;
        throw new AppError(
          'CONFLICT',
          'This attachment is part of the record already, so it was not removed.',
        );
      }),
    ofMessages: (messageIds) =>
      database.all<Attachment>(
        `SELECT ${COLUMNS} FROM attachments
         WHERE session_id IN (SELECT session_id FROM messages WHERE id IN (SELECT value FROM json_each(@ids)))
         AND message_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
        { ids: JSON.stringify(messageIds) },
      ),
    list: (sessionId) =>
      database.all<Attachment>(
        `SELECT ${COLUMNS} FROM attachments WHERE session_id = @session_id
         AND (message_id IS NULL OR message_id NOT IN (${REPLACED})) ORDER BY id`,
        { session_id: sessionId },
      ),
    send({ id: message_id, session_id }, ids) {
      for (const id of new Set(ids)) {
        if (database.run(SEND, { id, message_id, session_id }) > 0) continue;
        throw new AppError(
          'INVALID_INPUT',
          'A picture of this message is not on file any more, or was sent already. Paste it again.',
        );
      }
    },
    dropUnsent: (before) =>
      database.run(`DELETE FROM attachments WHERE created_at < @before AND ${LOOSE}`, { before }),
  };
}
