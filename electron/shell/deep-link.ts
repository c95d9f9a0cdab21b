import { z } from 'zod';
import { LINK_SCHEME, linkArguments } from './link-arguments.ts';

/** What a link into the app names. It is a wish to be shown something, never an order to do it. */
export type DeepLink =
  | { readonly kind: 'ticket'; readonly ticket_id: number }
  | { readonly kind: 'session'; readonly session_id: number };

/** What the arguments of a start hold. `why` says it without the text of the link. */
export type LinkRead =
  | { readonly state: 'none' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'link'; readonly link: DeepLink };

/**
 * The two shapes there are, to the letter: no port, user, query, fragment, second segment or encoding,
 * so that there is nothing about a link that could be read in two ways. Browsers add the last slash.
 */
const LINK = new RegExp(`^${LINK_SCHEME}://(ticket|session)/([1-9]\\d{0,9})/?$`, 'i');

/** Longer than any link of ours; what is longer is not even looked at. */
const LONGEST = 64;

const linkSchema = z
  .string()
  .max(LONGEST, 'it is too long')
  .transform((text, context): DeepLink => {
    const [, kind = '', id = ''] = LINK.exec(text) ?? [];
    if (kind.toLowerCase() === 'ticket') return { kind: 'ticket', ticket_id: Number(id) };
    if (kind.toLowerCase() === 'session') return { kind: 'session', session_id: Number(id) };
    context.addIssue({ code: 'custom', message: 'it names neither a ticket nor a session' });
    return z.NEVER;
  });

/** Reads one link, as the system hands it over. */
export function readLink(text: unknown): LinkRead {
  const read = linkSchema.safeParse(text);
  return read.success
    ? { state: 'link', link: read.data }
    : { state: 'refused', why: read.error.issues[0]?.message ?? 'it cannot be read' };
}

/**
 * Finds the link among the arguments of a start. The system puts one link at the very end; whatever
 * comes after it, or a second one, was brought in by whoever made the link, so nothing of it counts.
 */
export function linkAmong(args: readonly string[]): LinkRead {
  const [link, ...after] = linkArguments(args);
  if (link === undefined) return { state: 'none' };
  if (after.length > 0) return { state: 'refused', why: 'something stands after it' };
  return readLink(link);
}
