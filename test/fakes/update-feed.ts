import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the feed misbehaves. What is not named goes as it should. */
export interface FeedFaults {
  /** What the manifest says instead. */
  readonly sha512?: string;
  readonly size?: number;
  /** The manifest as it comes. */
  readonly manifest?: string;
  /** Where the manifest says that the file is. */
  readonly file_url?: string;
  /** Asked for it, nothing is ever answered. */
  readonly silent?: 'manifest' | 'file';
  /** The file that is served ends here, and its length is announced as that. */
  readonly truncated_at?: number;
  /** The connection of each answer dies after so many bytes of the file. */
  readonly cut_after?: number;
  /** How many answers die so; then all goes well. All of them without it. */
  readonly cuts?: number;
  /** Answers with a redirect to there. */
  readonly redirect?: { readonly of: 'manifest' | 'file'; readonly to: string };
  /** Takes no notice of what a request says of ranges. */
  readonly no_ranges?: boolean;
  /** No manifest, no file. */
  readonly gone?: boolean;
  /** Milliseconds between pieces of the file. */
  readonly slow?: number;
}

export interface FeedVersion {
  readonly version: string;
  readonly bytes: Buffer;
  readonly notes?: string;
  readonly staging_percentage?: number;
}

/** An update server on loopback: manifests by channel, as electron-builder writes them for Linux, and files. */
export interface FakeUpdateFeed {
  readonly url: string;
  /** The newest version of a channel. */
  publish(version: FeedVersion, channel?: 'latest' | 'beta'): void;
  misbehave(faults: FeedFaults): void;
  /** Paths asked for, and the ranges. */
  readonly requests: { readonly path: string; readonly range: string | undefined }[];
  stop(): Promise<void>;
}

/** Starts it on a port of its own. */
export async function startFakeUpdateFeed(): Promise<FakeUpdateFeed> {
  const channels = new Map<string, FeedVersion>();
  const requests: { path: string; range: string | undefined }[] = [];
  let faults: FeedFaults = {};
  let cuts = 0;

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    requests.push({ path, range: request.headers.range });
    const what = path.endsWith('.yml') ? 'manifest' : 'file';
    if (faults.silent === what) return;
    if (faults.redirect?.of === what) {
      response.writeHead(302, { location: `${faults.redirect.to}/${path}` }).end();
      return;
    }
    const channel = /^(latest|beta)-linux\.yml$/.exec(path)?.[1];
    const manifestOf = channel === undefined ? undefined : channels.get(channel);
    const version = [...channels.values()].find((one) => path === fileName(one));
    if (faults.gone) response.writeHead(404).end();
    else if (manifestOf !== undefined)
      response.end(faults.manifest ?? manifest(manifestOf, faults));
    else if (version !== undefined) void serveFile(version.bytes, request, response);
    else response.writeHead(404).end();
  });

  async function serveFile(bytes: Buffer, request: IncomingMessage, response: ServerResponse) {
    const served = bytes.subarray(0, faults.truncated_at ?? bytes.length);
    const range = faults.no_ranges ? null : /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const start = Number(range?.[1] ?? 0);
    if (start >= served.length) {
      response.writeHead(416, { 'content-range': `bytes */${served.length}` }).end();
      return;
    }
    const last = range?.[2] ? Number(range[2]) : served.length - 1;
    const body = served.subarray(start, last + 1);
    response.writeHead(range === null ? 200 : 206, {
      'content-length': body.length,
      'content-type': 'application/octet-stream',
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${last}/${served.length}` }),
    });
    const dies = faults.cut_after !== undefined && cuts < (faults.cuts ?? Number.POSITIVE_INFINITY);
    const sent = dies ? body.subarray(0, faults.cut_after) : body;
    for (let at = 0; at < sent.length; at += PIECE) {
      if (faults.slow !== undefined) await new Promise((done) => setTimeout(done, faults.slow));
      if (!response.write(sent.subarray(at, at + PIECE))) await once(response, 'drain');
    }
    if (!dies) {
      response.end();
      return;
    }
    cuts += 1;
    // What was written has to get out before the connection dies.
    setTimeout(() => response.destroy(), 50);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    publish: (version, channel = 'latest') => void channels.set(channel, version),
    misbehave(next) {
      faults = next;
      cuts = 0;
    },
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const PIECE = 64 * 1024;

function fileName({ version }: FeedVersion): string {
  return `ResolutionFlow-${version}-linux-x86_64.AppImage`;
}

/** The checksum of a file as manifests have it. */
export function sha512Of(bytes: Buffer): string {
  return createHash('sha512').update(bytes).digest('base64');
}

function manifest(version: FeedVersion, faults: FeedFaults): string {
  const sha512 = faults.sha512 ?? sha512Of(version.bytes);
  const url = faults.file_url ?? fileName(version);
  return [
    `version: ${version.version}`,
    'files:',
    `  - url: ${url}`,
    `    sha512: ${sha512}`,
    `    size: ${faults.size ?? version.bytes.length}`,
    `path: ${url}`,
    `sha512: ${sha512}`,
    ...(version.notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(version.notes)}`]),
    ...(version.staging_percentage === undefined
      ? []
      : [`stagingPercentage: ${version.staging_percentage}`]),
    "releaseDate: '2026-11-01T10:00:00.000Z'",
    '',
  ].join('\n');
}
