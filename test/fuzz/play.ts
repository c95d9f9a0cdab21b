import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { CALL_NAMES, type FuzzedCall, sequence } from './calls.ts';
import { brokenByAnswer, brokenInWorld, nameOf, shareOfOthers, watchSessions } from './promises.ts';
import { openWorld, type World } from './world.ts';
import { withWorldsOwn } from './worlds-own.ts';

/** What a run came to. */
export interface FuzzReport {
  readonly calls: number;
  readonly worlds: number;
  /** Calls that were answered well, by name; a name that is missing got nowhere. */
  readonly answered: ReadonlyMap<string, number>;
  readonly slowest: { readonly name: string; readonly milliseconds: number };
  /** Each once, with the call that showed it. */
  readonly broken: readonly string[];
}

const HANGING_MILLISECONDS = 20_000;

/** Plays calls against the whole main process until so many were made. The same seed makes the same calls. */
export async function play(options: {
  readonly runs: number;
  readonly seed: number;
  readonly onWorld?: (calls: number) => void;
}): Promise<FuzzReport> {
  const answered = new Map<string, number>();
  const broken = new Map<string, string>();
  let calls = 0;
  let worlds = 0;
  let slowest = { name: '', milliseconds: 0 };

  function note(promise: string, call?: FuzzedCall): void {
    const where = call === undefined ? `after world ${worlds}` : shown(call);
    const kind = `${call === undefined ? '' : nameOf(call)} ${promise.slice(0, 120).replaceAll(/\d+/g, '#')}`;
    if (!broken.has(kind)) broken.set(kind, `${promise}\n    ${where}`);
  }

  async function make(world: World, made: FuzzedCall) {
    const call = { ...made, input: withWorldsOwn(made.input, world) };
    const started = performance.now();
    const answer = await Promise.race([
      world.router.handle(call).catch((error: unknown) => `threw ${inspect(error)}`),
      setTimeout(HANGING_MILLISECONDS * shareOfOthers(), 'no answer', { ref: false }),
    ]);
    const milliseconds = performance.now() - started;
    const name = nameOf(call);
    calls += 1;
    if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
    if (typeof answer === 'string') return note(answer, call);
    if (answer.ok) answered.set(name, (answered.get(name) ?? 0) + 1);
    for (const promise of brokenByAnswer(call, answer, milliseconds)) note(promise, call);
  }

  while (calls < options.runs) {
    worlds += 1;
    const world = await openWorld(worlds);
    const changedWrongly = watchSessions(world);
    const [steps = []] = fc.sample(sequence, { seed: options.seed + worlds, numRuns: 1 });
    for (const step of steps) {
      await Promise.all(step.map((call) => make(world, call)));
      for (const promise of changedWrongly(step)) note(promise, step[0]);
    }
    for (const promise of await brokenInWorld(world)) note(promise);
    await world.close();
    options.onWorld?.(calls);
  }
  return { calls, worlds, answered, slowest, broken: [...broken.values()] };
}

/** Names that no call got through on: a fuzz that only ever sees refusals proves little. */
export function neverAnswered({ answered }: FuzzReport): string[] {
  return CALL_NAMES.filter((name) => !answered.has(name));
}

function shown({ name, input }: FuzzedCall): string {
  return `${nameOf({ name })} ${inspect(input, { depth: 6, breakLength: 160, maxStringLength: 200 })}`;
}
