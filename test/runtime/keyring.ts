import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureSystemPackages } from './system-packages.ts';

/** A session bus with an unlocked keyring on it, apart from the ones of whoever runs the tests. */
export interface Keyring {
  env: Record<string, string>;
  stop: () => void;
}

/** With this environment an app finds no keyring at all, the developer's own included. */
export const noKeyring: Record<string, string> =
  process.platform === 'linux' ? { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } : {};

/** Whether a test can have a keyring of its own here: gnome-keyring on a bus of its own is Linux's. */
export function keyringAvailable(): boolean {
  const programs = ['/usr/bin/dbus-daemon', '/usr/bin/gnome-keyring-daemon'];
  return process.platform === 'linux' && programs.every((program) => existsSync(program));
}

/** Starts a bus and a keyring that keeps its entries under `folder`. */
export async function startKeyring(folder: string): Promise<Keyring> {
  await ensureSystemPackages('keyring');
  const data = join(folder, 'data');
  const runtime = join(folder, 'run');
  await mkdir(data, { recursive: true });
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const own = { XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime };

  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => bus.kill());
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) };

  // It reads the password of the login keyring, which it makes, from its input. Once it is ready it
  // goes on in the background, and ends when the bus does.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin?.end('test');
  const [code] = await once(daemon, 'exit');
  if (code !== 0) throw new Error(`gnome-keyring-daemon ended with ${code}`);
  return { env, stop: () => void bus.kill() };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  while (!text.includes('\n')) {
    await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), failure(child)]);
  }
  return text.slice(0, text.indexOf('\n'));
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`${child.spawnfile} ended with ${code}`);
}
