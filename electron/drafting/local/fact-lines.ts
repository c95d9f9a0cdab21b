import type { BundleFact } from '../bundle.ts';
import { asSentence } from '../language/sentences.ts';

const REPORTING_VERB =
  /^(?:\S+\s+){1,5}?(?:says?|said|reports?|reported|states?|stated|confirms?|confirmed|told|tells|describes?|described|mentions?|mentioned|noted|noticed|explains?|explained|complains?|complained|claims?|claimed|asked|sees|saw)\b/i;

/** A fact and the others that say the same, word for word. */
export interface FactGroup {
  readonly fact: BundleFact;
  readonly evidence_ids: readonly string[];
}

/** Facts in order, each text once; what says the same rests on all of its facts. Facts without a word stay out. */
export function groupFacts(facts: readonly BundleFact[]): FactGroup[] {
  const groups = new Map<string, { fact: BundleFact; evidence_ids: string[] }>();
  for (const fact of facts) {
    const key = asSentence(fact.text).toLowerCase();
    if (key === '') continue;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, { fact, evidence_ids: [fact.evidence_id] });
    else same.evidence_ids.push(fact.evidence_id);
  }
  return [...groups.values()];
}

/** The technician's sentence; what a user said is told as said, not as so (rule G5). */
export function factSentence(fact: BundleFact): string {
  const sentence = asSentence(fact.text);
  if (fact.source_type !== 'user_report' || REPORTING_VERB.test(sentence)) return sentence;
  return `The user reported: ${sentence}`;
}
