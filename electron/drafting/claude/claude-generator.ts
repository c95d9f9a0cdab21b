import type { AiRequest, SentRequest } from '../../../shared/domain/ai.ts';
import type { Finding, NoteKind, NoteTone } from '../../../shared/domain/note.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InputBundle } from '../bundle.ts';
import type { NoteGenerator, NoteRequest } from '../generator.ts';
import { type NoteDocument, renderNote } from '../note-document.ts';
import { renderBundle } from '../render-bundle.ts';
import { answerSchema, jsonSchemaOf } from './answer-schema.ts';
import { noteFromAnswer } from './answer-to-note.ts';
import { fence, repairMessage, WRONG_FORM } from './message.ts';
import type { ModelAnswer, NoteModel, Turn } from './note-model.ts';
import { partialNote } from './partial-answer.ts';
import { systemPrompt } from './prompts.ts';

/** Enough for the longest note that the checks let pass, in JSON with its evidence. */
const MAX_TOKENS = 1_400;

/** Reading half an answer takes as long as reading all of it, so it is not done for every letter. */
const READ_EVERY_CHARACTERS = 120;

/** Warnings that the record lets a model mend; the others are the technician's to answer. */
const MENDABLE_WARNINGS = new Set(['S6', 'S7', 'G5', 'G8', 'G9', 'R5', 'D1', 'H4']);

/** The request for a note, word for word as it goes out; its repair turn, if any, only adds findings. */
export function requestFor(
  kind: NoteKind,
  bundle: InputBundle,
  tone: NoteTone,
): Pick<AiRequest, 'system' | 'message'> {
  return { system: systemPrompt(kind, tone), message: fence(renderBundle(bundle)) };
}

/** Drafts with Claude: one answer, one repair turn where the checks ask for it, the better of the two. */
export function createClaudeGenerator(options: {
  /** The model for a note of this kind; what it costs is counted for the session. */
  readonly open: (kind: NoteKind, sessionId: number) => Promise<NoteModel>;
  readonly tone: () => Promise<NoteTone>;
  readonly now?: () => number;
}): NoteGenerator {
  const { open, tone: chosenTone, now = Date.now } = options;
  return {
    origin: 'ai',
    async generate(request) {
      const [model, tone] = await Promise.all([
        open(request.kind, request.session_id),
        chosenTone(),
      ]);
      const asked = requestFor(request.kind, request.bundle, tone);
      const conversation = converse(model, request, asked);
      const document = await bestOfTwo(request, conversation);
      const sent: SentRequest = {
        ...asked,
        model: model.model,
        base_address: model.base_address,
        secrets_removed: request.secrets_removed,
        sent_at: now(),
        ...conversation.cost(),
      };
      return { document, sent };
    },
  };
}

/** An answer read back: null where it did not fit the form. */
interface Answer {
  readonly document: NoteDocument | null;
  readonly findings: readonly Finding[];
}

interface Conversation {
  answer(): Promise<Answer>;
  /** Puts the findings to the model; the next answer is the repaired note. */
  object(answer: Answer): void;
  cost(): Pick<SentRequest, 'turns' | 'input_tokens' | 'output_tokens'>;
}

async function bestOfTwo(request: NoteRequest, conversation: Conversation): Promise<NoteDocument> {
  const first = await conversation.answer();
  if (first.document !== null && !first.findings.some(isMendable)) return first.document;
  conversation.object(first);
  const second = await conversation.answer().catch((failure: unknown) => {
    if (first.document === null || request.signal.aborted) throw failure;
    return first;
  });
  const best = [second, first]
    .filter((answer) => answer.document !== null)
    .toSorted((one, other) => blocking(one) - blocking(other))[0]?.document;
  if (best) return best;
  throw new AppError('AI_FAILED', "The AI's answer could not be read. Try again.");
}

function converse(
  model: NoteModel,
  request: NoteRequest,
  { system, message }: ReturnType<typeof requestFor>,
): Conversation {
  const { kind, bundle, signal, onProgress } = request;
  const schema = answerSchema(kind, bundle);
  const json = jsonSchemaOf(schema);
  const turns: Turn[] = [{ role: 'user', text: message }];
  const answers: ModelAnswer[] = [];
  let shown = '';

  const tokens = () => answers.reduce((sum, answer) => sum + answer.output_tokens, 0);
  const tell = (step: Parameters<typeof onProgress>[0]['step'], written = 0) =>
    onProgress({ step, output_tokens: tokens() + written, markdown: shown });

  function read(text: string): NoteDocument | null {
    try {
      return noteFromAnswer(kind, schema.parse(JSON.parse(text)), bundle);
    } catch {
      return null;
    }
  }

  return {
    async answer() {
      const mending = answers.length > 0;
      let read_at = 0;
      const answer = await model.ask({
        system,
        turns,
        schema: json,
        max_tokens: MAX_TOKENS,
        signal,
        onProgress(progress) {
          if (progress.step !== 'writing') return tell(mending ? 'mending' : progress.step);
          // In the repair turn the first answer stays on the screen until the better one is whole.
          const { length } = progress.text;
          if (!mending && (read_at === 0 || length - read_at >= READ_EVERY_CHARACTERS)) {
            read_at = length;
            shown = partialNote(kind, progress.text);
          }
          tell(mending ? 'mending' : 'writing', progress.output_tokens);
        },
      });
      answers.push(answer);
      turns.push({ role: 'assistant', text: answer.text });
      tell('checking');
      const document = read(answer.text);
      return { document, findings: document === null ? [] : await request.review(document) };
    },
    object({ document, findings }) {
      const text =
        document === null
          ? WRONG_FORM
          : repairMessage(renderNote(document).markdown, findings.filter(isMendable));
      turns.push({ role: 'user', text });
    },
    cost: () => ({
      turns: answers.length,
      input_tokens: answers.reduce((sum, answer) => sum + answer.input_tokens, 0),
      output_tokens: tokens(),
    }),
  };
}

function isMendable(finding: Finding): boolean {
  return finding.level === 'block' || MENDABLE_WARNINGS.has(finding.rule_id);
}

function blocking({ findings }: Answer): number {
  return findings.filter((finding) => finding.level === 'block').length;
}
