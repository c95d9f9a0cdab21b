import {
  type CallName,
  type CallOutput,
  contract,
  type ParsedInput,
} from '../../shared/contract/index.ts';
import { AppError, type Envelope } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { fits } from './input-size.ts';
import { parseInput } from './parse-input.ts';
import { redactTexts } from './redact-input.ts';

/** What a handler gets beside its input. `signal` aborts when the window cancels the call. */
export interface CallContext {
  readonly signal: AbortSignal;
}

type Handler<Name extends CallName> = (
  input: ParsedInput<Name>,
  context: CallContext,
) => CallOutput<Name> | Promise<CallOutput<Name>>;

/** Exhaustive by type: a call without a handler does not compile. */
export type Handlers = { readonly [Name in CallName]: Handler<Name> };

/** The handlers of some calls, so that each area can have a file of its own. */
export type HandlersOf<Calls> = Pick<Handlers, Extract<keyof Calls, CallName>>;

/** Closed by type as well: a handler for a name that the contract does not have does not compile. */
export type Closed<Given extends Handlers> = Given & Record<Exclude<keyof Given, CallName>, never>;

/** A call as it arrives from the window: nothing in it is trusted. */
export interface IncomingCall {
  readonly name: unknown;
  readonly input: unknown;
  readonly requestId: unknown;
}

export interface Router {
  /** Never throws and never rejects: failures are data, and a stack trace goes to the log. */
  handle(incoming: IncomingCall): Promise<Envelope>;
}

const SLOW_CALL_MILLISECONDS = 250;

/** Checks every call against the contract, runs its handler and turns any failure into an error code. */
export function createRouter<Given extends Handlers>(options: {
  readonly handlers: Closed<Given>;
  readonly log: Log;
  /** Takes out the secrets that the app knows, before a handler can store or pass on what came in. */
  readonly redact: (text: string) => string;
}): Router {
  const { handlers, log, redact } = options;
  const running = new Map<string, AbortController>();

  async function run(incoming: IncomingCall): Promise<unknown> {
    const { name } = incoming;
    if (!isCallName(name)) throw new AppError('INVALID_INPUT', 'This call is not known.');
    const limit = contract[name].input_bytes;
    if (!fits(incoming.input, limit)) throw tooLarge(limit);
    const parsed = parseInput(contract[name].input, incoming.input);
    const input = contract[name].verbatim ? parsed : redactTexts(parsed, redact);

    if (name === 'requests.cancel') {
      const { request_id } = input as ParsedInput<'requests.cancel'>;
      const controller = running.get(request_id);
      controller?.abort(new AppError('CANCELLED', 'Stopped.'));
      return { cancelled: controller !== undefined };
    }

    const controller = new AbortController();
    const { requestId } = incoming;
    const cancellable = contract[name].cancellable && typeof requestId === 'string';
    if (cancellable) running.set(requestId, controller);
    try {
      // One table holds handlers of many shapes; `name` picks the handler and the schema together.
      const handler = handlers[name] as Handler<typeof name>;
      return await handler(input as never, { signal: controller.signal });
    } finally {
      if (cancellable && running.get(requestId) === controller) running.delete(requestId);
    }
  }

  return {
    async handle(incoming) {
      const started = performance.now();
      try {
        return { ok: true, value: await run(incoming) };
      } catch (error) {
        return { ok: false, error: describeFailure(incoming.name, error, log) };
      } finally {
        const milliseconds = performance.now() - started;
        if (milliseconds > SLOW_CALL_MILLISECONDS) {
          log.info(`slow call ${nameInLog(incoming.name)}: ${milliseconds.toFixed(0)} ms`);
        }
      }
    },
  };
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** What came in as a name may be anything, a text of many lines or what has no text at all. */
function nameInLog(name: unknown): string {
  return isCallName(name) ? name : 'an unknown call';
}

function tooLarge(bytes: number): AppError {
  const limit = Math.round(bytes / 1_000_000);
  return new AppError(
    'INVALID_INPUT',
    `This is larger than ${limit} MB. Keep it in a file and write down where it is.`,
  );
}

function describeFailure(name: unknown, error: unknown, log: Log) {
  if (error instanceof AppError) {
    if (error.cause !== undefined)
      log.warn(`${nameInLog(name)}: ${error.code}: ${String(error.cause)}`);
    return error.toShape();
  }
  log.error(`${nameInLog(name)} failed`, error);
  return {
    code: 'INTERNAL' as const,
    message:
      'Something went wrong here, and nothing was changed. Try again; if it happens again, send the log (Help → Open log folder).',
  };
}
