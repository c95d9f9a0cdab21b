/** The scheme that the packages register. */
export const LINK_SCHEME = 'resolutionflow';

const BEGINS_LIKE_A_LINK = new RegExp(`^\\s*${LINK_SCHEME}:`, 'i');

/** Longer than any link of ours. */
const LONGEST = 100;

export function looksLikeLink(arg: string): boolean {
  return BEGINS_LIKE_A_LINK.test(arg);
}

/**
 * Of the arguments of a start what matters for a link: from the first one on, as far as it takes to see
 * that there is more than one link, and no longer than it takes to see that one is too long.
 */
export function linkArguments(args: readonly string[]): string[] {
  const at = args.findIndex(looksLikeLink);
  return at === -1 ? [] : args.slice(at, at + 2).map((arg) => arg.slice(0, LONGEST));
}
