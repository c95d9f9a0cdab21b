import type { BundleFact } from '../bundle.ts';
import { isAttributed } from '../language/attribution.ts';
import { findInstructions } from '../language/instructions.ts';
import { splitRequests } from '../language/requests.ts';
import { asSentence, countWords, withoutFullStop } from '../language/sentences.ts';

/** A fact and the others that say the same, word for word. */
export interface FactGroup {
  readonly fact: BundleFact;
  readonly evidence_ids: readonly string[];
}

/**
 * Facts in order, each text once; what says the same rests on all of its facts. Facts without a word stay
 * out, and so does what reads like an order to a machine: it shows as left out, for a person to judge.
 */
export function groupFacts(facts: readonly BundleFact[]): FactGroup[] {
  const groups = new Map<string, { fact: BundleFact; evidence_ids: string[] }>();
  for (const fact of facts) {
    const key = asSentence(fact.text).toLowerCase();
    if (key === '' || isOrder(fact)) continue;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, { fact, evidence_ids: [fact.evidence_id] });
    else same.evidence_ids.push(fact.evidence_id);
  }
  return [...groups.values()];
}

function isOrder({ text, source_summary }: BundleFact): boolean {
  return [text, source_summary ?? ''].some((words) => findInstructions(words).length > 0);
}

/** The technician's sentence; what a user said is told as said, not as so (rule G5). */
export function factSentence(fact: BundleFact): string {
  const sentence = asSentence(fact.text);
  if (fact.source_type !== 'user_report' || isAttributed(sentence)) return sentence;
  return `The user reported: ${sentence}`;
}

/** Fewer words than this are a scrap that says nothing without the rest. */
const FEWEST_WORDS = 5;

/**
 * The fact without what it asks of the reader, which is no fact: null where little else is left, or
 * where the two cannot be told apart. A technician asks nothing of themselves; a ticket that asks the
 * reader for something may be anybody's, and is left to the technician to judge.
 */
export function withoutRequests(fact: BundleFact): BundleFact | null {
  if (fact.source_type === 'technician') return fact;
  const { told, asked } = splitRequests(fact.text);
  if (asked.length === 0) return fact;
  if (fact.source_type !== 'user_report' || countWords(told) < FEWEST_WORDS) return null;
  return { ...fact, text: told };
}

/**
 * The fact for the next engineer: what only the ticket says is told as the ticket's, so that nobody
 * takes it for checked, and what it or a user asks for is quoted as asked.
 */
export function sourcedSentence(fact: BundleFact): string {
  const { source_type } = fact;
  if (source_type !== 'ticket' && source_type !== 'user_report') return factSentence(fact);
  const { told, asked } = splitRequests(fact.text);
  const canQuote = told !== '' && asked.length > 0 && isOneRun(fact.text, asked);
  if (!canQuote) return withSource(fact);
  const where = source_type === 'ticket' ? 'The ticket' : 'The report';
  const quoted = `${where} also holds a request: “${withoutFullStop(asked.join(' '))}”.`;
  return `${withSource({ ...fact, text: told })} ${quoted}`;
}

/** Only words that stand so on record may be quoted, and a quotation within one cannot be seen. */
function isOneRun(text: string, asked: readonly string[]): boolean {
  const said = asked.join(' ');
  return !/["“”„]/.test(said) && text.includes(said);
}

function withSource(fact: BundleFact): string {
  const sentence = factSentence(fact);
  if (fact.source_type !== 'ticket' || /\bticket\b/i.test(sentence)) return sentence;
  return /[^.]\.$/.test(sentence) ? `${sentence.slice(0, -1)} (ticket).` : `${sentence} (ticket)`;
}
