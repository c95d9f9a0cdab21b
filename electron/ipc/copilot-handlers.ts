import type { copilotCalls } from '../../shared/contract/copilot-calls.ts';
import { AppError } from '../../shared/errors.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/** Calls about the lane: messages, answers of the copilot, what it proposed, what was pasted. */
export function copilotHandlers(services: Services): HandlersOf<typeof copilotCalls> {
  const { account, copilot } = services;
  const store = () => services.store.current();

  /** Passes a written row on, once the views have been told of it. */
  function told<Row extends { readonly session_id: number }>(row: Row): Row {
    sessionChanged(services, row.session_id);
    return row;
  }

  return {
    'messages.add': ({ session_id, body, attachment_ids }) =>
      told(store().messages.add({ session_id, author: 'technician', body, attachment_ids })),
    'messages.earlier': ({ session_id, before, limit }) =>
      store().messages.earlier(session_id, before, limit),
    'copilot.send': (message) => copilot.send(message),
    'copilot.retry': ({ message_id }) => copilot.retry(message_id),
    'copilot.stop': ({ session_id }) => ({ stopped: copilot.stop(session_id) }),
    'copilot.turn': ({ session_id }) => ({ turn: copilot.turn(session_id) }),
    'copilot.requestFor': ({ session_id }) => copilot.requestFor(session_id),
    'proposals.reject': ({ proposal_id }) => told(store().proposals.reject(proposal_id)),
    'attachments.addText': (text) => told(store().attachments.addText(text)),
    'attachments.addImage': ({ session_id, name, media_type, data }) => {
      const bytes = Buffer.from(data, 'base64');
      if (bytes.length === 0 || bytes.length > LIMITS.image_bytes) throw wrongSize(bytes.length);
      if (!looksLike(media_type, bytes)) throw noPicture();
      return told(store().attachments.addImage({ session_id, name, media_type, bytes }));
    },
    'attachments.get': ({ attachment_id }) => {
      const { attachment, content } = store().attachments.get(attachment_id);
      return {
        attachment,
        data: content.toString(attachment.kind === 'image' ? 'base64' : 'utf8'),
      };
    },
    'attachments.remove': ({ attachment_id }) => {
      const { attachment } = store().attachments.get(attachment_id);
      store().attachments.remove(attachment_id);
      sessionChanged(services, attachment.session_id, { list: false });
      return { removed: true };
    },
    'ai.usage': ({ session_id }) => account.overview(session_id),
  };
}

/** The first bytes of each kind of picture, where they stand. */
const SIGNATURES: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  'image/png': [[0, '\x89PNG']],
  'image/jpeg': [[0, '\xff\xd8\xff']],
  'image/gif': [[0, 'GIF8']],
  'image/webp': [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
};

/** What is called a picture should be one: the API would refuse it in the middle of a conversation. */
function looksLike(mediaType: string, bytes: Buffer): boolean {
  return (SIGNATURES[mediaType] ?? []).every(
    ([at, mark]) => bytes.toString('latin1', at, at + mark.length) === mark,
  );
}

function noPicture(): AppError {
  return new AppError('INVALID_INPUT', 'This picture cannot be read. Save it as PNG or JPEG.');
}

function wrongSize(bytes: number): AppError {
  return new AppError(
    'INVALID_INPUT',
    bytes === 0
      ? 'This picture is empty.'
      : 'This picture is too large to be sent. Make it smaller, or cut out the part that matters.',
  );
}
