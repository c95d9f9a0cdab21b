import type { Psa } from '../../electron/psa/index.ts';
import { startFakeConnectWise } from '../fakes/connectwise/index.ts';
import { createTestFolder, openTestStore } from '../fixtures/sessions.ts';
import { FAULT_CASES, type FaultCase } from './cases.ts';
import { type Played, play } from './play.ts';
import { brokenRules } from './rules.ts';

export interface MatrixRow extends Played {
  readonly broken: readonly string[];
}

export interface Matrix {
  /** In the order of the cases. */
  readonly rows: readonly MatrixRow[];
  /** What the fake found wrong with requests, or with itself. */
  readonly violations: readonly string[];
}

/** Most of a case is waiting, so some are played at the same time, each lane with its own server. */
const LANES = 8;

/** Plays all cases, or those that a filter lets through. */
export async function playMatrix(
  wanted: (the: FaultCase) => boolean = () => true,
  bend: (psa: Psa) => Psa = (psa) => psa,
): Promise<Matrix> {
  const waiting = FAULT_CASES.filter(wanted).map((the, index) => ({ the, index }));
  const rows: (MatrixRow & { readonly index: number })[] = [];
  const violations: string[] = [];

  async function runLane(): Promise<void> {
    const { folder, dispose } = createTestFolder();
    const store = openTestStore(folder, Date.now);
    const fake = await startFakeConnectWise();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const played = await play({ fake, store, bend }, next.the, 60_000 + next.index);
      rows.push({ ...played, index: next.index, broken: brokenRules(played) });
    }
    violations.push(...fake.violations);
    await fake.stop();
    store.close();
    dispose();
  }

  await Promise.all(Array.from({ length: LANES }, runLane));
  return { rows: rows.toSorted((one, other) => one.index - other.index), violations };
}
