import type { Attachment } from '../../../shared/domain/attachment.ts';

/** The pictures of each message that has some, in the order in which they were added. */
export function picturesByMessage(
  attachments: readonly Attachment[],
): ReadonlyMap<number, readonly Attachment[]> {
  const found = new Map<number, Attachment[]>();
  for (const attachment of attachments) {
    const { kind, message_id } = attachment;
    if (kind !== 'image' || message_id === null) continue;
    const others = found.get(message_id);
    if (others === undefined) found.set(message_id, [attachment]);
    else others.push(attachment);
  }
  return found;
}

/** The pictures of one message. */
export function picturesOf(
  attachments: readonly Attachment[],
  messageId: number,
): readonly Attachment[] {
  return picturesByMessage(attachments).get(messageId) ?? [];
}
