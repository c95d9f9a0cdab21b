import type { FixOutcome } from '../../../shared/domain/suggested-fix.ts';
import { FIXED_SENTENCES, HYPOTHESIS_CONFIDENCE } from '../../../shared/notes/sections.ts';
import type { BundleFix, InputBundle } from '../bundle.ts';
import { fixedSentence, type NoteBlock, paragraph, sentence } from '../note-document.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import { asSentence, cutAtWhole, openingSentence, withoutStop } from './sentence-text.ts';

/** Characters of a fix's description that a package has room for. */
const DESCRIPTION_LENGTH = 240;

/**
 * The active fix where it is the hypothesis: at 60% or more, or with a result that speaks for it, which
 * weighs more than the confidence it started with. One from an earlier session is capped at 60% so that
 * it does not lead: from there it needs more.
 */
export function hypothesisFix({ active_fix: fix }: InputBundle): BundleFix | null {
  if (fix === null || withoutStop(fix.title) === '') return null;
  const hasResult =
    fix.outcome === 'worked' || fix.outcome === 'partly' || fix.outcome === 'pending';
  const isSure = fix.brought_over
    ? fix.confidence > HYPOTHESIS_CONFIDENCE
    : fix.confidence >= HYPOTHESIS_CONFIDENCE;
  return hasResult || isSure ? fix : null;
}

/**
 * "Current hypothesis": the leading fix with its confidence and result. A cause on record is listed
 * under "What we've confirmed"; where no fix leads, it is what the hypothesis rests on.
 */
export function hypothesisBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const words = PHRASES[bundle.language];
  const fix = hypothesisFix(bundle);
  const causes = bundle.facts.flatMap(({ role, evidence_id }) =>
    role === 'cause' ? [evidence_id] : [],
  );
  if (fix !== null) {
    const theory = theoryTexts(fix, words).map((text) => sentence(text, fix.evidence_id));
    const isExplained = fix.outcome === 'worked' && causes.length === 1;
    return [paragraph(...theory, ...(isExplained ? [sentence(words.cause_above, ...causes)] : []))];
  }
  if (causes.length > 0 && bundle.active_fix === null) {
    return [paragraph(sentence(words.cause_known, ...causes))];
  }
  return [paragraph(fixedSentence(FIXED_SENTENCES[bundle.language].no_hypothesis))];
}

function theoryTexts(fix: BundleFix, words: Phrases): readonly string[] {
  const name = `${withoutStop(fix.title)} ${words.confidence(fix.confidence)}`;
  const reasoning = cutAtWhole(fix.description, DESCRIPTION_LENGTH);
  return [
    openingSentence(`${name}${words.colon}${resultWords(fix.outcome, words)}`, words.noted),
    // Once a result is known it says more than what was expected.
    ...(fix.outcome === 'proposed' && reasoning !== ''
      ? [asSentence(`${words.reasoning}${reasoning}`)]
      : []),
  ];
}

function resultWords(outcome: FixOutcome, words: Phrases): string {
  switch (outcome) {
    case 'worked':
      return words.it_worked;
    case 'partly':
      return words.it_helped;
    case 'pending':
      return words.fix_pending;
    case 'applied':
      return words.fix_applied;
    case 'proposed':
    case 'failed':
    case 'dismissed':
      return words.not_tried;
  }
}
