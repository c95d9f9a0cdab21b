import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOG_FILES, olderLogs, rotateLog } from '../../../electron/shell/log-rotation.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-rotation-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a full log goes one place on, and the oldest goes', () => {
  const file = join(folder, 'main.log');
  for (let run = 1; run <= 7; run += 1) {
    writeFileSync(file, `run ${run}`);
    expect(rotateLog(file)).toBe(true);
    expect(existsSync(file)).toBe(false);
  }
  expect(readdirSync(folder).sort()).toEqual([
    'main.1.log',
    'main.2.log',
    'main.3.log',
    'main.4.log',
  ]);
  expect(olderLogs(file).map((one) => readFileSync(one, 'utf8'))).toEqual([
    'run 7',
    'run 6',
    'run 5',
    'run 4',
  ]);
  expect(olderLogs(file)).toHaveLength(LOG_FILES - 1);
});

test('a log that cannot be moved is told', () => {
  expect(rotateLog(join(folder, 'missing', 'main.log'))).toBe(false);
});
