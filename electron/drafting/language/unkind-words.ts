import { spansOf, type TextSpan } from './spans.ts';

/**
 * Opinions on a person and blame (rule R4). Only words that mean nothing else in a note: "again",
 * "finally", "lazy" (loading), "dumb" (terminal) and "careless" stand in decent sentences too.
 */
const UNKIND =
  /\b(?:stupid(?:ity|ly)?|idiot(?:s|ic)?|morons?|imbeciles?|clueless|incompetent|incompetence|dumb (?:user|customer|client|question|mistake)s?|pebkac|pebcak|picnic error|id[- ]?10[- ]?t|lusers?|layer 8|user error|operator error|human error|computer[- ]illiterate|rtfm|(?:user|customer|client|caller|staff|their|his|her|your)(?:['’]?s?)? own (?:fault|mistake|stupidity|carelessness)|(?:user|customer|client)(?:['’]?s?)? (?:fault|stupidity)|careless(?:ly)? (?:click|open|delet|forward|enter|install|press|chang|ignor)\w*|(?:had|has|have) (?:clearly |obviously |really )?no (?:idea|clue)|(?:clearly|obviously) (?:had no|has no|did not|didn['’]t|does not|doesn['’]t) (?:know|understand|read|listen)|(?:nobody|no one|noone|never|not even)(?: \w+){0,4} bother(?:ed|s)?|(?:foolish|ignorant|lazy|sloppy) (?:user|customer|client|staff|employee)s?|(?:user|customer|client|she|he|they) (?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t) (?:listen|bother|have a clue)|(?:user|customer|client) (?:refuse[sd]|insist(?:s|ed))|should have known better)\b/gi;

export function findUnkindWords(text: string): TextSpan[] {
  return spansOf(text, UNKIND);
}
