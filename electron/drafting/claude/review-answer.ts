import { z } from 'zod';
import type { SentenceEvidence } from '../../../shared/domain/note.ts';
import { cleanText, singleLine } from '../../../shared/text.ts';
import type { InputBundle } from '../bundle.ts';
import { rowLines } from '../render-bundle.ts';
import { jsonSchemaOf } from './answer-schema.ts';
import { fence } from './message.ts';

/** A sentence that the second reader judges, with what it is shown of it. */
export interface ReviewedSentence {
  readonly at: SentenceEvidence;
  readonly text: string;
  /** The heading above it. */
  readonly section: string;
}

/** What the second reader doubts. `sentence` is an index into the sentences that were sent. */
export interface Doubt {
  readonly sentence: number;
  readonly verdict: 'not_supported' | 'contradicted';
  /** A few words in plain text, perhaps none. */
  readonly reason: string;
}

/** A longer note is read up to here. */
const MOST_SENTENCES = 150;

/** Characters of a reason that fit beside a sentence. */
const LONGEST_REASON = 120;

const TOKENS_A_SENTENCE = 40;
const TOKENS_OF_FRAME = 200;

/** The sentences of a note that a reader can judge: standard text rests on nothing. */
export function sentencesToReview(
  markdown: string,
  evidence: readonly SentenceEvidence[],
): readonly ReviewedSentence[] {
  const headings = [...markdown.matchAll(/^## +(.*)$/gm)];
  return evidence
    .filter(
      ({ provenance, from, to }) =>
        provenance !== 'fixed' && markdown.slice(from, to).trim() !== '',
    )
    .slice(0, MOST_SENTENCES)
    .map((at) => ({
      at,
      text: singleLine(cleanText(markdown.slice(at.from, at.to)).text),
      section: singleLine(headings.findLast(({ index }) => index < at.from)?.[1] ?? 'no heading'),
    }));
}

/**
 * Rows and sentences for the second reader. Rows are those that the sentences cite; a technician's own
 * sentence cites none and is compared with the whole record.
 */
export function reviewMessage(sentences: readonly ReviewedSentence[], bundle: InputBundle): string {
  const rows = rowLines(bundle);
  const hasOwn = sentences.some(({ at }) => at.provenance === 'technician');
  const cited = new Set(sentences.flatMap(({ at }) => at.evidence_ids));
  const shown = [...rows].filter(([id]) => hasOwn || cited.has(id)).map(([, line]) => line);
  const numbered = sentences.map(({ at, text, section }, index) => {
    const rests = at.provenance === 'technician' ? 'technician' : at.evidence_ids.join(', ');
    return `${index + 1} (${section}) [${rests}] ${text}`;
  });
  return [fence('Rows', shown.join('\n')), fence('Sentences', numbered.join('\n'))].join('\n\n');
}

/** Each sentence by its number, from 1. */
const reviewSchema = z.object({
  sentences: z.array(
    z.object({
      // Not an integer: its bounds are no part of the JSON schema that the API takes.
      number: z.number(),
      verdict: z.enum(['supported', 'not_supported', 'contradicted']),
      reason: z.string(),
    }),
  ),
});

/** The form of the answer as the API takes it. */
export function reviewJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(reviewSchema);
}

/** Tokens that a review of so many sentences may take. */
export function reviewTokens(sentences: number): number {
  return TOKENS_OF_FRAME + sentences * TOKENS_A_SENTENCE;
}

/**
 * What an answer doubts; undefined where it is not an answer in the form. Numbers that are not those of
 * a sentence are left out, of two verdicts on one sentence the first counts, and a sentence that is not
 * mentioned is not doubted. Of a technician's sentence only a contradiction is a doubt.
 */
export function readReview(
  text: string,
  sentences: readonly ReviewedSentence[],
): readonly Doubt[] | undefined {
  const answer = reviewSchema.safeParse(parseJson(text));
  if (!answer.success) return undefined;
  const seen = new Set<number>();
  return answer.data.sentences.flatMap(({ number, verdict, reason }): Doubt[] => {
    const sentence = sentences[number - 1];
    if (sentence === undefined || seen.has(number)) return [];
    seen.add(number);
    const isDoubted =
      verdict === 'contradicted' ||
      (verdict === 'not_supported' && sentence.at.provenance === 'generated');
    return isDoubted ? [{ sentence: number - 1, verdict, reason: cleanReason(reason) }] : [];
  });
}

/** Plain words on one line, without tags and a final full stop, cut to what fits. */
function cleanReason(reason: string): string {
  const words = singleLine(cleanText(reason).text.replace(/<[^<>]*>/g, ' ')).replace(/[.…]+$/, '');
  const characters = [...words];
  if (characters.length <= LONGEST_REASON) return words;
  return `${characters
    .slice(0, LONGEST_REASON - 1)
    .join('')
    .trimEnd()}…`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
