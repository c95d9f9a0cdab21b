import type Anthropic from '@anthropic-ai/sdk';
import type { CopilotStep } from '../../../shared/domain/ai.ts';
import type { Message } from '../../../shared/domain/message.ts';
import { AppError } from '../../../shared/errors.ts';
import { requireClient } from '../note-models.ts';
import { CHARACTERS_A_TOKEN, streamMessage } from '../stream-message.ts';
import { type CountedTokens, countTokens } from '../tokens.ts';
import type { ChatStore } from './chat-store.ts';
import { SYSTEM_PROMPT } from './prompt.ts';
import { buildRequest, messagesOf } from './request.ts';
import { createToolRunner, isSearch, TOOLS, type ToolRunner } from './tools/run-tools.ts';
import type { ToolContext } from './tools/tool.ts';
import type { TurnParts } from './turn-parts.ts';

/** After so many rounds of tools the model is asked for its answer, without tools. */
const MOST_TOOL_ROUNDS = 5;

const MAX_TOKENS = 4_096;

const CUT_OFF = 'The answer reached its longest length and stops in the middle.';

interface Listener {
  readonly signal: AbortSignal;
  onStep(step: CopilotStep): void;
  onEvent(event: Anthropic.MessageStreamEvent): void;
  onNotice(notice: string): void;
  onProposed(): void;
  /** Whether the turn has ended, so that nothing more may be asked or written. */
  isOver(): boolean;
}

/** The requests of one turn: the model answers or calls tools, is told of the results, and goes on. */
export interface Rounds {
  /** Rejects with errors worded for the technician. */
  run(): Promise<void>;
  model(): string;
  /** What was counted of each request, of one that broke off as well as it can be told. */
  counted(): readonly CountedTokens[];
  proposals(): number;
}

export function createRounds(
  parts: TurnParts,
  store: ChatStore,
  answer: Message,
  listener: Listener,
): Rounds {
  const { account, ai, limits } = parts;
  const { signal, onStep, onNotice, isOver } = listener;
  const finished: CountedTokens[] = [];
  /** Of the request that runs: what it read, as far as it is known, and the characters that came. */
  let running: { tokens: CountedTokens; characters: number } | undefined;
  let model = '';
  const tools = createToolRunner(toolContext(parts, store, answer, listener));

  async function ask(
    messages: readonly Anthropic.MessageParam[],
    mayCallTools: boolean,
  ): Promise<Anthropic.Message> {
    onStep('asking');
    // Opened anew for each round: a key that was removed meanwhile is not used again.
    const client = await requireClient(ai);
    const message = await streamMessage(
      client,
      {
        model,
        max_tokens: MAX_TOKENS,
        system: [{ type: 'text', text: SYSTEM_PROMPT, cache_control: { type: 'ephemeral' } }],
        tools: TOOLS.map(({ name, description, input_schema }) => ({
          name,
          description,
          input_schema: input_schema as Anthropic.Tool.InputSchema,
          strict: true,
        })),
        ...(mayCallTools ? {} : { tool_choice: { type: 'none' as const } }),
        messages: [...messages],
      },
      {
        signal,
        limits,
        onFault: () => onStep('waiting'),
        onEvent(event) {
          if (event.type === 'message_start') {
            running = { tokens: countTokens(event.message.usage), characters: 0 };
          }
          if (running !== undefined) running.characters += charactersOf(event);
          listener.onEvent(event);
        },
      },
    );
    finished.push(countTokens(message.usage));
    running = undefined;
    return message;
  }

  async function results(
    calls: readonly Anthropic.ToolUseBlock[],
  ): Promise<Anthropic.ToolResultBlockParam[]> {
    const answers: Anthropic.ToolResultBlockParam[] = [];
    for (const { id, name, input } of calls) {
      if (isOver()) break;
      onStep(isSearch(name) ? 'searching' : 'proposing');
      const result = await runSafely(tools, { name, input });
      if ('refused' in result) {
        if (result.notice !== undefined) onNotice(result.notice);
        parts.log.warn(`the copilot's call was refused: ${result.refused.slice(0, 300)}`);
        answers.push(toolResult(id, result.refused, true));
      } else {
        if (result.proposed) listener.onProposed();
        answers.push(toolResult(id, result.said, false));
      }
    }
    return answers;
  }

  return {
    async run() {
      await account.requireBudget();
      model = await ai.modelFor('copilot');
      const templates = async () => parts.templates.list();
      const sources = { store, redactor: parts.redactor, templates };
      const request = await buildRequest(sources, answer.session_id, answer.reply_to);
      const messages = messagesOf(request.turns, store);
      for (let round = 0; !isOver(); round += 1) {
        const mayCallTools = round < MOST_TOOL_ROUNDS;
        const message = await ask(messages, mayCallTools);
        if (message.stop_reason === 'refusal') throw declined();
        if (isCutOff(message)) return onNotice(CUT_OFF);
        const content = message.content.filter(isTelling).map(withReadInput);
        const calls = content.filter((block) => block.type === 'tool_use');
        if (calls.length === 0 || !mayCallTools || isOver()) return;
        messages.push(
          { role: 'assistant', content },
          { role: 'user', content: await results(calls) },
        );
      }
    },
    model: () => model,
    counted: () =>
      running === undefined
        ? finished
        : [
            ...finished,
            {
              ...running.tokens,
              output: Math.max(
                running.tokens.output,
                Math.ceil(running.characters / CHARACTERS_A_TOKEN),
              ),
            },
          ],
    proposals: tools.proposals,
  };
}

