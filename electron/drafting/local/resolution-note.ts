import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import { type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { RESOLVE_SENTENCES } from '../fixed-sentences.ts';
import { countWords } from '../language/sentences.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteDocument,
  paragraph,
} from '../note-document.ts';
import { NOTE_WORD_LIMIT } from '../word-limits.ts';
import { createCustomerWords } from './customer-words.ts';
import { factSentence, groupFacts, withoutRequests } from './fact-lines.ts';
import { isForCustomer } from './facts-for-customer.ts';
import { problemForCustomer } from './problem-for-customer.ts';
import { changeBlocks, closingBlocks, resolutionFacts } from './resolution-steps.ts';
import { causeFacts, rootCauseBlocks } from './root-cause.ts';

/** The resolution note from the bundle alone: what the customer may read, and not more. */
export function draftResolution(bundle: InputBundle): NoteDocument {
  const words = createCustomerWords(bundle);
  const groups = groupFacts(bundle.facts).flatMap(({ fact, evidence_ids }) => {
    const told = isForCustomer(fact) ? withoutRequests(fact) : null;
    const text = told === null ? null : words.forCustomer(factSentence(told));
    return text === null ? [] : [{ fact, text, evidence_ids }];
  });
  const told = groups.filter(({ text }) => !words.isUnproven(text));
  const causes = new Set(causeFacts(told.map(({ fact }) => fact)));
  const isResolution = resolutionFacts(bundle);
  const inCause = told.filter(({ fact }) => causes.has(fact));
  const inResolution = told.filter(({ fact }) => !causes.has(fact) && isResolution(fact));
  const toldBelow = new Set([...inCause, ...inResolution]);

  const problem = [paragraph(problemForCustomer(bundle, words), SESSION_EVIDENCE)];
  const cause = rootCauseBlocks(bundle, inCause, words);
  const done = [
    ...changeBlocks(bundle, words),
    ...inResolution.map(asBullet),
    ...closingBlocks(bundle),
  ];
  const resolution = done.length > 0 ? done : [fixedSentence(RESOLVE_SENTENCES.no_change_recorded)];

  const wordsLeft = NOTE_WORD_LIMIT.resolve - wordsOf([...problem, ...cause, ...resolution]);
  const others = groups.filter((group) => !toldBelow.has(group)).map(asBullet);
  const listed = withinWords(others, wordsLeft);
  const confirmed = listed.length > 0 ? listed : [nothingListed(bundle, toldBelow.size)];
  return { kind: 'resolve', sections: [problem, confirmed, cause, resolution] };
}

function asBullet(told: { text: string; evidence_ids: readonly string[] }): NoteBlock {
  return bullet(told.text, ...told.evidence_ids);
}

function wordsOf(blocks: readonly NoteBlock[]): number {
  return blocks.reduce((sum, block) => sum + countWords(block.text), 0);
}

/** The first blocks that fit; one that does not is passed over, and shows as left out. */
function withinWords(blocks: readonly NoteBlock[], limit: number): NoteBlock[] {
  let words = 0;
  return blocks.filter((block) => {
    const length = countWords(block.text);
    if (words + length > limit) return false;
    words += length;
    return true;
  });
}

function nothingListed(bundle: InputBundle, factsBelow: number): NoteBlock {
  if (groupFacts(bundle.facts).length === 0)
    return fixedSentence(FIXED_SENTENCES.nothing_confirmed);
  return fixedSentence(
    factsBelow > 0 ? RESOLVE_SENTENCES.told_below : RESOLVE_SENTENCES.checks_kept_internally,
  );
}
