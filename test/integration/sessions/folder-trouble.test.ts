import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openStore,
  type SessionStore,
  type StoreProblem,
} from '../../../electron/sessions/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';

const OPENER = fileURLToPath(new URL('./store-opener.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let folder = '';
let dispose = () => {};

beforeEach(() => {
  ({ folder, dispose } = createTestFolder());
});
afterEach(() => dispose());

/** Opens the store in a process that has no special rights, and answers what it says. */
function openAsOrdinaryUser(): Partial<StoreProblem> & { state: string } {
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const said = execFileSync(process.execPath, [OPENER, folder], {
    encoding: 'utf8',
    cwd: '/',
    ...user,
  });
  return JSON.parse(said) as Partial<StoreProblem> & { state: string };
}

function addSession(store: SessionStore): void {
  store.sessions.create({ title: 'Kept', intake: '', domain: 'other', ticket_ref: null });
}

describe.skipIf(process.platform === 'win32')('without the right to write', () => {
  test('a folder is named, with what to do', () => {
    chmodSync(folder, 0o555);
    const said = openAsOrdinaryUser();
    expect(said).toMatchObject({ state: 'unavailable', kind: 'read_only', set_aside: null });
    expect(said.message).toContain(`may not write to ${folder}`);
    chmodSync(folder, 0o755);
  });

  test('a file is left as it is', () => {
    const store = openTestStore(folder);
    addSession(store);
    store.close();
    const before = readFileSync(store.file);
    chmodSync(folder, 0o777);
    chmodSync(join(folder, 'resolutionflow.lock'), 0o666);
    chmodSync(store.file, 0o444);
    expect(openAsOrdinaryUser()).toMatchObject({ state: 'unavailable', kind: 'read_only' });
    expect(readFileSync(store.file).equals(before)).toBe(true);
  });
});

describe('a second process', () => {
  test('is told that the file is in use', () => {
    const store = openTestStore(folder);
    addSession(store);
    chmodSync(folder, 0o777);
    for (const name of ['resolutionflow.lock', 'resolutionflow.db'])
      chmodSync(join(folder, name), 0o666);
    expect(openAsOrdinaryUser()).toMatchObject({ state: 'unavailable', kind: 'locked' });
    expect(store.sessions.count()).toBe(1);
    store.close();
    chmodSync(store.file, 0o666);
    expect(openAsOrdinaryUser()).toEqual({ state: 'ready' });
  });
});

/** A file system of one and a half megabytes, if this process may make one. */
function smallDisk(at: string): { undo(): void } | undefined {
  if (!isRoot || process.platform !== 'linux') return undefined;
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1536k', 'tmpfs', at], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { undo: () => void execFileSync('umount', ['-l', at], { stdio: 'ignore' }) };
}

describe('a full disk', () => {
  test('refuses the write that does not fit, keeps what did, and takes more once there is room', ({
    skip,
  }) => {
    const at = join(folder, 'disk');
    const disk = smallDisk(at);
    if (disk === undefined) return skip('Needs the right to mount a small file system.');
    try {
      const store = openTestStore(at);
      const { id } = store.sessions.create({
        title: 'Full',
        intake: '',
        domain: 'other',
        ticket_ref: null,
      });
      let kept = 0;
      const fill = () => {
        for (;;) {
          store.messages.add({
            session_id: id,
            author: 'technician',
            body: `${kept} ${'x'.repeat(20_000)}`,
          });
          kept += 1;
        }
      };
      expect(fill).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
      expect(kept).toBeGreaterThan(5);
      expect(store.messages.list(id)).toHaveLength(kept);
      execFileSync('mount', ['-o', 'remount,size=4m', at]);
      store.messages.add({ session_id: id, author: 'technician', body: 'There is room again.' });
      expect(store.messages.list(id)).toHaveLength(kept + 1);
      store.close();
      const again = openTestStore(at);
      expect(again.messages.list(id)).toHaveLength(kept + 1);
      again.close();
    } finally {
      disk.undo();
    }
  });

  test('is named when the store cannot be opened on it', ({ skip }) => {
    const at = join(folder, 'disk');
    const disk = smallDisk(at);
    if (disk === undefined) return skip('Needs the right to mount a small file system.');
    try {
      const elsewhere = openTestStore(join(folder, 'elsewhere'));
      addSession(elsewhere);
      elsewhere.close();
      const file = join(at, 'resolutionflow.db');
      cpSync(elsewhere.file, file);
      const before = readFileSync(file);
      expect(() => writeFileSync(join(at, 'ballast'), Buffer.alloc(4_000_000))).toThrow('ENOSPC');
      const opening = openStore({ folder: at, log: createTestLog() });
      expect(opening).toMatchObject({ state: 'unavailable', problem: { kind: 'disk_full' } });
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(statSync(file).size).toBe(before.length);
      expect(existsSync(join(at, 'damaged'))).toBe(false);
    } finally {
      disk.undo();
    }
  });
});
