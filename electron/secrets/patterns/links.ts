import type { Word } from './words.ts';

/**
 * What joins a value to the word that announces it, from the surest to none: `direct` is "is" or a colon
 * right there, `changed` is "reset … to", `loose` is any other preposition or a colon further on.
 */
export type Link = 'direct' | 'changed' | 'loose' | 'adjacent' | 'set-off' | 'near';

const SIGN = /^(?:->|=>|→|=|:|:=|==)$/;
const COPULA = /^(?:is|was|are|were|be|ist|war|lautet|es|era|est|était)$/i;
const STILL = /^(?:now|back|again|still|once|just|currently|temporarily)$/i;
const PREPOSITION = /^(?:to|as|of|with|auf|à|a)$/i;
const CHANGING = /^(?:re-?sets?|sets?|chang(?:e|es|ed|ing)|updated?|switched|rotated|put|moved)$/i;

/** How far back "reset" may stand from its "to". */
const REACH = 8;

/**
 * Reads the links of the words that follow an announcement, one after the other. Only the first "is"
 * speaks of the announced thing; what a later one says is said of something else.
 */
export function createLinkReader(words: readonly Word[], last: number): (at: number) => Link {
  let saidOfAnother = false;
  return (at) => {
    const previous = words[at - 1];
    const word = words[at];
    if (previous === undefined || word === undefined) return 'near';
    const colon = /[:=]$/.test(previous.after) || SIGN.test(previous.text);
    if (colon)
      return at - 1 <= last + (SIGN.test(previous.text) || previous.text === '' ? 1 : 0)
        ? 'direct'
        : 'loose';
    const verb = STILL.test(previous.text) ? words[at - 2] : previous;
    if (at - 1 > last && verb !== undefined && COPULA.test(verb.text)) {
      const link = saidOfAnother ? 'near' : 'direct';
      saidOfAnother = !STILL.test(word.text);
      return link;
    }
    if (at - 1 > last && PREPOSITION.test(previous.text)) {
      if (!/^(?:to|auf|à|a)$/i.test(previous.text)) return 'loose';
      const before = words.slice(Math.max(0, at - 1 - REACH), at - 1);
      return before.some((one) => one.line === word.line && CHANGING.test(one.text))
        ? 'changed'
        : 'loose';
    }
    if (at === last + 1) return 'adjacent';
    const inCommas = previous.after.endsWith(',') && word.after.includes(',');
    return inCommas || /["'`“(]/.test(word.before) ? 'set-off' : 'near';
  };
}
