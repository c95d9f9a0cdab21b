import { availableParallelism, loadavg } from 'node:os';
import { inspect, isDeepStrictEqual } from 'node:util';
import { openForReading } from '../../electron/sessions/connection.ts';
import { integrityCheck } from '../../electron/sessions/index.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import { ERROR_CODES } from '../../shared/errors.ts';
import type { FuzzedCall } from './calls.ts';
import type { World } from './world.ts';

/** What no person should read: a piece of the program, of a library or of a file's place. */
const NOT_WORDS =
  /\n\s+at |SQLITE_|SqliteError|TypeError|RangeError|ZodError|Cannot read propert|\[object |\bundefined\b|\bNaN\b|node_modules|\.ts\b:\d/;

const LONGEST_MILLISECONDS = 2_000;
/** For calls about the data as a whole, each of which starts a thread and reads all there is. */
const LONGEST_OF_DATA_MILLISECONDS = 10_000;

/** What is broken about one answer, if anything. */
export function brokenByAnswer(call: FuzzedCall, answer: unknown, milliseconds: number): string[] {
  const broken: string[] = [];
  const longest = /^data\./.test(nameOf(call))
    ? LONGEST_OF_DATA_MILLISECONDS
    : LONGEST_MILLISECONDS;
  if (milliseconds > longest * shareOfOthers()) broken.push(`took ${milliseconds.toFixed(0)} ms`);
  try {
    structuredClone(answer);
  } catch {
    return [...broken, 'the answer cannot cross the bridge'];
  }
  const envelope = answer as { ok?: unknown; value?: unknown; error?: Record<string, unknown> };
  if (envelope.ok === true) return [...broken, ...brokenByValue(call.name, envelope.value)];
  const { code, message } = envelope.error ?? {};
  if (envelope.ok !== false || typeof message !== 'string' || message.trim() === '') {
    return [...broken, `no envelope: ${JSON.stringify(answer)}`];
  }
  if (!ERROR_CODES.some((known) => known === code)) broken.push(`no known code: ${code}`);
  if (code === 'INTERNAL') broken.push(`INTERNAL: ${message}`);
  if (NOT_WORDS.test(message)) broken.push(`not in words: ${message.slice(0, 300)}`);
  return broken;
}

function brokenByValue(name: unknown, value: unknown): string[] {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return ['an unknown call worked'];
  const parsed = contract[name as CallName].output.safeParse(value);
  if (!parsed.success) return [`the answer is none of the contract: ${parsed.error.message}`];
  const same = isDeepStrictEqual(asSent(parsed.data), asSent(value));
  return same ? [] : ['the answer holds more than the contract says'];
}

function asSent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

/** Calls that put another store in the place of the one in use, in which all may be otherwise. */
const REPLACES_STORE = /^(?:data|store)\./;

/** Watches what must never happen to a session from one step to the next. */
export function watchSessions(world: World): (step: readonly FuzzedCall[]) => string[] {
  const seen = new Map<number, { readonly version: number; readonly state: string }>();
  return (step) => {
    if (step.some(({ name }) => REPLACES_STORE.test(nameOf({ name })))) seen.clear();
    return world
      .store()
      .sessions.list({ limit: 1_000 })
      .flatMap(({ id }) => {
        const { state, state_version: version } = world.store().sessions.get(id);
        const before = seen.get(id);
        seen.set(id, { version, state });
        if (before === undefined) return [];
        return [
          ...(version < before.version ? [`session ${id}: its version went back`] : []),
          ...(before.state !== 'active' && state !== before.state
            ? [`session ${id}: was ${before.state} and is ${state}`]
            : []),
        ];
      });
  };
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const PROPERTIES = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** What is broken about the world that a sequence leaves. */
export async function brokenInWorld(world: World): Promise<string[]> {
  const { file, sessions } = world.store();
  const broken = integrityCheck(file).problems.map((problem) => `session file: ${problem}`);
  const connection = openForReading(file);
  const orphans = connection.pragma('foreign_key_check') as unknown[];
  connection.close();
  if (orphans.length > 0) broken.push(`rows without their parents: ${JSON.stringify(orphans)}`);
  for (const { id } of sessions.list({ limit: 1_000 })) {
    const call = { name: 'sessions.get', input: { session_id: id }, requestId: undefined };
    broken.push(...brokenByAnswer(call, await world.router.handle(call), 0));
  }
  if (PROTOTYPES.some((one, index) => Reflect.ownKeys(one).length !== PROPERTIES[index])) {
    broken.push('a prototype of JavaScript has been changed');
  }
  const references = world.fake
    .notes(48213)
    .concat(world.fake.notes(48214))
    .flatMap(({ text }) => /Ref: \S+$/.exec(text.trim()) ?? []);
  if (new Set(references).size !== references.length) broken.push('a note was posted twice');
  broken.push(...world.fake.violations.map((violation) => `ConnectWise: ${violation}`));
  broken.push(...world.wrongEvents.map((event) => `an event that is none: ${event}`));
  broken.push(...world.log.errors.map((error) => `in the log: ${describe(error)}`));
  return broken;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The name of a call in words; what comes as a name may be anything. */
export function nameOf({ name }: Pick<FuzzedCall, 'name'>): string {
  return typeof name === 'string' ? name : inspect(name);
}

/** How much longer anything takes here while others use this machine; 1 where nobody does. */
export function shareOfOthers(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
}
