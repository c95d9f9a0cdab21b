import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UpdateFault } from '../../../electron/updates/faults.ts';
import type { UpdateSource } from '../../../electron/updates/source.ts';
import { createUpdates, type UpdateSettings } from '../../../electron/updates/updates.ts';
import {
  type UpdateOffer,
  type UpdateStatus,
  updateStatusSchema,
} from '../../../shared/domain/update.ts';
import { createTestLog } from '../../fixtures/log.ts';

const OFFER: UpdateOffer = { version: '2.0.0', size: 1_000, notes: null };
const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The service over a fake of what fetches and installs. Everything it tells is checked by the contract. */
function desk(
  given: { settings?: Partial<UpdateSettings>; byHand?: UpdateStatus['by_hand'] } = {},
) {
  let settings: UpdateSettings = {
    update_channel: 'stable',
    updates_check_automatically: true,
    updates_download_automatically: false,
    ...given.settings,
  };
  const told: UpdateStatus[] = [];
  const world = {
    offer: OFFER as UpdateOffer | null,
    fault: undefined as Error | undefined,
    posting: false,
    page: 'saves' as 'saves' | 'fails' | 'silent' | 'none',
    /** The download under way. */
    finish: () => {},
    fail: (_: Error) => {},
    progress: (_: number) => {},
    checks: [] as { channel: string; byHand: boolean }[],
    downloads: 0,
    installed: 0,
    onInstall: () => {},
  };
  const source: UpdateSource = {
    async check(options) {
      world.checks.push(options);
      await Promise.resolve();
      if (world.fault !== undefined) throw world.fault;
      return world.offer;
    },
    download({ onProgress, signal }) {
      world.downloads += 1;
      return new Promise((resolve, reject) => {
        world.finish = resolve;
        world.fail = reject;
        world.progress = (bytes) => onProgress(bytes, OFFER.size);
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
    install() {
      world.onInstall();
      world.installed += 1;
    },
  };
  const updates = createUpdates({
    currentVersion: '1.0.0',
    byHand: given.byHand ?? null,
    openSource: async () => source,
    settings: async () => settings,
    isPosting: () => world.posting,
    tellPage(request) {
      if (world.page === 'saves' || world.page === 'fails') {
        queueMicrotask(() => updates.pageSaved(request, world.page === 'saves'));
      }
      return world.page !== 'none';
    },
    onChange: (status) => told.push(updateStatusSchema.parse(status)),
    log: createTestLog(),
    random: () => 0.5,
  });
  const ready = async () => {
    await updates.check();
    updates.download();
    await vi.advanceTimersByTimeAsync(0);
    world.finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.state().phase.kind).toBe('ready');
  };
  const change = (next: Partial<UpdateSettings>) => {
    settings = { ...settings, ...next };
    updates.settingsChanged();
  };
  return { updates, world, told, ready, change };
}

describe('looking for a newer version', () => {
  test('a minute after the start, then every four hours; nothing else is done by itself', async () => {
    const { updates, world } = desk();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(world.checks).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(world.checks).toEqual([{ channel: 'stable', byHand: false }]);
    expect(updates.state().phase).toEqual({ kind: 'available', offer: OFFER });
    await vi.advanceTimersByTimeAsync(4 * HOUR);
    expect(world.checks).toHaveLength(2);
    expect(world.downloads).toBe(0);
    updates.close();
    await vi.advanceTimersByTimeAsync(20 * HOUR);
    expect(world.checks).toHaveLength(2);
  });

  test('not by itself where the setting says so; by hand all the same', async () => {
    const { updates, world } = desk({ settings: { updates_check_automatically: false } });
    await vi.advanceTimersByTimeAsync(9 * HOUR);
    expect(world.checks).toEqual([]);
    expect((await updates.check()).phase.kind).toBe('available');
  });

  test('a failure by itself is silent, one by hand is told; the next success clears it', async () => {
    const { updates, world } = desk();
    world.fault = new UpdateFault('offline');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(updates.state()).toMatchObject({ phase: { kind: 'idle' }, problem: null });
    expect((await updates.check()).problem).toEqual({
      during: 'check',
      words: world.fault.message,
    });
    world.fault = undefined;
    world.offer = null;
    expect(await updates.check()).toMatchObject({ phase: { kind: 'up_to_date' }, problem: null });
  });

  test('two at once are one, and none runs while a version is fetched', async () => {
    const { updates, world, told } = desk();
    await Promise.all([updates.check(), updates.check()]);
    expect(world.checks).toHaveLength(1);
    expect(told[0]?.checking).toBe(true);
    expect(told.at(-1)?.checking).toBe(false);
    updates.download();
    await updates.check();
    await vi.advanceTimersByTimeAsync(9 * HOUR);
    expect(world.checks).toHaveLength(1);
  });

  test('with a version ready keeps it, unless there is a newer one', async () => {
    const { updates, world, ready } = desk();
    await ready();
    expect((await updates.check()).phase.kind).toBe('ready');
    world.fault = new UpdateFault('no_answer');
    expect(await updates.check()).toMatchObject({ phase: { kind: 'ready' } });
    world.fault = undefined;
    world.offer = { ...OFFER, version: '2.0.1' };
    expect((await updates.check()).phase).toEqual({ kind: 'available', offer: world.offer });
  });

  test('what was asked for by hand stays past a staged release', async () => {
    const { updates, world } = desk();
    await updates.check();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(world.checks.map(({ byHand }) => byHand)).toEqual([true, true]);
  });

  test('another channel lets go of what was found on the old one', async () => {
    const { updates, world, change, ready } = desk();
    await ready();
    world.offer = null;
    change({ update_channel: 'beta' });
    await vi.advanceTimersByTimeAsync(0);
    expect(world.checks.at(-1)?.channel).toBe('beta');
    expect(updates.state().phase.kind).toBe('up_to_date');
  });

  test('without a feed says so', async () => {
    const updates = createUpdates({
      currentVersion: '1.0.0',
      byHand: null,
      openSource: null,
      settings: () => Promise.reject(new Error('not asked')),
      isPosting: () => false,
      tellPage: () => true,
      onChange: () => {},
      log: createTestLog(),
    });
    expect(updates.state().can_check).toBe(false);
    await expect(updates.check()).rejects.toMatchObject({ code: 'NOT_CONFIGURED' });
    expect(updates.state().checking).toBe(false);
    await vi.advanceTimersByTimeAsync(9 * HOUR);
  });
});

describe('a download', () => {
  test('tells how far it is, and is ready at its end', async () => {
    const { updates, world } = desk();
    await updates.check();
    expect(updates.download().phase).toEqual({
      kind: 'downloading',
      offer: OFFER,
      bytes: 0,
      percent: 0,
    });
    await vi.advanceTimersByTimeAsync(0);
    world.progress(450);
    expect(updates.state().phase).toMatchObject({ bytes: 450, percent: 45 });
    world.finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.state().phase).toEqual({ kind: 'ready', offer: OFFER });
    expect(world.installed).toBe(0);
  });

  test('begins by itself only where the setting says so', async () => {
    const { updates, world } = desk({ settings: { updates_download_automatically: true } });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(world.downloads).toBe(1);
    expect(updates.state().phase.kind).toBe('downloading');
  });

  test('can be cancelled and begun again; the late end of the first one changes nothing', async () => {
    const { updates, world } = desk();
    await updates.check();
    updates.download();
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.cancel().phase.kind).toBe('available');
    expect(updates.cancel().phase.kind).toBe('available');
    updates.download();
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.state()).toMatchObject({ phase: { kind: 'downloading' }, problem: null });
    expect(world.downloads).toBe(2);
  });

  test.each(['checksum', 'disk_full', 'interrupted', 'signature', 'wrong_size'] as const)(
    'that fails (%s) says what to do and can be tried again',
    async (kind) => {
      const { updates, world } = desk();
      await updates.check();
      updates.download();
      await vi.advanceTimersByTimeAsync(0);
      world.fail(new UpdateFault(kind));
      await vi.advanceTimersByTimeAsync(0);
      expect(updates.state()).toMatchObject({
        phase: { kind: 'available' },
        problem: { during: 'download', words: new UpdateFault(kind).message },
      });
      expect(updates.download()).toMatchObject({ phase: { kind: 'downloading' }, problem: null });
    },
  );

  test('is not begun where the installation is updated by hand', async () => {
    const { updates, world } = desk({
      byHand: { words: 'A package.', link: null },
      settings: { updates_download_automatically: true },
    });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(updates.download().phase.kind).toBe('available');
    expect(world.downloads).toBe(0);
  });
});

