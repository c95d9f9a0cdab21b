import type { Bridge } from '../../shared/contract/bridge.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors.ts';

let lastRequest = 0;

/**
 * One named call to the main process. Throws {@link AppError} with a code to switch on and a
 * message that may be shown as it is. An aborted `signal` cancels the work on the other side too.
 */
export async function invoke<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: { signal?: AbortSignal } = {},
): Promise<CallOutput<Name>> {
  const { signal } = options;
  if (signal === undefined) return settle(await window.resolutionFlow.invoke(name, input));

  if (signal.aborted) throw new AppError('CANCELLED', 'Stopped.');
  lastRequest += 1;
  const requestId = `${name}-${lastRequest}`;
  const cancel = () => {
    void window.resolutionFlow.invoke('requests.cancel', {
      request_id: requestId,
    });
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return settle(await window.resolutionFlow.invoke(name, input, requestId));
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function settle<Value>(envelope: Awaited<ReturnType<Bridge['invoke']>>): Value {
  // The router answers a known name with the shape that the contract gives it.
  if (envelope.ok) return envelope.value as Value;
  const { code, message, details } = envelope.error;
  throw new AppError(code, message, details);
}

/** Listens to an event of the main process; returns the function that stops listening. */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.resolutionFlow.on(name, (payload) => listener(payload as EventPayload<Name>));
}
