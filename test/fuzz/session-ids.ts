/**
 * Ids of sessions hold the time they were made at, so a sequence that is to be the same in every world
 * cannot know them: it counts the sessions of its world, from 1 on, and gets their ids here.
 */
export function withSessionIds(input: unknown, ids: readonly number[]): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  if (Object.getPrototypeOf(input) !== Object.prototype) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      /session_id$/.test(key) && typeof value === 'number' ? (ids[value - 1] ?? value) : value,
    ]),
  );
}
