import { A_BACKUP } from './values.ts';
import type { World } from './world.ts';

/**
 * Ids of sessions and names of backups hold the time they were made at, so a sequence that is to be the
 * same in every world cannot know them: it counts the sessions of its world, from 1 on, speaks of “a
 * backup”, and gets ids and path here.
 */
export function withWorldsOwn(
  input: unknown,
  { sessionIds, backups }: Pick<World, 'sessionIds' | 'backups'>,
): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  if (Object.getPrototypeOf(input) !== Object.prototype) return input;
  const own = (key: string, value: unknown) => {
    if (value === A_BACKUP) return backups().at(-1) ?? value;
    const isSession = /session_id$/.test(key) && typeof value === 'number';
    return isSession ? (sessionIds()[value - 1] ?? value) : value;
  };
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, own(key, value)]));
}
