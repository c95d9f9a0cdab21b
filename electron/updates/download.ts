import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asUpdateFault, UpdateFault } from './faults.ts';

export interface Download {
  readonly url: string;
  /** Bytes, as the manifest says. */
  readonly size: number;
  /** base64 */
  readonly sha512: string;
  /** Holds what came so far, over failures and restarts, until the file is whole. */
  readonly folder: string;
  /** On the same disk as the folder. */
  readonly destination: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Bytes that are there. */
  readonly onProgress: (bytes: number) => void;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Longest silence. */
  readonly stallMilliseconds?: number;
}

/** Tries in a row that bring nothing; a try that brings something begins the count anew. */
const MOST_TRIES = 4;
const PAUSE_MILLISECONDS = 1_000;
const STALL_MILLISECONDS = 30_000;

/**
 * Fetches a file of known size and checksum. A connection that breaks is taken up where it broke, and so
 * is a download that was given up before. What does not match is deleted.
 */
export async function download(wanted: Download): Promise<void> {
  const { folder, size, sha512, destination, signal, sleep = wait } = wanted;
  const part = join(folder, `${createHash('sha256').update(sha512).digest('hex')}.part`);
  await keepOnly(folder, part);
  let fruitless = 0;
  for (let have = await sizeOf(part); have < size; have = await sizeOf(part)) {
    signal.throwIfAborted();
    try {
      await fetchRest(wanted, part, have);
    } catch (error) {
      signal.throwIfAborted();
      const fault = asUpdateFault(error);
      if (fault.kind === 'wrong_size') await rm(part, { force: true });
      if (!isPassing(fault)) throw fault;
      fruitless = (await sizeOf(part)) > have ? 0 : fruitless + 1;
      if (fruitless >= MOST_TRIES) {
        throw (await sizeOf(part)) > 0 ? new UpdateFault('interrupted', { cause: error }) : fault;
      }
      await sleep(PAUSE_MILLISECONDS * 2 ** fruitless);
    }
  }
  signal.throwIfAborted();
  if ((await digest(part)) !== sha512) {
    await rm(part, { force: true });
    throw new UpdateFault('checksum');
  }
  await mkdir(dirname(destination), { recursive: true });
  await rename(part, destination);
}

function isPassing({ kind }: UpdateFault): boolean {
  return kind === 'offline' || kind === 'no_answer' || kind === 'interrupted' || kind === 'server';
}

/** One request for what is missing. */
async function fetchRest(wanted: Download, part: string, have: number): Promise<void> {
  const { url, size, headers, signal, stallMilliseconds = STALL_MILLISECONDS } = wanted;
  const silence = new AbortController();
  const watch = setTimeout(() => silence.abort(new UpdateFault('no_answer')), stallMilliseconds);
  try {
    const response = await wanted.fetch(url, {
      headers: {
        ...headers,
        'accept-encoding': 'identity',
        ...(have > 0 ? { range: `bytes=${have}-` } : {}),
      },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    const start = await startOf(response, have, size, part);
    const file = await open(part, start === 0 ? 'w' : 'a');
    try {
      let bytes = start;
      for await (const chunk of chunksOf(response)) {
        watch.refresh();
        bytes += chunk.byteLength;
        if (bytes > size) throw new UpdateFault('wrong_size');
        await file.appendFile(chunk);
        wanted.onProgress(bytes);
      }
      if (bytes < size) throw new UpdateFault('interrupted');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : error;
  } finally {
    clearTimeout(watch);
    // What is left of an answer that was not wanted.
    silence.abort();
  }
}

async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new UpdateFault('interrupted', { cause });
    });
    if (done) return;
    yield value;
  }
}

/** Where in the file the answer begins, once it is clear that it is of this file. */
async function startOf(
  { status, headers }: Response,
  have: number,
  size: number,
  part: string,
): Promise<number> {
  if (status === 416) {
    // There is nothing beyond what is here, which is less than there should be.
    await rm(part, { force: true });
    throw new UpdateFault('wrong_size');
  }
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
    const total = range?.[2];
    if (Number(range?.[1]) !== have || (total !== '*' && Number(total) !== size)) {
      throw new UpdateFault('wrong_size');
    }
    return have;
  }
  if (status !== 200) throw new Error(`status ${status}`);
  const announced = headers.get('content-length');
  const isPlain = (headers.get('content-encoding') ?? 'identity') === 'identity';
  if (announced !== null && isPlain && Number(announced) !== size) {
    throw new UpdateFault('wrong_size');
  }
  return 0;
}

/** Makes the folder, without what is left of other versions. */
async function keepOnly(folder: string, part: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (join(folder, name) !== part) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('base64');
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
