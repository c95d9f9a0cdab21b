import { type FixtureResponse, LLMock } from '@copilotkit/aimock';

/** What the fake API does with one request. */
export type FakeAnswer = {
  /** Answers with an error of this HTTP status instead. */
  readonly status?: number;
  readonly message?: string;
  readonly type?: string;
  /** Seconds, for 429. */
  readonly retry_after?: number;
  /** The text of the answer; an object is written as JSON. */
  readonly text?: string | object;
  /** Tools that the answer calls, after its text. */
  readonly tools?: readonly FakeToolCall[];
  /** What the API says that it read. */
  readonly input_tokens?: number;
  readonly stop_reason?: 'end_turn' | 'max_tokens' | 'refusal';
  /** Waits before the first byte, in milliseconds. */
  readonly latency?: number;
  /** As a model writes; at once without it. */
  readonly tokens_a_second?: number;
  /** Cuts the connection this long after the answer began, in milliseconds. */
  readonly cut_after?: number;
};

/** A call of a tool; arguments in a string are written as they are, broken JSON too. */
export interface FakeToolCall {
  readonly name: string;
  readonly input: object | string;
}

/** A request as it came in. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, as JSON text. */
  readonly body: string;
}

/** Anthropic's API on loopback, scripted: one answer for each request, in their order. */
export interface FakeAnthropic {
  readonly url: string;
  /** Adds answers; requests beyond them get the last one again. */
  answer(...answers: readonly FakeAnswer[]): void;
  /** Adds answers for notes alone: for requests that bring no tools along, which are not the copilot's. */
  answerNote(...answers: readonly FakeAnswer[]): void;
  /** Adds answers of the second reader, who doubts nothing before. It gets no other answer. */
  answerReview(...answers: readonly FakeAnswer[]): void;
  requests(): SeenRequest[];
  stop(): Promise<void>;
}

export async function startFakeAnthropic(): Promise<FakeAnthropic> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  const url = await mock.start();
  const queues = {
    any: { scripted: 0, served: 0 },
    note: { scripted: 0, served: 0 },
    review: { scripted: 0, served: 0 },
  };
  let stopping: Promise<void> | undefined;

  function add(name: keyof typeof queues, answers: readonly FakeAnswer[]) {
    for (const answer of answers) addOne(name, answer);
  }

  function addOne(name: keyof typeof queues, answer: FakeAnswer) {
    const queue = queues[name];
    const mine = queue.scripted;
    queue.scripted += 1;
    mock.addFixture({
      match: {
        predicate: ({ tools = [], messages }) => {
          const isNote = tools.length === 0 && queues.note.scripted > 0;
          const wanted = isReview(messages) ? 'review' : isNote ? 'note' : 'any';
          if (wanted !== name) return false;
          return queue.served === mine || (queue.served > mine && mine === queue.scripted - 1);
        },
      },
      response: () => {
        queue.served += 1;
        return responseOf(answer);
      },
      ...(answer.cut_after === undefined ? {} : { disconnectAfterMs: answer.cut_after }),
      ...pace(answer),
    });
  }

  mock.addFixture({
    match: {
      predicate: ({ messages }) => isReview(messages) && queues.review.scripted === 0,
    },
    response: () => responseOf({ text: { sentences: [] } }),
  });

  return {
    url,
    answer: (...answers) => add('any', answers),
    answerNote: (...answers) => add('note', answers),
    answerReview: (...answers) => add('review', answers),
    requests: () =>
      mock.getRequests().map(({ path, headers, body }) => ({
        path,
        headers,
        body: JSON.stringify(body),
      })),
    stop() {
      stopping ??= mock.stop();
      return stopping;
    },
  };
}

/** Whether a request is one to the second reader: its message begins with the rows of the record. */
function isReview(messages: readonly { readonly content?: unknown }[]): boolean {
  return messages.some(({ content }) => JSON.stringify(content ?? '').startsWith('"Rows begins '));
}

/** The first byte after `latency`, the rest as fast as `tokens_a_second` says. */
function pace({ latency = 0, tokens_a_second }: FakeAnswer) {
  if (tokens_a_second !== undefined) {
    return { streamingProfile: { ttft: latency, tps: tokens_a_second }, chunkSize: 4 };
  }
  return latency === 0 ? {} : { streamingProfile: { ttft: latency, tps: 10_000 } };
}

function responseOf(answer: FakeAnswer): FixtureResponse {
  if (answer.status !== undefined) {
    return {
      status: answer.status,
      ...(answer.retry_after === undefined ? {} : { retryAfter: answer.retry_after }),
      error: { message: answer.message ?? 'fault', type: answer.type ?? 'api_error' },
    };
  }
  const { tools = [] } = answer;
  const written = answer.text ?? (tools.length === 0 ? {} : '');
  const content = typeof written === 'string' ? written : JSON.stringify(written);
  const { input_tokens = 812 } = answer;
  const usage = { input_tokens, output_tokens: Math.ceil(content.length / 4) };
  if (tools.length === 0) return { content, finishReason: answer.stop_reason ?? 'end_turn', usage };
  const toolCalls = tools.map(({ name, input }) => ({
    name,
    arguments: typeof input === 'string' ? input : JSON.stringify(input),
  }));
  const finishReason = answer.stop_reason ?? 'tool_use';
  return content === ''
    ? { toolCalls, finishReason, usage }
    : { content, toolCalls, finishReason, usage };
}
