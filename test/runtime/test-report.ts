import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { outputFolder, projectFolder } from './paths.ts';

/** How the tests of a run ended. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
  /** One line for each test, file or stage that failed: where it stands, and what it said first. */
  failures: readonly string[];
}

/** What a stage without tests of its own comes to. */
export function counted(failure?: string): TestCounts {
  const failures = failure === undefined ? [] : [failure];
  return { passed: 0, failed: failures.length, skipped: 0, failures };
}

export function add(one: TestCounts, other: TestCounts): TestCounts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** Where a run is to write its JSON report; one of an earlier run is gone. */
export async function freshReport(name: string, folder = outputFolder): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  await rm(file, { force: true });
  return file;
}

/**
 * The counts in a runner's report. A runner that fails counts as at least one failure, also where
 * it knows of no failed test: a file that does not load, a crash, an error outside any test.
 */
export async function countsOf(
  runner: keyof typeof readers,
  report: string,
  exitCode: number,
): Promise<TestCounts> {
  const text = await readFile(report, 'utf8').catch(() => '{}');
  const counts = readers[runner](JSON.parse(text));
  if (exitCode === 0 || counts.failed > 0) return counts;
  const failures =
    counts.failures.length > 0 ? counts.failures : [`${runner} ended with ${exitCode}`];
  return { ...counts, failed: 1, failures };
}

/** What ends a run: the failures by name, for their own output stands far above, and the sum. */
export function summary({ passed, failed, skipped, failures }: TestCounts): string {
  const total = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return [...failures.map((failure) => `✘ ${failure}`), total].join('\n');
}

interface VitestReport {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly {
      fullName: string;
      status: string;
      failureMessages: readonly string[];
    }[];
  }[];
}

interface PlaywrightSuite {
  suites?: readonly PlaywrightSuite[];
  specs?: readonly {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: readonly { results: readonly { error?: { message?: string } }[] }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const readers = {
  vitest: (report: VitestReport): TestCounts => ({
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: (report.testResults ?? []).flatMap(vitestFailures),
  }),
  playwright: (report: PlaywrightReport): TestCounts => ({
    passed: (report.stats?.expected ?? 0) + (report.stats?.flaky ?? 0),
    failed: report.stats?.unexpected ?? 0,
    skipped: report.stats?.skipped ?? 0,
    failures: playwrightFailures(report),
  }),
};

type VitestFile = NonNullable<VitestReport['testResults']>[number];

/** A file that did not load has no tests in it, only a message. */
function vitestFailures({ name, status, message, assertionResults }: VitestFile): string[] {
  const file = relative(projectFolder, name).replaceAll(sep, '/');
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [failureLine(file, '', message)];
  return failed.map((test) => failureLine(file, test.fullName, test.failureMessages[0]));
}

function playwrightFailures(suite: PlaywrightSuite): string[] {
  const here = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map(({ file, line, title, tests }) => {
      const said = tests.flatMap((test) => test.results).find((result) => result.error);
      return failureLine(`test/e2e/${file}:${line}`, title, said?.error?.message);
    });
  return [...here, ...(suite.suites ?? []).flatMap(playwrightFailures)];
}

function failureLine(place: string, title: string, message = ''): string {
  const said = stripVTControlCharacters(message).trim().split('\n')[0] ?? '';
  return [place, title, said].filter((part) => part !== '').join(' › ');
}
