import type { AiRequest, SentRequest } from '../../../shared/domain/ai.ts';
import type { Finding, NoteKind, NoteTone } from '../../../shared/domain/note.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InputBundle } from '../bundle.ts';
import type { LocalDraft, NoteGenerator, NoteRequest } from '../generator.ts';
import { type NoteDocument, renderNote } from '../note-document.ts';
import { maxTokens } from './answer-length.ts';
import {
  type Answer,
  answerParts,
  answerSchema,
  jsonSchemaOf,
  readAnswer,
} from './answer-schema.ts';
import { composeNote, partialNote } from './compose-note.ts';
import { noteMessage, repairMessage, WRONG_FORM } from './message.ts';
import type { ModelAnswer, NoteModel, Turn } from './note-model.ts';
import { systemPrompt } from './prompts.ts';

/** Reading half an answer takes as long as reading all of it, so it is not done for every letter. */
const READ_EVERY_CHARACTERS = 120;

/** Warnings that the model can answer by wording: too long (S6), the same twice (S7). */
const REPAIRABLE_WARNINGS = new Set(['S6', 'S7']);

/** The request for a note, word for word as it goes out; its repair turn, if any, only adds findings. */
export function requestFor(
  kind: NoteKind,
  bundle: InputBundle,
  local: NoteDocument,
  tone: NoteTone,
): Pick<AiRequest, 'system' | 'message'> {
  return { system: systemPrompt(kind), message: noteMessage(kind, bundle, local, tone) };
}

/** Drafts with Claude: one answer, one repair turn where the checks ask for it, the better of the two. */
export function createClaudeGenerator(options: {
  /** The model for a note of this kind; what it costs is counted for the session. */
  readonly open: (kind: NoteKind, sessionId: number) => Promise<NoteModel>;
  readonly tone: () => Promise<NoteTone>;
  /** Says what the record itself knows; the model's words go around it. */
  readonly localDraft: LocalDraft;
  readonly now?: () => number;
}): NoteGenerator {
  const { open, tone: chosenTone, localDraft, now = Date.now } = options;
  return {
    async generate(request) {
      const { kind, bundle, session_id, secrets_removed } = request;
      const [model, tone] = await Promise.all([open(kind, session_id), chosenTone()]);
      const local = localDraft(kind, bundle);
      const asked = requestFor(kind, bundle, local, tone);
      const conversation = converse(model, request, local, asked);
      const document = await bestOfTwo(request, conversation);
      const sent: SentRequest = {
        ...asked,
        model: model.model,
        base_address: model.base_address,
        secrets_removed,
        sent_at: now(),
        ...conversation.cost(),
      };
      return { document, sent };
    },
  };
}

/** An answer as it was read: one that fits the form is a note, with what the model can still repair in it. */
type ReadAnswer =
  | { readonly document: null }
  | {
      readonly document: NoteDocument;
      readonly repairable: readonly Finding[];
      readonly blocking: number;
    };

interface Conversation {
  answer(): Promise<ReadAnswer>;
  /** Puts the findings to the model; the next answer is the repaired note. */
  object(answer: ReadAnswer): void;
  cost(): Pick<SentRequest, 'turns' | 'input_tokens' | 'output_tokens'>;
}

async function bestOfTwo(request: NoteRequest, conversation: Conversation): Promise<NoteDocument> {
  const first = await conversation.answer();
  if (first.document !== null && first.repairable.length === 0) return first.document;
  conversation.object(first);
  const second = await conversation.answer().catch((failure: unknown) => {
    if (first.document === null || request.signal.aborted) throw failure;
    return first;
  });
  const best = [second, first]
    .filter((answer) => answer.document !== null)
    .toSorted((one, other) => one.blocking - other.blocking)[0];
  if (best) return best.document;
  throw new AppError('AI_FAILED', "The AI's answer could not be read. Try again.");
}

function converse(
  model: NoteModel,
  { kind, bundle, signal, check, onProgress }: NoteRequest,
  local: NoteDocument,
  { system, message }: ReturnType<typeof requestFor>,
): Conversation {
  const parts = answerParts(kind, bundle, local);
  const schema = answerSchema(parts);
  const json = jsonSchemaOf(schema);
  const max_tokens = maxTokens(kind, bundle);
  const turns: Turn[] = [{ role: 'user', text: message }];
  const answers: ModelAnswer[] = [];
  let shown = '';

  const tokens = () => answers.reduce((sum, answer) => sum + answer.output_tokens, 0);
  const report = (step: Parameters<typeof onProgress>[0]['step'], written = 0) =>
    onProgress({ step, output_tokens: tokens() + written, markdown: shown });

  async function read(text: string): Promise<ReadAnswer> {
    const answer = parseJson(text);
    if (!schema.safeParse(answer).success) return { document: null };
    const words = readAnswer(parts, answer);
    const document = composeNote(local, words, bundle);
    const findings = await check(document);
    return {
      document,
      repairable: findings.filter((finding) => isRepairable(finding, document, words)),
      blocking: findings.filter(({ level }) => level === 'block').length,
    };
  }

  return {
    async answer() {
      const isRepair = answers.length > 0;
      let read_at = 0;
      const answer = await model.ask({
        system,
        turns,
        schema: json,
        max_tokens,
        signal,
        onProgress(progress) {
          if (progress.step !== 'writing') return report(isRepair ? 'mending' : progress.step);
          // In the repair turn the first answer stays on the screen until the better one is whole.
          const { length } = progress.text;
          if (!isRepair && (read_at === 0 || length - read_at >= READ_EVERY_CHARACTERS)) {
            read_at = length;
            shown = partialNote(local, parts, progress.text, bundle);
          }
          report(isRepair ? 'mending' : 'writing', progress.output_tokens);
        },
      });
      answers.push(answer);
      turns.push({ role: 'assistant', text: answer.text });
      report('checking');
      return read(answer.text);
    },
    object(answer) {
      const text =
        answer.document === null
          ? WRONG_FORM
          : repairMessage(renderNote(answer.document), answer.repairable);
      turns.push({ role: 'user', text });
    },
    cost: () => ({
      turns: answers.length,
      input_tokens: answers.reduce((sum, answer) => sum + answer.input_tokens, 0),
      output_tokens: tokens(),
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a finding is about the model's own words: what code wrote is not the model's to change. */
function isRepairable(finding: Finding, document: NoteDocument, words: Answer): boolean {
  if (finding.level !== 'block' && !REPAIRABLE_WARNINGS.has(finding.rule_id)) return false;
  const own = new Set(
    [...words.values()].flat().flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  );
  const { markdown, evidence } = renderNote(document);
  return evidence.some(
    ({ from, to }) => from < finding.to && finding.from < to && own.has(markdown.slice(from, to)),
  );
}
