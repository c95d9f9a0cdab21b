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
  readonly stop_reason?: 'end_turn' | 'max_tokens' | 'refusal';
  /** Waits before the first byte, in milliseconds. */
  readonly latency?: number;
  /** As a model writes; at once without it. */
  readonly tokens_a_second?: number;
  /** Cuts the connection this long after the answer began, in milliseconds. */
  readonly cut_after?: number;
};

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
  requests(): SeenRequest[];
  stop(): Promise<void>;
}

export async function startFakeAnthropic(): Promise<FakeAnthropic> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  const url = await mock.start();
  let scripted = 0;
  let served = 0;
  let stopping: Promise<void> | undefined;

  function add(answer: FakeAnswer) {
    const mine = scripted;
    scripted += 1;
    mock.addFixture({
      match: {
        predicate: () => served === mine || (served > mine && mine === scripted - 1),
      },
      response: () => {
        served += 1;
        return responseOf(answer);
      },
      ...(answer.cut_after === undefined ? {} : { disconnectAfterMs: answer.cut_after }),
      ...pace(answer),
    });
  }

  return {
    url,
    answer: (...answers) => answers.forEach(add),
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
  const content = typeof answer.text === 'string' ? answer.text : JSON.stringify(answer.text ?? {});
  return {
    content,
    finishReason: answer.stop_reason ?? 'end_turn',
    usage: { input_tokens: 812, output_tokens: Math.ceil(content.length / 4) },
  };
}
