import type { InputBundle } from '../bundle.ts';
import { findInstructions } from '../language/instructions.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import {
  asSentence,
  firstSentences,
  splitSentences,
  withCapital,
  withFullStop,
} from '../language/sentences.ts';
import { joinLines, ownWords } from './mail-text.ts';

/** The longest problem statement, in words. */
const MAX_WORDS = 60;

const HEDGE =
  /\b(?:maybe|perhaps|possibly|probably|presumably|apparently|seemingly|might|seems?|seemed|i (?:think|guess|believe|suspect|assume)|not sure)\b/i;
const COURTESY =
  /\?$|^(?:please|pls|can you|could you|would you|thanks|thank you|many thanks|let me know|hope|i hope|any help|call me|kindly|looking forward|asap|fyi)\b/i;
const PAST =
  /\b(?:was|were|had|did|could(?:n['’]t| not)|didn['’]t|wasn['’]t|weren['’]t|began|lost|went|came|got|froze|broke|saw|\p{L}{2,}ed)\b/iu;
const PRESENT =
  /\b(?:is|are|am|has|have|can|can['’]t|cannot|do|does|don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|will|keeps?|says?|asks?|gets?|shows?|fails?|needs?|wants?|stops?|drops?|prompts?|hangs?|freezes|crashes|opens?|works?|loses|takes?|goes|comes|gives?)\b/i;

/** A guess, a courtesy, or an order to a machine. */
const UNFIT: readonly ((sentence: string) => boolean)[] = [
  (sentence) => HEDGE.test(sentence),
  (sentence) => COURTESY.test(sentence),
  (sentence) => findInstructions(sentence).length > 0,
];

/**
 * The problem as one short paragraph in the past tense: the first sentences of the
 * intake, else of the summary, else the title. Words in the present tense stay as they were said and
 * are told as a report. `reword` words a sentence for the reader, or answers null where it must not stand.
 */
export function problemStatement(
  bundle: InputBundle,
  reword: (text: string) => string | null = (text) => text,
): string {
  for (const text of [bundle.intake, bundle.summary]) {
    const sentences = sentencesOf(text)
      .filter((sentence) => !UNFIT.some((unfit) => unfit(sentence)))
      .flatMap((sentence) => reword(sentence) ?? []);
    const told = tellPast(firstSentences(sentences, MAX_WORDS), reword);
    if (told !== null) return told;
  }
  return (
    tellPast([reword(asSentence(bundle.title)) ?? ''], reword) ??
    `A problem with ${PLAIN_DOMAIN[bundle.domain]} was reported.`
  );
}

function sentencesOf(text: string): string[] {
  return joinLines(ownWords(text))
    .flatMap(splitSentences)
    .map((sentence) => withFullStop(withCapital(withoutStrayQuotes(sentence))))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
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
