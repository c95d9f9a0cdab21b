import { LRUCache } from 'lru-cache';
import { findInstructions } from './instructions.ts';
import { findPromises } from './promises.ts';
import { splitSentences } from './sentences.ts';

/** What a technician writes, and so what a stranger may want to have a say in. */
const TEXT =
  '(?:tickets?|notes?|reports?|summar(?:y|ies)|answers?|repl(?:y|ies)|records?|messages?|write-?ups?|resolutions?|documentation|work ?logs?|closing (?:mail|words|remarks?))';
const SAY =
  '(?:add|note|write|state|mention|say|report|record|include|confirm|put|document|insert|append|declare|certify|quote|paste|repeat)';
const TELL = '(?:tell|inform|let|advise|ask|remind|notify|instruct|urge)';
const PEOPLE =
  '(?:the |your |their |our |all |every |this )?(?:customers?|clients?|users?|patients?|staff|everyone|everybody|people|employees?|them|him|her|you|callers?|colleagues?|guests?|readers?)';
const READER =
  '(?:assistant|ai|bot|chat ?bot|copilot|model|writer|author|technician|engineer|agent|help ?desk|system|support|it(?: team| department| company| provider| people)?)';
const HAVE_TO = '(?:should|must|has to|have to|needs? to|ought to|is to|are to|may|can)';

