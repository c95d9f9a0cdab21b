import type { Log } from '../../shared/log.ts';

/** A log that no known value gets into: messages are redacted, and errors with all that they carry. */
export function redactingLog(log: Log, redactKnown: (text: string) => string): Log {
  return {
    info: (message) => log.info(redactKnown(message)),
    warn: (message) => log.warn(redactKnown(message)),
    error(message, error) {
      if (error === undefined) log.error(redactKnown(message));
      else
        log.error(
          redactKnown(message),
          readable(() => redactedCopy(error, redactKnown, new Map())),
        );
    },
  };
}

/** A log must not throw, whatever a hostile object does when it is looked at. */
function readable(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return '[unreadable]';
  }
}

/** Deeper than this, only the type of a value is logged. */
const DEEPEST = 8;

/** A copy with every text redacted. Errors stay errors; what cannot be read is left out. */
function redactedCopy(
  value: unknown,
  redactKnown: (text: string) => string,
  copies: Map<object, unknown>,
  depth = 0,
): unknown {
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) {
    // A PIN may be a number.
    const text = String(value);
    const redacted = redactKnown(text);
    return redacted === text ? value : redacted;
  }
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (depth >= DEEPEST) return '[deeper]';
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
  const inner = (one: unknown) => redactedCopy(one, redactKnown, copies, depth + 1);
  if (value instanceof Map) return inner(Object.fromEntries(value));
  if (value instanceof Set) return inner([...value]);
  const copy: object = emptyLike(value);
  copies.set(value, copy);
  for (const key of Reflect.ownKeys(value)) {
    const name = typeof key === 'string' && !Array.isArray(value) ? redactKnown(key) : key;
    if (Array.isArray(value) && key === 'length') continue;
    Object.defineProperty(copy, name, {
      value: inner(readable(() => Reflect.get(value, key))),
      enumerable: Object.prototype.propertyIsEnumerable.call(value, key),
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** Without running a constructor, which could do anything. */
function emptyLike(value: object): object {
  if (Array.isArray(value)) return [];
  if (!(value instanceof Error)) return {};
  const error = new Error();
  delete error.stack;
  return Object.setPrototypeOf(error, Object.getPrototypeOf(value));
}
