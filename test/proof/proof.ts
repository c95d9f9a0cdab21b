import { parseArgs } from 'node:util';
import { SCENARIOS } from '../corpus/index.ts';
import { asText } from './report.ts';
import { prove } from './result.ts';

// `npm run proof`: makes every correct note of the corpus wrong in every way that the note checks have
// to see, plants secrets and attacks, and counts what is caught.
//
//   npm run proof                         a table
//   npm run proof -- --json               everything, the texts of the missed mutants included
//   npm run proof -- --all                every mutant, where else a few of each kind and note are made
//   npm run proof -- --only vpn           the scenarios whose name holds this
//   npm run proof -- --rule G2 --misses 99  what this rule did not see
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rule: { type: 'string', default: '' },
    misses: { type: 'string', default: '20' },
  },
});
const result = await prove(
  SCENARIOS.filter(({ id }) => id.includes(values.only)),
  values.all ? { most_of_a_kind: Number.POSITIVE_INFINITY } : {},
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(result, null, 2)}\n`
    : asText(result, { rule: values.rule, misses: Number(values.misses) }),
);
process.exitCode = result.broken_bars.length === 0 ? 0 : 1;
