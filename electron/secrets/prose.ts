import {
  type Credential,
  credentialAt,
  endsSentence,
  holdsCredentialWord,
  type Word,
  wordsOf,
} from './credential-words.ts';
import type { FoundSecret } from './found-secret.ts';
import {
  isDottedPassword,
  isLookalike,
  isMixed,
  isOrdinaryWord,
  isPlaceholder,
  isStronglyMixed,
} from './value-shape.ts';

/** How many words a value may be away from the word that says what it is. */
const VICINITY = 7;

/**
 * Secrets in sentences: a word such as "password" and, near it, something that looks like a value. What
 * joins the two decides: "is", a colon or quotation marks make it a pattern, nearness alone a doubt.
 */
export function findInProse(text: string): FoundSecret[] {
  if (!holdsCredentialWord(text)) return [];
  const words = wordsOf(text);
  const found: FoundSecret[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const credential = credentialAt(words, index);
    if (credential === null) continue;
    found.push(...ahead(text, words, index, credential), ...behind(words, index, credential));
  }
  return found;
}

function ahead(
  text: string,
  words: readonly Word[],
  index: number,
  credential: Credential,
): FoundSecret[] {
  const last = index + credential.length - 1;
  const start = words[last];
  if (start === undefined) return [];
  const joined = /[:=]/.test(start.after);
  if (endsSentence(start) && !joined) return [];
  const linkAt = createLinkReader(words, last);
  for (let at = last + 1; at <= last + VICINITY; at += 1) {
    const word = words[at];
    if (word === undefined || (word.line !== start.line && !(joined && at === last + 1))) return [];
    const link = linkAt(at);
    const phrase = quotedPhrase(text, word, link, credential);
    if (phrase !== null) return [phrase];
    const kind = judge(word, words[at + 1], link, credential);
    if (kind !== null) return [secret(word, kind, credential)];
    if (endsSentence(word)) return [];
    if (at > last + 1 && credentialAt(words, at) !== null) return [];
  }
  return [];
}

