import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { LIMITS } from '../../../shared/limits.ts';

/**
 * Which messages go along: the newest ones, one after the other back in time, until the next would
 * exceed the budget. What earlier ones established stands in the record, which always goes along.
 */
export interface WindowRule {
  /** Characters of all messages together. */
  readonly budget: number;
  /** Characters of the newest message of the technician; a longer one loses its middle. */
  readonly newest: number;
  /** Characters of any other message. */
  readonly other: number;
  /** Pictures, the newest ones. */
  readonly pictures: number;
}

export const WINDOW: WindowRule = {
  budget: 60_000,
  newest: 40_000,
  other: 6_000,
  pictures: LIMITS.pictures_to_ai,
};

/** A message that goes along, and how much of it. */
export interface WindowMessage {
  readonly message: Message;
  readonly limit: number;
}

export interface Window {
  /** Oldest first. */
  readonly messages: readonly WindowMessage[];
  /** Messages with something to say that do not go along. */
  readonly left_out: number;
}

/**
 * Applies the rule to messages (oldest first) of which `earlier` more are on file. The newest message
 * of the technician always goes along.
 */
export function windowOf(
  messages: readonly Message[],
  earlier: number,
  attachments: readonly Attachment[],
  proposals: readonly Pick<Proposal, 'message_id'>[] = [],
  rule: WindowRule = WINDOW,
): Window {
  const withMore = new Set([...attachments, ...proposals].map(({ message_id }) => message_id));
  const telling = messages.filter(
    (message) => message.state !== 'streaming' && (hasWords(message) || withMore.has(message.id)),
  );
  const newest = telling.findLast(({ author }) => author === 'technician');
  const chosen: WindowMessage[] = [];
  let left = rule.budget;
  for (const message of telling.toReversed()) {
    const limit = message === newest ? rule.newest : rule.other;
    const characters = Math.min(message.body.length, limit);
    const isWanted = newest !== undefined && message.id >= newest.id;
    if (characters > left && !isWanted) break;
    left -= characters;
    chosen.unshift({ message, limit });
  }
  return { messages: chosen, left_out: earlier + telling.length - chosen.length };
}

/** Answers that failed or never came say nothing in words; what came with one may say something all the same. */
export function hasWords({ body, state }: Message): boolean {
  return state !== 'failed' && body.trim() !== '';
}

/** The pictures that go along: those of the newest messages of the window. */
export function picturesOf(
  { messages }: Window,
  attachments: readonly Attachment[],
  most = WINDOW.pictures,
): Attachment[] {
  const inWindow = new Set(messages.map(({ message }) => message.id));
  return attachments
    .filter(
      ({ kind, message_id }) => kind === 'image' && message_id !== null && inWindow.has(message_id),
    )
    .toSorted((one, other) => (one.message_id ?? 0) - (other.message_id ?? 0) || one.id - other.id)
    .slice(-most);
}
