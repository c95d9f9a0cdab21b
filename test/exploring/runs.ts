/** What the environment says about the runs of properties: how many times as many, and from which seed. */
export const EXPLORE_TIMES = 'RESOLUTIONFLOW_EXPLORE';
export const EXPLORE_SEED = 'RESOLUTIONFLOW_EXPLORE_SEED';

/** The seed of the ordinary run; which one it is means nothing, that it stays does. */
const GATE_SEED = 20_260_301;

/** How many runs fast-check makes of a property that does not say. */
const USUAL_RUNS = 100;

/** How many times as many runs as usual are made: 1 but in `npm run explore`. */
const times = numberFrom(EXPLORE_TIMES, 1);

/** What every property starts from: the same cases each time, but in `npm run explore`. */
export const usualParameters = {
  seed: numberFrom(EXPLORE_SEED, GATE_SEED),
  numRuns: runs(USUAL_RUNS),
};

/**
 * As many runs as a property should make in the gate; more when exploring. A property that names a
 * number of its own, or a time in which to make them, names it with this.
 */
export function runs(usual: number): number {
  return Math.ceil(usual * times);
}

function numberFrom(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!Number.isFinite(value)) throw new Error(`${name} has to be a number.`);
  return value;
}
