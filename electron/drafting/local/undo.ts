import type { BundleScript } from '../bundle.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import { withoutFullStop } from '../language/sentences.ts';

/** What a changing script left behind and how to take it back, in one sentence without its full stop. */
export function undoTold(script: BundleScript): string {
  const undo = withoutStrayQuotes(withoutFullStop(script.undo ?? ''));
  if (undo === '') return 'it changed the system; how to undo it is not recorded';
  if (/\b(?:undo|undone|revert\w*|roll\w* back)\b/i.test(undo))
    return `it changed the system; ${undo}`;
  return /^(?:nothing|cannot|can not|not possible|impossible|none|no\b)/i.test(undo)
    ? `it changed the system; undo: ${undo}`
    : `it changed the system; to undo it: ${undo}`;
}
