import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuseConfig, readFuses, wrongFuses } from '../../electron/packaging/fuses.ts';
import { packagedApp } from '../runtime/packaged-app.ts';

/** Precedes the fuses inside every Electron. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const KNOWN = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolutionflow-fuses-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('each fuse of the packaged app is set as decided', async () => {
  const fuses = await readFuses(packagedApp().fuses);
  for (const { name, state } of fuses) process.stdout.write(`${name} ${FuseState[state]}\n`);
  expect(wrongFuses(fuses)).toEqual([]);
  expect(fuses.length).toBeGreaterThanOrEqual(8);
});

describe('the check of the fuses', () => {
  test('has a decision on each fuse that is known', async () => {
    const fuses = await readFuses(await electronWith(Array(KNOWN).fill(FuseState.DISABLE)));
    expect(fuses.filter(({ wanted }) => wanted === undefined)).toEqual([]);
    expect(Object.keys(fuseConfig(fuses))).toHaveLength(KNOWN + 1);
  });

  test('fails on a fuse that nobody decided on', async () => {
    const fuses = await readFuses(await electronWith(Array(KNOWN + 1).fill(FuseState.DISABLE)));
    expect(wrongFuses(fuses)).toContain(`fuse ${KNOWN}: nobody has decided on it`);
    expect(() => fuseConfig(fuses)).toThrow('Decide on a fuse first');
  });

  test.for([
    ['switched the other way', FuseState.ENABLE],
    ['taken out of Electron', FuseState.REMOVED],
    ['left as it was', FuseState.INHERIT],
  ] as const)('fails on one that is %s', async ([, state]) => {
    const [first] = await readFuses(await electronWith([state]));
    expect(first?.name).toBe('RunAsNode');
    expect(wrongFuses(first ? [first] : [])).toHaveLength(1);
  });
});

/** A file that holds these fuses as an Electron does. */
async function electronWith(states: readonly FuseState[]): Promise<string> {
  const file = join(folder, 'electron');
  const wire = Buffer.from([1, states.length, ...states]);
  await writeFile(file, Buffer.concat([Buffer.alloc(64), Buffer.from(SENTINEL), wire]));
  return file;
}
