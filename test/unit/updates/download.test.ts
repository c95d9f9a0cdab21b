import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { download } from '../../../electron/updates/download.ts';
import { type FakeUpdateFeed, sha512Of, startFakeUpdateFeed } from '../../fakes/update-feed.ts';

const bytes = randomBytes(700_000);
const NAME = 'ResolutionFlow-2.0.0-linux-x86_64.AppImage';

let feed: FakeUpdateFeed;
let home: string;

beforeEach(async () => {
  feed = await startFakeUpdateFeed();
  feed.publish({ version: '2.0.0', bytes });
  home = await mkdtemp(join(tmpdir(), 'download-'));
});

afterEach(async () => {
  await feed.stop();
  await rm(home, { recursive: true, force: true });
});

const progress: number[] = [];

function fetchIt(other: Partial<Parameters<typeof download>[0]> = {}) {
  progress.length = 0;
  return download({
    url: `${feed.url}/${NAME}`,
    size: bytes.length,
    sha512: sha512Of(bytes),
    folder: join(home, 'partial'),
    destination: join(home, 'pending', 'file'),
    fetch,
    signal: new AbortController().signal,
    onProgress: (at) => progress.push(at),
    sleep: async () => {},
    ...other,
  });
}

const kept = () => readdir(join(home, 'partial'));
const fetched = () => readFile(join(home, 'pending', 'file'));
const ranges = () => feed.requests.map(({ range }) => range);

describe('a download', () => {
  test('fetches the file, tells how far it is, and leaves nothing else', async () => {
    await fetchIt();
    expect((await fetched()).equals(bytes)).toBe(true);
    expect(progress.at(-1)).toBe(bytes.length);
    expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
    expect(await kept()).toEqual([]);
  });

  test('goes on where the connection broke, as often as something comes', async () => {
    feed.misbehave({ cut_after: 100_000 });
    await fetchIt();
    expect((await fetched()).equals(bytes)).toBe(true);
    expect(ranges()).toEqual([undefined, ...[1, 2, 3, 4, 5, 6].map((n) => `bytes=${n}00000-`)]);
  });

  test('gives up when nothing comes any more, keeps what came, and goes on from there', async () => {
    feed.misbehave({ cut_after: 300_000, cuts: 1 });
    const stop = new AbortController();
    const cut = fetchIt({
      signal: stop.signal,
      sleep: async () => feed.misbehave({ cut_after: 0 }),
    });
    await expect(cut).rejects.toMatchObject({ kind: 'interrupted' });
    expect(await kept()).toHaveLength(1);
    feed.misbehave({});
    feed.requests.length = 0;
    await fetchIt();
    expect(ranges()).toEqual(['bytes=300000-']);
    expect((await fetched()).equals(bytes)).toBe(true);
  });

  test('begins anew where the server knows no ranges', async () => {
    feed.misbehave({ cut_after: 300_000, cuts: 1, no_ranges: true });
    await fetchIt();
    expect((await fetched()).equals(bytes)).toBe(true);
  });

  test('can be stopped, and taken up again', async () => {
    feed.misbehave({ slow: 20 });
    const stop = new AbortController();
    const stopped = fetchIt({
      signal: stop.signal,
      onProgress: (at) => at > 200_000 && stop.abort(),
    });
    await expect(stopped).rejects.toThrow();
    feed.misbehave({});
    await fetchIt();
    expect(ranges().at(-1)).toMatch(/^bytes=[1-9]\d+-$/);
    expect((await fetched()).equals(bytes)).toBe(true);
  });

  test('drops what came of another version', async () => {
    feed.misbehave({ cut_after: 300_000, cuts: 1 });
    const gone = fetchIt({ sleep: async () => feed.misbehave({ gone: true }) });
    await expect(gone).rejects.toMatchObject({ kind: 'nothing_published' });
    expect(await kept()).toHaveLength(1);
    feed.misbehave({});
    await expect(fetchIt({ sha512: sha512Of(Buffer.from('else')) })).rejects.toMatchObject({
      kind: 'checksum',
    });
    expect(await kept()).toEqual([]);
  });
});

describe('refused, and deleted', () => {
  test('another file than the one announced', async () => {
    await expect(fetchIt({ sha512: sha512Of(randomBytes(8)) })).rejects.toMatchObject({
      kind: 'checksum',
    });
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['larger', bytes.length - 1],
    ['smaller', bytes.length + 1],
  ])('a file that is %s than announced', async (_, size) => {
    await expect(fetchIt({ size })).rejects.toMatchObject({ kind: 'wrong_size' });
    expect(await kept()).toEqual([]);
  });

  test('a file that does not end, without announcing its length', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
    });
    const fetch = async () => new Response(endless);
    await expect(fetchIt({ fetch })).rejects.toMatchObject({ kind: 'wrong_size' });
    expect(progress.every((at) => at <= bytes.length)).toBe(true);
    expect(await kept()).toEqual([]);
  });

  test('a truncated file', async () => {
    feed.misbehave({ truncated_at: 500_000 });
    await expect(fetchIt()).rejects.toMatchObject({ kind: 'wrong_size' });
    expect(await kept()).toEqual([]);
  });

  test('a piece of another place than asked for', async () => {
    feed.misbehave({ cut_after: 300_000, cuts: 1 });
    const elsewhere: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (answer.status !== 206) return answer;
      const headers = { 'content-range': `bytes 5-699999/${bytes.length}` };
      return new Response(answer.body, { status: 206, headers });
    };
    await expect(fetchIt({ fetch: elsewhere })).rejects.toMatchObject({ kind: 'wrong_size' });
  });
});

test('a server that never answers is not waited for', async () => {
  feed.misbehave({ silent: 'file' });
  const waiting = fetchIt({ stallMilliseconds: 50 });
  await expect(waiting).rejects.toMatchObject({ kind: 'no_answer' });
});

test('a folder that cannot be written is told as that', async () => {
  await writeFile(join(home, 'partial'), 'a file where the folder should be');
  await expect(fetchIt()).rejects.toThrow();
});
