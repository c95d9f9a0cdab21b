// `npm start`: the built app on whichever Electron this machine has, with the given switches.
import { spawn } from 'node:child_process';
import { ensureDisplay } from './display.ts';
import { launchOptions } from './launch-options.ts';

try {
  const display = await ensureDisplay();
  const { executablePath, args, env } = await launchOptions({
    args: process.argv.slice(2),
    env: display.env,
  });
  const app = spawn(executablePath, args, { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.kill(signal));
  }
  app.once('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
