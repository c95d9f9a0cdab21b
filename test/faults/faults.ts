import { parseArgs } from 'node:util';
import { playMatrix } from './matrix.ts';
import { asTable } from './table.ts';

// `npm run faults`: posts a note while ConnectWise fails in every way at every step, and shows what
// the technician is told, how many notes stand on the ticket, and how it ends once the fault is gone.
//
//   npm run faults                          the table; ends with 1 where a rule is broken
//   npm run faults -- --only "cut after"    the cases whose fault, step or kind holds this
//   npm run faults -- --json                everything that was seen
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
});
const matrix = await playMatrix(({ fault, step, kind }) =>
  `${fault} / ${step} / ${kind}`.includes(values.only),
);
process.stdout.write(values.json ? `${JSON.stringify(matrix, null, 2)}\n` : `${asTable(matrix)}\n`);
const isBroken =
  matrix.rows.some(({ broken }) => broken.length > 0) || matrix.violations.length > 0;
process.exitCode = isBroken ? 1 : 0;
