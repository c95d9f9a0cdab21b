import { AppError } from '../../shared/errors.ts';

/** Deeper than any input of the contract; deep enough to stop what would never end. */
const DEEPEST = 32;

/**
 * Whether an input is within so many bytes, about as JSON counts them. Stops at the limit, so that the
 * time it takes is bounded as well; throws `INVALID_INPUT` for what JSON has no word for, such as a map
 * or a buffer, whose size would not show, and for what leads back to itself.
 */
export function fits(input: unknown, limit: number): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: input, depth: 0 },
  ];
  let bytes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    bytes += sizeOf(value, limit);
    if (bytes > limit) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) throw unreadable();
    for (const [key, one] of Object.entries(value)) {
      bytes += key.length + 3;
      waiting.push({ value: one, depth: depth + 1 });
    }
  }
  return bytes <= limit;
}

/** Of the value alone, without what it holds. */
function sizeOf(value: unknown, limit: number): number {
  switch (typeof value) {
    case 'string':
      return value.length > limit ? value.length : Buffer.byteLength(value) + 2;
    case 'number':
    case 'boolean':
    case 'undefined':
      return 4;
    case 'object':
      if (value === null) return 4;
      if (Array.isArray(value)) return value.length + 2;
      if (Object.getPrototypeOf(value) === Object.prototype) return 2;
      throw unreadable();
    default:
      throw unreadable();
  }
}

function unreadable(): AppError {
  return new AppError('INVALID_INPUT', 'This input cannot be read.');
}
