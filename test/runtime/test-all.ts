// `npm test`: checks, build, unit and e2e tests, in the order in which a mistake shows soonest.
// It ends with the failures by name and the sum of all tests, and the exit code agrees with them.
//
//   npm test -- --only check|unit|e2e|package   one stage (the last two build first)
//   npm test -- --only e2e restart           one stage, and there the tests whose file matches
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { lookAtPackagedApp } from './packaged-run.ts';
import { projectFolder } from './paths.ts';
import { reasonAgainstSandboxedRun, runSandboxed, sandboxedOutputFolder } from './sandboxed-run.ts';
import { add, counted, countsOf, freshReport, summary, type TestCounts } from './test-report.ts';

const stageNames = ['check', 'unit', 'e2e', 'package'] as const;
type StageName = (typeof stageNames)[number];

/** What a stage came to; of a stage that is no test suite, its failure counts as one. */
type Stage = (names: readonly string[]) => Promise<TestCounts>;

const stages: Record<StageName, Stage> = {
  check: () => script('check'),
  unit: async (names) => {
    const report = await freshReport('unit');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run('vitest', ['run', ...reporters, ...names]);
    return countsOf('vitest', report, code);
  },
  e2e: async (names) => {
    const built = await script('build');
    if (built.failed > 0) return built;
    const report = await freshReport('e2e');
    const code = await run('playwright', ['test', '-c', 'test/e2e/playwright.config.ts', ...names]);
    const ordinary = await countsOf('playwright', report, code);
    if (names.length > 0) return ordinary;
    return add(ordinary, await sandboxed());
  },
  package: async (names) => {
    const packaged = await script('package');
    if (packaged.failed > 0) return packaged;
    const report = await freshReport('package');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await lookAtPackagedApp([...reporters, ...names]);
    return countsOf('vitest', report, code);
  },
};

async function sandboxed(): Promise<TestCounts> {
  const reason = await reasonAgainstSandboxedRun();
  if (reason) {
    console.log(`No run as an ordinary user in the sandbox: ${reason}.`);
    return counted();
  }
  const report = await freshReport('e2e', sandboxedOutputFolder);
  const code = await runSandboxed([]);
  return countsOf('playwright', report, code);
}

async function script(name: string): Promise<TestCounts> {
  const code = await run('npm', ['run', '--silent', name]);
  return counted(code === 0 ? undefined : `npm run ${name}`);
}

async function run(command: string, args: readonly string[]): Promise<number> {
  console.log(`\n> ${command} ${args.join(' ')}`);
  // On Windows these commands are .cmd files, which only a shell starts.
  const shell = process.platform === 'win32';
  return (await runCommand(command, args, { cwd: projectFolder, stdio: 'inherit', shell })).code;
}

function chosenStages(only: string | undefined): readonly StageName[] {
  if (only === undefined) return stageNames;
  const chosen = stageNames.filter((name) => name === only);
  if (chosen.length === 0) throw new Error(`--only takes one of: ${stageNames.join(', ')}`);
  return chosen;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  let total = counted();
  for (const name of chosenStages(values.only)) {
    const counts = await stages[name](positionals);
    total = add(total, counts);
    // A failed check is quick to mend, and what runs on after it would only hide it.
    if (name === 'check' && counts.failed > 0) {
      console.log('\nThe checks failed; no tests were run.');
      break;
    }
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`\n${summary(total)}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
