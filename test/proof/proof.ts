import { parseArgs } from 'node:util';
import { SCENARIOS } from '../corpus/index.ts';
import { asText } from './report.ts';
import { prove } from './result.ts';

// `npm run proof`: makes every right note of the corpus wrong in many ways, plants secrets and
// attacks, and counts what the note checks block, what they warn of and what passes.
//
//   npm run proof                          a table
//   npm run proof -- --json                everything
//   npm run proof -- --all                 every wrong note, instead of three of each class and note
//   npm run proof -- --only vpn            the scenarios whose name holds this
//   npm run proof -- --class unit --misses 99   what passed of these classes
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    class: { type: 'string', default: '' },
    misses: { type: 'string', default: '20' },
  },
});
const result = await prove(
  SCENARIOS.filter(({ id }) => id.includes(values.only)),
  values.all ? { most_of_a_class: Number.POSITIVE_INFINITY } : {},
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(result, null, 2)}\n`
    : asText(result, { class_name: values.class, misses: Number(values.misses) }),
);
const isBroken =
  result.leaks.length > 0 || result.false_alarms.some(({ level }) => level === 'block');
process.exitCode = isBroken ? 1 : 0;
