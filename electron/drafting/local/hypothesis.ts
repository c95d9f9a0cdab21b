import { FIXED_SENTENCES, HYPOTHESIS_CONFIDENCE } from '../../../shared/notes/sections.ts';
import type { BundleFix, InputBundle } from '../bundle.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import {
  firstSentences,
  splitSentences,
  withFullStop,
  withoutFullStop,
} from '../language/sentences.ts';
import { fixedSentence, type NoteBlock, paragraph } from '../note-document.ts';

const MAX_DESCRIPTION_WORDS = 30;

/**
 * The active fix where it is told as the hypothesis: at 60 % or more, or with an outcome
 * that speaks for it, which weighs more than the confidence it started with.
 */
export function hypothesisFix(bundle: InputBundle): BundleFix | null {
  const fix = bundle.active_fix;
  if (fix === null || withoutFullStop(fix.title) === '') return null;
  const borneOut = ['worked', 'partly', 'pending'].includes(fix.outcome);
  return borneOut || fix.confidence >= HYPOTHESIS_CONFIDENCE ? fix : null;
}

export function hypothesisBlocks(bundle: InputBundle): NoteBlock[] {
  const fix = hypothesisFix(bundle);
  if (fix === null) return [fixedSentence(FIXED_SENTENCES.no_hypothesis)];
  const description = firstSentences(splitSentences(fix.description), MAX_DESCRIPTION_WORDS)
    .map(withFullStop)
    .join(' ');
  const text = [leadingSuggestion(fix), description];
  return [paragraph(text.filter((part) => part !== '').join(' '), fix.evidence_id)];
}

/** Names the fix, its confidence and how it stands: the same words whoever drafts the note. */
export function leadingSuggestion(fix: BundleFix): string {
  const title = withoutStrayQuotes(withoutFullStop(fix.title));
  return `The leading suggestion, at ${fix.confidence} % confidence, is: ${title}. ${standing(fix)}`;
}

function standing(fix: BundleFix): string {
  switch (fix.outcome) {
    case 'applied':
      return 'It was applied and its result is not known yet.';
    case 'worked':
      return 'It was applied and it worked.';
    case 'partly':
      return 'It was applied and helped in part.';
    case 'pending':
      return 'It was applied and its result cannot be verified yet.';
    default:
      return 'It has not been tried yet.';
  }
}