function toolContext(
  parts: TurnParts,
  store: ChatStore,
  { id, session_id }: Message,
  { signal, isOver }: Listener,
): ToolContext {
  return {
    session_id,
    message_id: id,
    store,
    snapshot: () => store.snapshot(session_id),
    templates: async () => parts.templates.list(),
    problemsOf: parts.templates.problems,
    similar: (query) => parts.similar(session_id, query, signal),
    unsupported: parts.unsupported,
    redact: async (texts) => {
      const { clean } = await parts.redactor.clean(texts);
      // The last wait of every tool: what was stopped meanwhile proposes nothing any more.
      if (isOver()) throw new AppError('CANCELLED', 'Stopped.');
      return texts.map(clean);
    },
  };
}

/** A tool that fails is told to the model; what the store says is for the technician. */
async function runSafely(tools: ToolRunner, call: { name: string; input: unknown }) {
  try {
    return await tools.run(call);
  } catch (failure) {
    if (!isSearch(call.name)) throw failure;
    return { refused: 'The search did not work this time. Go on without it.' };
  }
}

function toolResult(
  id: string,
  content: string,
  is_error: boolean,
): Anthropic.ToolResultBlockParam {
  return { type: 'tool_result', tool_use_id: id, content, ...(is_error ? { is_error } : {}) };
}

/** The API takes nothing but an object back as arguments, whatever the model made of them. */
function withReadInput(block: Anthropic.ContentBlock): Anthropic.ContentBlock {
  if (block.type !== 'tool_use') return block;
  const { id, name, type, caller, input } = block;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return { id, name, type, caller, input: isObject ? input : {} };
}

/** The API takes no empty text back. */
function isTelling(block: Anthropic.ContentBlock): boolean {
  return block.type !== 'text' || block.text.trim() !== '';
}

function isCutOff({ stop_reason }: Anthropic.Message): boolean {
  return stop_reason === 'max_tokens' || stop_reason === 'model_context_window_exceeded';
}

function charactersOf(event: Anthropic.MessageStreamEvent): number {
  if (event.type !== 'content_block_delta') return 0;
  if (event.delta.type === 'text_delta') return event.delta.text.length;
  return event.delta.type === 'input_json_delta' ? event.delta.partial_json.length : 0;
}

function declined(): AppError {
  return new AppError(
    'AI_FAILED',
    'Claude declined to answer this. Put it in other words and try again.',
  );
}