/** Each asks the reader of a text for something: to write, to say, to grant, to pay, to call. */
const REQUESTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:notes?|messages?|memo|instructions?|hints?|reminders?|requests?|info|for the attention)\\W+(?:for|to|of) (?:the |our |your |any |an? )?${READER}\\b`,
    'i',
  ),
  /^\W*(?:dear |hello |hey |attention |to the )?(?:assistant|ai|bot|chat ?bot|copilot|model|agent)\s*[:,]/i,
  new RegExp(
    `\\b(?:your|the) ${READER} (?:has to|must|should|needs? to) (?:now |also )?\\p{Ll}`,
    'iu',
  ),
  /\b(?:whoever|anyone who|the person who|when you|if you|before you|as you) (?:\w+ )?(?:updates?|writes?|answers?|reads?|closes?|handles?|prepares?|process(?:es)?|summari[sz]es?|fills?|document(?:s)?)\b/i,
  // The order to write, at the start of a sentence or behind a word of courtesy.
  new RegExp(
    `(?:^\\W*|[:;–—-] |\\b(?:and|then|also|please|pls|plz|kindly|just|to|you (?:can|could|may|might|should|must|will|need to|have to)|can you|could you|would you|will you) )(?:also |now |simply )?${SAY} (?:also )?(?:(?:it )?down )?(?:here |there |in (?:it|there) )?(?:that|the fact|a line|a sentence|how|in (?:the|your|this|every|all)|to the)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:${SAY}|${TELL}|add|leave)\\b[^.]{0,80}\\b(?:in|into|to|on|under|with) (?:your|the|this|that|their|every|each|any|our) (?:[a-z]+ ){0,2}${TEXT}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:would like|wants?|wanted|wishes|wished|expects?|expected|asks?|asked|insists?|insisted|requests?|requested|demands?|demanded|hopes?|prefers?)\\b[^.]{0,60}\\b${TEXT}\\b[^.]{0,20}\\b(?:say|says|state|states|mention|mentions|read|reads|confirm|confirms|include|includes|show|shows|tell|tells|promise|promises)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:would like|wants?|wanted|asks?|asked|tells?|told|expects?|expected|requests?|requested|begs?|urges?) (?:you|the ${READER}|us|it)(?: \\w+)? to (?:${SAY}|${TELL}|promise|mark|close|approve|grant|waive|credit|refund|apologi[sz]e)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:the|this|your|that|every|any) (?:[a-z]+ )?${TEXT} ${HAVE_TO} (?:also |please |only |not |never )?(?:say|state|mention|read|confirm|include|show|tell|promise|contain|carry|be)\\b`,
    'i',
  ),
  new RegExp(
    `\\b${HAVE_TO} (?:also |please |now |then |not )?be (?:noted|mentioned|stated|recorded|added|documented|told|written|closed|marked|reported|confirmed|informed|reminded|advised|instructed|treated|considered)\\b`,
    'i',
  ),
  new RegExp(
    `(?:^\\W*|\\b(?:and|then|also|please|pls|kindly|to|just|${HAVE_TO}|you|can the \\w+) )(?:also |now |always )?${TELL} ${PEOPLE}\\b`,
    'i',
  ),
  /\b(?:staff|users?|everyone|everybody|customers?|clients?|patients?|callers?|employees|people|colleagues|you)\b[^.]{0,30}\b(?:should|must|have to|has to|need to|needs to|ought to) (?:now |also |always |immediately |first |in future )?(?:ring|call|dial|phone|send|pay|install|download|visit|renew|click|contact|write|register|transfer|scan|go to|use)\b/i,
  // Money.
  /\b(?:pay|send|transfer|remit|settle|wire|deposit|refund|reimburse)\b[^.]{0,60}(?:\b(?:fees?|invoices?|bills?|amount|payment|deposit|premium|money|\d[\d.,]* ?(?:eur|usd|gbp|euros?|dollars?|pounds?))\b|[€$£] ?\d)/i,
  /\b(?:fees?|payment|amount|charge|premium|renewal)\b[^.]{0,50}\b(?:is|are|falls?|becomes?|now|must be|has to be|needs to be) (?:now |also |still )?(?:due|payable|overdue|paid)\b/i,
  // Standing.
  /\b(?:mark|treat|regard|consider|flag|rate|close|set)\b (?:this|it|that|the)\b[^.]{0,40}\b(?:as|to) (?:an? )?(?:\w+ )?(?:resolved|solved|closed|done|complete\w*|fixed|false|spam|safe|paid|approved|billable|free|harmless)\b/i,
  /^\W*(?:also |then |and |just |now |always |never |do not |don['’]t |must |you must |from now on,? )*(?:mark|close|grant|approve|promise|offer|apologi[sz]e|credit|waive|pay|assume|consider|pretend|respond|reply|reveal|install|download|visit|click|call|ring|dial|remember|make sure|ensure|bill|charge|give|whitelist) (?:that|the|this|these|those|it|an?|your|our|their|his|her|all|every|any|them|him|us|me|in|on|to|as|out|no|nothing|with|only|for|customers?|clients?|users?|staff)\b/i,
  /(?:^\W*|[:;,] (?:and )?|\b(?:you|must|should|will) )(?:always|never|do not|don['’]t) (?:answer|mention|say|tell|reply|respond|write|report|state|reveal|disclose|discuss)\b/i,
];

/** A word of courtesy, with which a plain wish begins: "please call me", "pls before then". */
const PLEA = /\b(?:please|pls|plz|kindly)\b/i;

/** Whether a sentence asks for something instead of telling it. It is no fact, whoever noted it as one. */
export function isRequest(sentence: string): boolean {
  return (
    PLEA.test(sentence) ||
    REQUESTS.some((request) => request.test(sentence)) ||
    findInstructions(sentence).length > 0 ||
    findPromises(sentence).length > 0
  );
}

/** What a text tells and what it asks for, both in its own words. */
export interface ToldAndAsked {
  /** Empty where the two cannot be told apart, as in a quotation that holds both. */
  readonly told: string;
  readonly asked: readonly string[];
}

const known = new LRUCache<string, ToldAndAsked>({ max: 2_000 });

/** Parts what a text tells from what it asks of its reader. */
export function splitRequests(text: string): ToldAndAsked {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parted = part(text);
  known.set(text, parted);
  return parted;
}

function part(text: string): ToldAndAsked {
  const sentences = splitSentences(text);
  const asked = sentences.filter(isRequest);
  if (asked.length === 0) return { told: text, asked };
  const cutsQuotation = asked.some((sentence) => /["“”„]/.test(sentence));
  const told = cutsQuotation ? '' : sentences.filter((one) => !asked.includes(one)).join(' ');
  return { told, asked };
}

/**
 * A sentence without the wish at its end: "Two lorries wait, so please hurry" tells that two lorries
 * wait. Null where the sentence is a request, or little is left of it.
 */
export function withoutPlea(sentence: string): string | null {
  const at = sentence.search(PLEA);
  if (at < 0) return isRequest(sentence) ? null : sentence;
  const wish = sentence.slice(at).replace(PLEA, '');
  const told = sentence
    .slice(0, at)
    .replace(/[\s,;–—-]+(?:so|and|but)?[\s,;–—-]*$/i, '')
    .trim();
  if (isRequest(told) || isRequest(wish)) return null;
  return (told.match(/\S+/g)?.length ?? 0) < FEWEST_WORDS ? null : told;
}

const FEWEST_WORDS = 4;
