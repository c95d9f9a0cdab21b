import { spansOf, type TextSpan } from './spans.ts';

/**
 * Opinions on a person and blame (rule R4). Only words that mean nothing else in a note: "again",
 * "finally", "lazy" (loading), "dumb" (terminal) and "careless" stand in decent sentences too.
 */
const UNKIND =
  /\b(?:stupid(?:ity|ly)?|idiot(?:s|ic)?|morons?|imbeciles?|clueless|incompetent|incompetence|dumb (?:user|customer|client|question|mistake)s?|pebkac|pebcak|picnic error|id[- ]?10[- ]?t|lusers?|layer 8|user error|operator error|human error|computer[- ]illiterate|rtfm|user'?s? (?:own )?(?:fault|stupidity)|(?:customer|client)'?s? (?:own )?fault|(?:user|customer|client|she|he|they) (?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t) (?:listen|bother|have a clue)|(?:user|customer|client) (?:refuse[sd]|insist(?:s|ed))|should have known better)\b/gi;

export function findUnkindWords(text: string): TextSpan[] {
  return spansOf(text, UNKIND);
}
