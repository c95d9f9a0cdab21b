import { parseArgs } from 'node:util';
import { neverAnswered, play } from './play.ts';

// `npm run fuzz`: makes calls of the whole contract, right ones and nearly right ones, against the main
// process without Electron, and ends with 1 where one of them is not answered as every call must be.
//
//   npm run fuzz -- --runs 20000       so many calls; 2000 if nothing is said
//   npm run fuzz -- --seed 7           the calls of an earlier run again
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const report = await play({ runs: Number(values.runs), seed });
const { broken, calls, slowest, worlds } = report;
const lines = [
  ...broken.map((promise) => `- ${promise}`),
  `never answered well: ${neverAnswered(report).join(', ') || 'none'}`,
  `slowest: ${slowest.name}, ${slowest.milliseconds.toFixed(0)} ms`,
  `${calls} calls in ${worlds} worlds, seed ${seed}: ${broken.length} broken promises`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
