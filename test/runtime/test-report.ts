import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFolder } from './paths.ts';

/** How the tests of a run ended. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
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
  if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/** The line that ends a run. */
export function totalLine({ passed, failed, skipped }: TestCounts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

interface VitestReport {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
}

interface PlaywrightReport {
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const readers = {
  vitest: (report: VitestReport): TestCounts => ({
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }),
  playwright: ({ stats }: PlaywrightReport): TestCounts => ({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  }),
};
