import type { Message } from '../../shared/domain/message.ts';

/** How far an answer of the copilot has come. What is not given stays as it was. */
export interface AnswerProgress extends Pick<Message, 'body' | 'state'> {
  readonly failure?: Message['failure'] | undefined;
  readonly notices?: Message['notices'] | undefined;
  readonly usage?: Message['usage'] | undefined;
}

/** A message as it is kept. */
export type MessageRow = Omit<Message, 'failure' | 'notices' | 'usage'> & {
  readonly failure: string | null;
  readonly notices: string;
  readonly usage: string | null;
  readonly replaced_at: number | null;
};

export const MESSAGE_COLUMNS =
  'id, session_id, author, body, state, reply_to, failure, notices, usage, replaced_at, created_at';

/** The message of a row. */
export function readMessage({
  failure,
  notices,
  usage,
  replaced_at: _hidden,
  ...rest
}: MessageRow): Message {
  return {
    ...rest,
    failure: failure === null ? null : (JSON.parse(failure) as Message['failure']),
    notices: JSON.parse(notices) as Message['notices'],
    usage: usage === null ? null : (JSON.parse(usage) as Message['usage']),
  };
}

/** What is written to the row of an answer that has come so far. */
export function answerRow(
  row: MessageRow,
  { body, state, failure, notices, usage }: AnswerProgress,
) {
  return {
    id: row.id,
    body,
    state,
    failure: failure === undefined ? row.failure : orNull(failure),
    notices: notices === undefined ? row.notices : JSON.stringify(notices),
    usage: usage === undefined ? row.usage : orNull(usage),
  };
}

function orNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
