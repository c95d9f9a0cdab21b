import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ensureSystemPackages } from './system-packages.ts';

/** An X display to show windows on; `stop` does nothing when it was there before. */
export interface Display {
  env: Record<string, string>;
  stop: () => void;
}

/**
 * The display of this session, or on a Linux machine without one a virtual display (Xvfb), which
 * is also stopped when this process ends.
 */
export async function ensureDisplay(): Promise<Display> {
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.platform !== 'linux' || hasDisplay) return { env: {}, stop: () => {} };
  await ensureSystemPackages('display');

  // With -displayfd the server picks a free number itself and says which, once it is ready.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = () => void server.kill();
  process.once('exit', stop);

  const number = await new Promise<string>((resolve, reject) => {
    let complaint = '';
    server.stderr?.on('data', (text) => {
      complaint += text;
    });
    (server.stdio[3] as Readable).once('data', (text) => resolve(String(text).trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}: ${complaint}`)));
  });
  server.removeAllListeners('exit');
  server.unref();
  for (const stream of server.stdio)
    (stream as (Readable & { unref?: () => void }) | null)?.unref?.();
  return { env: { DISPLAY: `:${number}` }, stop };
}
