import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../runtime/paths.ts';
import { add, counted, countsOf, summary } from '../../runtime/test-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function report(value: unknown): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(value));
  return file;
}

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 1,
  testResults: [
    {
      name: join(projectFolder, 'test', 'unit', 'a.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'a works', status: 'passed', failureMessages: [] },
        {
          fullName: 'a fails',
          status: 'failed',
          failureMessages: ['\u001b[31mAssertionError: 1 is not 2\u001b[39m\n  at a.test.ts:3'],
        },
      ],
    },
    {
      name: join(projectFolder, 'test', 'unit', 'b.test.ts'),
      status: 'failed',
      message: 'Cannot find module',
      assertionResults: [],
    },
  ],
};

const playwrightReport = {
  stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 0 },
  suites: [
    {
      suites: [
        {
          specs: [
            {
              title: 'opens',
              file: 'a.spec.ts',
              line: 7,
              ok: false,
              tests: [{ results: [{ error: { message: 'Error: timed out\nCall log:' } }] }],
            },
          ],
        },
      ],
    },
  ],
};

describe('how a run ended', () => {
  it('names the tests and files that failed, each with the first line it said', async () => {
    const counts = await countsOf('vitest', await report(vitestReport), 1);
    expect(summary(counts)).toBe(
      [
        '✘ test/unit/a.test.ts › a fails › AssertionError: 1 is not 2',
        '✘ test/unit/b.test.ts › Cannot find module',
        '3 passed, 1 failed, 1 skipped',
      ].join('\n'),
    );
  });

  it('finds the failed tests of nested suites', async () => {
    const counts = await countsOf('playwright', await report(playwrightReport), 1);
    expect(summary(counts)).toBe(
      '✘ test/e2e/a.spec.ts:7 › opens › Error: timed out\n2 passed, 1 failed',
    );
  });

  it('counts a runner that died without a report as a failure', async () => {
    const counts = await countsOf('vitest', join(folder, 'none.json'), 139);
    expect(counts).toMatchObject({ failed: 1, failures: ['vitest ended with 139'] });
  });

  it('adds up stages', () => {
    expect(summary(add(counted(), counted('npm run check')))).toBe(
      '✘ npm run check\n0 passed, 1 failed',
    );
  });
});
