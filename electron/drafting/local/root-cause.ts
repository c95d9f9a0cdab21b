import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { BundleFact, InputBundle } from '../bundle.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import { splitSentences, withFullStop } from '../language/sentences.ts';
import { fixedSentence, type NoteBlock, paragraph } from '../note-document.ts';
import type { CustomerWords } from './customer-words.ts';

/** Says what the cause was and little else. */
const STRONG =
  /\b(?:caused by|root cause (?:was|is|of|turned)|the cause (?:was|is|of|lay|turned)|(?:root )?cause:|the culprit|was causing|resulted from|result of|stemmed from|traced (?:back )?to|the reason (?:was|is|for))\b/i;
/** Says why, of whatever the sentence is about. */
const WEAK = /\b(?:because|due to|owing to)\b/i;
/** Why a piece of work did or did not take place is no cause of the problem. */
const ABOUT_WORK =
  /\b(?:test|check|verif|reach|schedul|delay|postpon|wait|call|reboot|restart|contact|visit|cancel|clos|escalat)\w*\b[^.]{0,200}\b(?:because|due to|owing to)\b/i;
/** That somebody was told of it says nothing of it. */
const OF_A_TALK =
  /\b(?:told|asked|explained|informed|reported|described|wrote|wants?|called|discussed)\b[^.]{0,60}\b(?:cause|reason)\b/i;
const OPEN =
  /\?|\b(?:unknown|unclear|unsure|undetermined|not (?:yet )?(?:known|clear|determined|found|caused|because|due|the|sure)|no (?:root )?cause|may|might|could be|can be|maybe|perhaps|possibly|probably|likely|suspect\w*|assum\w*|seems?|appears?|apparently|ruled out|rule out|whether|if)\b|n['’]t (?:the|caused|because|due)\b/i;

const MOST_SENTENCES = 2;

/** The facts that state the cause, best first; what a user or the ticket believes is not one. */
export function causeFacts(facts: readonly BundleFact[]): BundleFact[] {
  const firstHand = facts.filter(
    (fact) =>
      fact.source_type !== 'user_report' &&
      fact.source_type !== 'ticket' &&
      !OPEN.test(fact.text) &&
      !OF_A_TALK.test(fact.text),
  );
  const strong = firstHand.filter((fact) => STRONG.test(fact.text));
  if (strong.length > 0) return strong.slice(0, MOST_SENTENCES);
  return firstHand
    .filter((fact) => WEAK.test(fact.text) && !ABOUT_WORK.test(fact.text))
    .slice(0, MOST_SENTENCES);
}

/**
 * "Root cause": told only where a fact states it, or where the record of a fix that worked does.
 * That a fix worked is no cause by itself.
 */
export function rootCauseBlocks(
  bundle: InputBundle,
  causes: readonly { readonly text: string; readonly evidence_ids: readonly string[] }[],
  words: CustomerWords,
): NoteBlock[] {
  if (causes.length > 0) {
    const join = (some: typeof causes) =>
      some.map((cause) => withoutStrayQuotes(cause.text)).join(' ');
    const kept = words.forResult(join(causes)) === null ? causes.slice(0, 1) : causes;
    return [paragraph(join(kept), ...kept.flatMap((cause) => cause.evidence_ids))];
  }
  for (const fix of bundle.fixes_tried.toReversed()) {
    if (fix.outcome !== 'worked' || fix.superseded) continue;
    const stated = splitSentences(`${withFullStop(fix.outcome_note ?? '')} ${fix.description}`)
      .filter((sentence) => STRONG.test(sentence) && !OPEN.test(sentence))
      .map((sentence) => words.forResult(withFullStop(sentence)))
      .find((sentence) => sentence !== null);
    if (stated !== undefined && stated !== null) return [paragraph(stated, fix.evidence_id)];
  }
  return [fixedSentence(FIXED_SENTENCES.no_root_cause)];
}
