import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../runtime/command.ts';
import { projectFolder } from '../runtime/paths.ts';
import { EXPLORE_SEED, EXPLORE_TIMES } from './runs.ts';

// `npm run explore`: runs the properties on cases that nobody has seen yet, many more than the gate does,
// and ends with 1 where one of them breaks, having said with which seed.
//
//   npm run explore -- --times 50         50 times the runs of the gate; 10 if nothing is said
//   npm run explore -- --seed 7           the cases of an earlier run again
//   npm run explore -- drafting text      only the files with one of these in their path
const { values, positionals } = parseArgs({
  options: { times: { type: 'string', default: '10' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
const files = await filesWithProperties(positionals);
if (files.length === 0) throw new Error('No file with properties has such a name.');

const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
// How long it takes depends on how much is asked for, so that no time is too long.
const { code } = await runCommand(
  process.execPath,
  [vitest, 'run', '--testTimeout=0', '--hookTimeout=0', ...files],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, [EXPLORE_TIMES]: values.times, [EXPLORE_SEED]: seed },
  },
);
const again = ['npm run explore --', ...positionals, '--times', values.times, '--seed', seed];
process.stdout.write(
  code === 0
    ? `Nothing found in ${files.length} files, seed ${seed}.\n`
    : `Something broke. The same again: ${again.join(' ')}\n`,
);
process.exitCode = code;

async function filesWithProperties(parts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['unit', 'integration']) {
    const within = join(projectFolder, 'test', folder);
    for (const name of await readdir(within, { recursive: true })) {
      const path = `test/${folder}/${name.replaceAll('\\', '/')}`;
      if (!/\.test\.tsx?$/.test(path)) continue;
      if (parts.length > 0 && !parts.some((part) => path.includes(part))) continue;
      const text = await readFile(join(within, name), 'utf8');
      if (text.includes(" from 'fast-check'")) found.push(path);
    }
  }
  return found.sort();
}
