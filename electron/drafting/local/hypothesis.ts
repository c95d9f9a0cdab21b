import type { FixOutcome } from '../../../shared/domain/suggested-fix.ts';
import { FIXED_SENTENCES, HYPOTHESIS_CONFIDENCE } from '../../../shared/notes/sections.ts';
import type { BundleFix, InputBundle } from '../bundle.ts';
import { fixedSentence, type NoteBlock, paragraph, sentence } from '../note-document.ts';
import { packageText } from './fact-lines.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import { asSentence, cutAtWhole, withoutStop } from './sentence-text.ts';

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

/** "Current hypothesis": the leading fix with its confidence and result, and causes that are on record. */
export function hypothesisBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const words = PHRASES[bundle.language];
  const fix = hypothesisFix(bundle);
  const causes = bundle.facts
    .filter(({ role }) => role === 'cause')
    .map((fact, index) => {
      const text = fact.short_wording ?? packageText(fact, words);
      const label = index === 0 ? words.cause_on_record : '';
      return sentence(asSentence(`${label}${text}`), fact.evidence_id);
    });
  const theory =
    fix === null ? [] : theoryTexts(fix, words).map((text) => sentence(text, fix.evidence_id));
  const sentences = [...theory, ...causes];
  if (sentences.length > 0) return [paragraph(...sentences)];
  return [paragraph(fixedSentence(FIXED_SENTENCES[bundle.language].no_hypothesis))];
}

function theoryTexts(fix: BundleFix, words: Phrases): readonly string[] {
  const label = fix.outcome === 'proposed' ? words.theory : words.theory_beforehand;
  const description = cutAtWhole(fix.description, DESCRIPTION_LENGTH);
  return [
    asSentence(`${label(fix.confidence)}${fix.title}`),
    standing(fix.outcome, words),
    // Once a result is known it says more than what was expected.
    ...(fix.outcome === 'proposed' ? [asSentence(description)] : []),
  ].filter((text) => text !== '');
}

function standing(outcome: FixOutcome, words: Phrases): string {
  switch (outcome) {
    case 'worked':
      return words.applied_worked;
    case 'partly':
      return words.applied_partly;
    case 'pending':
      return words.result_pending;
    case 'applied':
      return words.applied_unknown;
    case 'proposed':
    case 'failed':
    case 'dismissed':
      return words.not_tried;
  }
}