/** How sure it is that a word is the value; null where it is none. */
function judge(
  word: Word,
  next: Word | undefined,
  link: Link,
  credential: Credential,
): 'pattern' | 'doubt' | null {
  const value = word.text;
  if (value === '' || isPlaceholder(value)) return null;
  if (/^\d+$/.test(value)) return isNumberValue(value, next, link, credential) ? 'pattern' : null;
  const direct = link === 'direct' && credential.sure;
  if (isLookalike(value) && !(direct && isDottedPassword(value))) return null;
  if (!isMixed(value)) {
    if (!direct || isOrdinaryWord(value)) return null;
    const quoted = /["'`“]/.test(word.before) && /["'`”]/.test(word.after);
    if (quoted && value.length >= 4) return 'pattern';
    return value.length >= 5 && isLastOfLine(word, next) ? 'doubt' : null;
  }
  if (direct || (link === 'changed' && credential.sure)) return 'pattern';
  if (isStronglyMixed(value)) return credential.sure && link !== 'near' ? 'pattern' : 'doubt';
  const announced = link === 'adjacent' || link === 'set-off';
  return announced && credential.sure && /\d/.test(value) ? 'doubt' : null;
}

const UNIT =
  /^(?:%|(?:second|minute|hour|day|week|month|year|character|char|digit|letter|time|attempt|user|account|people|device|machine|computer|ticket|word|bit|byte)s?|am|pm|gb|mb|of|x)$/i;

function isLastOfLine(word: Word, next: Word | undefined): boolean {
  return next === undefined || next.line !== word.line;
}

/** A number is a PIN where the word says so, and nothing counts with it. */
function isNumberValue(
  value: string,
  next: Word | undefined,
  link: Link,
  { numeric, sure }: Credential,
): boolean {
  if (next !== undefined && UNIT.test(next.text)) return false;
  if (numeric) return value.length >= 4 && value.length <= 12 && link !== 'near';
  return (
    sure && (link === 'direct' || link === 'changed') && value.length >= 6 && value.length <= 20
  );
}

/** Words that a message within quotation marks is made of, rather than a passphrase. */
const OF_A_MESSAGE =
  /^(?:must|is|was|your|enter|please|not|never|the|has|cannot|incorrect|invalid|expires|expired|password|in)$/i;

/** `passphrase "correct horse battery staple"`: several words within quotation marks. */
function quotedPhrase(
  text: string,
  word: Word,
  link: Link,
  { sure, phrase, label }: Credential,
): FoundSecret | null {
  if (!sure || !(link === 'direct' || (phrase && link === 'adjacent'))) return null;
  const mark = /["`“]$/.exec(word.before)?.[0];
  if (mark === undefined || word.after !== '') return null;
  const length = text.slice(word.to, word.to + 80).indexOf(mark === '“' ? '”' : mark);
  const close = word.to + length;
  const inner = length < 0 ? '' : text.slice(word.from, close);
  if (inner === '' || /[\n:]/.test(inner)) return null;
  if (inner.split(/\s+/).some((part) => OF_A_MESSAGE.test(part))) return null;
  return { from: word.from, to: close, kind: phrase ? 'pattern' : 'doubt', label };
}

const ARTICLE =
  /^(?:the|a|an|its|her|his|their|our|your|new|temp(?:orary)?|old|current|local|admin|initial)$/i;

/** `uses X as its password`, `gave her X as a password`; and what is merely close before the word. */
function behind(words: readonly Word[], index: number, credential: Credential): FoundSecret[] {
  const start = words[index];
  if (start === undefined || !credential.sure) return [];
  let at = index - 1;
  while (ARTICLE.test(words[at]?.text ?? '')) at -= 1;
  const value = /^(?:as|als|como|comme)$/i.test(words[at]?.text ?? '') ? words[at - 1] : undefined;
  if (value?.line === start.line && isMixed(value.text) && !isLookalike(value.text)) {
    return [secret(value, 'pattern', credential)];
  }
  for (let back = 1; back <= VICINITY; back += 1) {
    const word = words[index - back];
    if (word === undefined || word.line !== start.line || endsSentence(word)) return [];
    if (isStronglyMixed(word.text) && !isLookalike(word.text))
      return [secret(word, 'doubt', credential)];
  }
  return [];
}

function secret(word: Word, kind: 'pattern' | 'doubt', { label }: Credential): FoundSecret {
  return { from: word.from, to: word.to, kind, label };
}

/**
 * What joins a value to the word that announces it, from the surest to none: `direct` is "is" or a colon
 * right there, `changed` is "reset … to", `loose` is any other preposition or a colon further on.
 */
type Link = 'direct' | 'changed' | 'loose' | 'adjacent' | 'set-off' | 'near';

const JOINING_SIGN = /^(?:->|=>|→|=|:|:=|==)$/;
const COPULA = /^(?:is|was|are|were|be|ist|war|lautet|es|era|est|était)$/i;
const STILL = /^(?:now|back|again|still|once|just|currently|temporarily)$/i;
const PREPOSITION = /^(?:to|as|of|with|auf|à|a)$/i;
const CHANGING = /^(?:re-?sets?|sets?|chang(?:e|es|ed|ing)|updated?|switched|rotated|put|moved)$/i;

/** How many words back "reset" may be from its "to". */
const REACH = 8;

/**
 * Reads the links of the words that follow an announcement, one after the other. Only the first "is"
 * speaks of the announced thing; what a later one says is said of something else.
 */
function createLinkReader(words: readonly Word[], last: number): (at: number) => Link {
  let saidOfAnother = false;
  return (at) => {
    const previous = words[at - 1];
    const word = words[at];
    if (previous === undefined || word === undefined) return 'near';
    const colon = /[:=]$/.test(previous.after) || JOINING_SIGN.test(previous.text);
    if (colon)
      return at - 1 <= last + (JOINING_SIGN.test(previous.text) || previous.text === '' ? 1 : 0)
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
