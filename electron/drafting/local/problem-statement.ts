import type { InputBundle } from '../bundle.ts';
import { findInstructions } from '../language/instructions.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import { isRequest, withoutPlea } from '../language/requests.ts';
import {
  asSentence,
  firstSentences,
  splitSentences,
  withCapital,
  withFullStop,
} from '../language/sentences.ts';
import { conceptsOf, shareOf } from '../language/stems.ts';
import { joinLines, ownWords } from './mail-text.ts';

/** The longest problem statement, in words. */
const MAX_WORDS = 60;

const HEDGE =
  /\b(?:maybe|perhaps|possibly|probably|presumably|apparently|seemingly|might|seems?|seemed|i (?:think|guess|believe|suspect|assume)|not sure|(?:it|that|he|she|they|this|somebody|someone) must (?:be|have))\b/i;
const COURTESY =
  /\?$|^(?:can you|could you|would you|thanks|thank you|many thanks|let me know|hope|i hope|any help|call me|kindly|looking forward|asap|fyi|(?:sorry|apologies) (?:for|to|about))\b/i;
/** Points at other words instead of saying anything. */
const POINTER =
  /^(?:see|pls see|as|look)?\s*(?:below|above|attached|attachment|discussed|per (?:phone|call|our))\b|^(?:fwd?|forward(?:ing|ed)?)\b|^(?:it['’]?s|it is) me\b/i;
/** A call for help, and nothing else. */
const CRY = /^\W*(?:help|urgent|asap|sos|hello|wow)\W*$/i;
/** What somebody calls out before they say it. */
const OUTCRY =
  /^(?:urgent|help|asap|important|funny one|quick one|hi there|problem|issue|fyi)\s*(?:[!:]+|[–—-]+\s)\s*/i;
const PAST =
  /\b(?:was|were|had|did|could(?:n['’]t| not)|didn['’]t|wasn['’]t|weren['’]t|began|lost|went|came|got|froze|broke|saw|\p{L}{2,}ed)\b/iu;
const PRESENT =
  /\b(?:is|are|am|has|have|can|can['’]t|cannot|do|does|don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|will|keeps?|says?|asks?|gets?|shows?|fails?|needs?|wants?|stops?|drops?|prompts?|hangs?|freezes|crashes|opens?|works?|loses|takes?|goes|comes|gives?)\b/i;

/** A guess, a courtesy, or a request: no part of the problem. */
function isUnfit(sentence: string): boolean {
  return [HEDGE, COURTESY, CRY].some((one) => one.test(sentence)) || isRequest(sentence);
}

/**
 * The problem as one short paragraph in the past tense: the first sentences of the
 * intake, else of the summary, else the title. Words in the present tense stay as they were said and
 * are told as a report. `reword` words a sentence for the reader, or answers null where it must not
 * stand; where that, or a "see below", costs the symptom, the title tells it. What is not `wanted` costs
 * it only where hardly a word of the title is left.
 */
export function problemStatement(
  bundle: InputBundle,
  reword: (text: string) => string | null = (text) => text,
  wanted: (sentence: string) => boolean = () => true,
): string {
  const title = reword(asSentence(bundle.title)) ?? '';
  for (const text of [bundle.intake, bundle.summary]) {
    const all = sentencesOf(text).filter((sentence) => !isUnfit(sentence));
    const said = all.filter(wanted);
    const fit = said
      .filter((sentence) => !POINTER.test(sentence))
      .flatMap((sentence) => reword(sentence) ?? []);
    if (fit.length === 0) continue;
    const told = shareOf(conceptsOf(title), conceptsOf(fit.join(' ')));
    const needsTitle =
      title !== '' &&
      ((fit.length < said.length && told <= MOST) || (fit.length < all.length && told < LITTLE));
    const whole = tellPast(firstSentences(needsTitle ? [title, ...fit] : fit, MAX_WORDS), reword);
    if (whole !== null) return whole;
  }
  return tellPast([title], reword) ?? `A problem with ${PLAIN_DOMAIN[bundle.domain]} was reported.`;
}

/** How much of what the title names the sentences speak of. */
const MOST = 0.5;
const LITTLE = 0.2;

function sentencesOf(text: string): string[] {
  return joinLines(ownWords(text))
    .flatMap(splitSentences)
    .flatMap(splitLoosely)
    .flatMap((sentence) => withoutPlea(sentence.replace(OUTCRY, '')) ?? [])
    .map((sentence) => withFullStop(withCapital(withoutStrayQuotes(sentence))))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** People who write in haste begin sentences with small letters; short forms end in a full stop too. */
function splitLoosely(sentence: string): string[] {
  return sentence.split(
    /(?<=(?<!\b(?:min|sec|hrs?|approx|dept|tel|ext|resp|incl|max|etc|mrs|pls|temp|abt|appr|tues?|thurs?))[\p{Ll}\d]{2}[?!]?["”)]?[.!?]+)\s+(?=\p{Ll})/u,
  );
}

function tellPast(
  sentences: readonly string[],
  reword: (text: string) => string | null,
): string | null {
  const told = sentences
    .join(' ')
    .replace(
      /^(?:the )?(user|customer|client|caller)s? (?:reports|states|says)\b/i,
      (_, person: string) => `The ${person.toLowerCase()} reported`,
    );
  const past = sentences.every((sentence) => PAST.test(sentence) && !PRESENT.test(sentence));
  const reported =
    /^(?:the )?(?:\S+ ){1,3}?(?:reported|called|wrote|said|described|complained)\b/i.test(told);
  const whole = past || reported ? told : `The problem was reported as follows: ${told}`;
  if (told === '' || findInstructions(whole).length > 0) return null;
  return reword(whole);
}

const PLAIN_DOMAIN: Record<InputBundle['domain'], string> = {
  email: 'e-mail',
  identity: 'signing in',
  network: 'the network',
  vpn: 'the VPN',
  printing: 'printing',
  backup: 'the backup',
  workstation: 'a computer',
  server: 'a server',
  application: 'an application',
  security: 'security',
  hardware: 'a device',
  other: 'the system',
};