describe('installing', () => {
  test('is done after the page saved all that it holds', async () => {
    const { updates, world, ready, told } = desk();
    await ready();
    await updates.install();
    expect(world.installed).toBe(1);
    expect(told.at(-1)?.phase.kind).toBe('installing');
  });

  test('is done without a page', async () => {
    const { updates, world, ready } = desk();
    await ready();
    world.page = 'none';
    await updates.install();
    expect(world.installed).toBe(1);
  });

  test('does nothing before a version is ready', async () => {
    const { updates, world } = desk();
    await updates.install();
    await updates.check();
    await updates.install();
    updates.download();
    await updates.install();
    expect(world.installed).toBe(0);
  });

  test('is refused while a note is being posted', async () => {
    const { updates, world, ready } = desk();
    await ready();
    world.posting = true;
    await expect(updates.install()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(updates.state().phase.kind).toBe('ready');
    expect(world.installed).toBe(0);
  });

  test('is refused where a posting begins while the page saves', async () => {
    const { updates, world, ready } = desk();
    await ready();
    const installing = updates.install();
    world.posting = true;
    await expect(installing).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(updates.state().phase.kind).toBe('ready');
    expect(world.installed).toBe(0);
  });

  test.each(['fails', 'silent'] as const)('is refused where the page %s', async (page) => {
    const { updates, world, ready } = desk();
    await ready();
    world.page = page;
    const installing = expect(updates.install()).rejects.toMatchObject({ code: 'CONFLICT' });
    await vi.advanceTimersByTimeAsync(10_000);
    await installing;
    expect(updates.state().phase.kind).toBe('ready');
    expect(world.installed).toBe(0);
  });

  test('that fails leaves the version ready and says why', async () => {
    const { updates, world, ready } = desk();
    await ready();
    world.onInstall = () => {
      throw Object.assign(new Error('open'), { code: 'EACCES' });
    };
    expect(await updates.install()).toMatchObject({
      phase: { kind: 'ready' },
      problem: { during: 'install', words: expect.stringContaining('no right to replace') },
    });
  });
});
