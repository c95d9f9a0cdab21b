import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Finding, NoteReview, SentenceEvidence } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import type { SecretGuard } from '../secrets/index.ts';
import type { InputBundle } from './bundle.ts';
import type { NoteModel } from './claude/note-model.ts';
import { REVIEW_PROMPT } from './claude/prompts.ts';
import {
  type Doubt,
  type ReviewedSentence,
  readReview,
  reviewJsonSchema,
  reviewMessage,
  reviewTokens,
  sentencesToReview,
} from './claude/review-answer.ts';
import { createSharedWork } from './shared-work.ts';

/** The model that reads finished notes once more; it may come and go with the key and the settings. */
export interface NoteReader {
  /** Whether the settings and the key allow it to be asked. */
  wanted(): Promise<boolean>;
  /** Rejects with `NOT_CONFIGURED` without a key and `RATE_LIMITED` while the monthly limit is reached. */
  open(sessionId: number): Promise<NoteModel>;
}

/** A text whose sentences were traced to their rows. */
export interface NoteToReview {
  readonly session_id: number;
  readonly markdown: string;
  readonly evidence: readonly SentenceEvidence[];
  /** Without secrets. */
  readonly bundle: InputBundle;
}

export interface NoteReviews {
  /** Rejects with `CANCELLED` after an abort; every other failure is an answer. */
  review(note: NoteToReview, signal: AbortSignal | undefined): Promise<NoteReview>;
}

/** A review that takes longer is of no use any more: the technician has read the note by then. */
const PATIENCE_MILLISECONDS = 20_000;

/** Reviews held in memory. */
const HELD = 64;

const OFF: NoteReview = { state: 'off' };

/**
 * Has a model read finished notes against their rows. What it doubts comes back as warnings; it never
 * blocks, edits or delays a note. One request for all who ask for the same text at once, and none for
 * a text that was read before.
 */
export function createNoteReview(options: {
  readonly reader: NoteReader | undefined;
  readonly secrets: Pick<SecretGuard, 'redactAll'>;
  readonly log: { error(message: string, error?: unknown): void };
  readonly now: () => number;
  readonly patience?: number;
}): NoteReviews {
  const { reader, secrets, log, now, patience = PATIENCE_MILLISECONDS } = options;
  const held = new LRUCache<string, readonly Doubt[]>({ max: HELD });
  const work = createSharedWork<readonly Doubt[]>();
  const schema = reviewJsonSchema();
  /** Until when a limit of the API is known to apply. */
  let limit: { readonly until: number; readonly error: AppError } | undefined;

  async function ask(
    model: NoteModel,
    message: string,
    sentences: readonly ReviewedSentence[],
    signal: AbortSignal,
  ): Promise<readonly Doubt[]> {
    if (limit !== undefined && now() < limit.until) throw limit.error;
    const tooLong = AbortSignal.timeout(patience);
    try {
      const answer = await model.ask({
        system: REVIEW_PROMPT,
        turns: [{ role: 'user', text: message }],
        schema,
        max_tokens: reviewTokens(sentences.length),
        signal: AbortSignal.any([signal, tooLong]),
        onProgress: () => {},
      });
      const doubts = readReview(answer.text, sentences);
      if (doubts === undefined) throw new AppError('AI_FAILED', 'Its answer could not be read.');
      return await withoutSecrets(doubts);
    } catch (failure) {
      if (signal.aborted) throw failure;
      if (tooLong.aborted) throw new AppError('AI_FAILED', 'It took too long.');
      const until = failure instanceof AppError ? failure.details?.retry_at : undefined;
      if (failure instanceof AppError && typeof until === 'number') {
        limit = { until, error: failure };
      }
      throw failure;
    }
  }

  /** A reason may repeat what the technician typed. */
  async function withoutSecrets(doubts: readonly Doubt[]): Promise<readonly Doubt[]> {
    const { texts } = await secrets.redactAll(doubts.map(({ reason }) => reason));
    return doubts.map((doubt, index) => ({ ...doubt, reason: texts[index] ?? '' }));
  }

  /** Null where the reader may not be asked. */
  async function open(sessionId: number): Promise<NoteModel | null> {
    try {
      if (reader === undefined || !(await reader.wanted())) return null;
      return await reader.open(sessionId);
    } catch (failure) {
      if (failure instanceof AppError && SWITCHED_OFF.has(failure.code)) return null;
      throw failure;
    }
  }

  return {
    async review({ session_id, markdown, evidence, bundle }, signal) {
      try {
        const model = await open(session_id);
        if (model === null) return OFF;
        const sentences = sentencesToReview(markdown, evidence);
        if (sentences.length === 0) return { state: 'done', findings: [] };
        // The technician's own words were not searched before.
        const { texts } = await secrets.redactAll([reviewMessage(sentences, bundle)]);
        const [message = ''] = texts;
        const key = createHash('sha256').update(`${model.model}\n${message}`).digest('hex');
        const doubts =
          held.get(key) ??
          (await work.join(key, (shared) => ask(model, message, sentences, shared), signal));
        held.set(key, doubts);
        return { state: 'done', findings: doubts.flatMap((doubt) => finding(doubt, sentences)) };
      } catch (failure) {
        if (signal?.aborted) throw failure;
        log.error(`the note of session ${session_id} was not read a second time`, failure);
        const why = failure instanceof AppError ? failure.message : 'The log has the cause.';
        return { state: 'failed', message: `The second reader didn't check this note. ${why}` };
      }
    },
  };
}

/** Opening the model fails with these where the key, the keychain or the monthly limit do not allow it. */
const SWITCHED_OFF: ReadonlySet<string> = new Set([
  'NOT_CONFIGURED',
  'RATE_LIMITED',
  'KEYCHAIN_UNAVAILABLE',
]);

function finding(
  { sentence, verdict, reason }: Doubt,
  sentences: readonly ReviewedSentence[],
): Finding[] {
  const at = sentences[sentence]?.at;
  if (at === undefined) return [];
  const doubt =
    verdict === 'contradicted' ? 'The record may say otherwise' : 'The record may not support this';
  return [
    {
      rule_id: 'V1',
      level: 'warn',
      can_override: true,
      message: reason === '' ? `${doubt}.` : `${doubt}: ${reason}.`,
      line: at.line,
      from: at.from,
      to: at.to,
      repair: null,
    },
  ];
}
