// The default app of the registry's Electron, which comes without one: starts the app whose folder
// stands on the command line, as `electron .` does. See test/runtime/registry-runtime.ts.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
require(join(process.resourcesPath, 'sqlite-hook.cjs'));

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (target === undefined) {
  process.stderr.write('Usage: electron <folder of the app>\n');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  // Awaited at top level, because Electron gets ready only when this module is done: what the app
  // has to do before that (registering its protocol) still comes in time.
  await start(resolve(target));
}

async function start(folder) {
  try {
    const manifestFile = join(folder, 'package.json');
    const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
    if (manifest.version) app.setVersion(manifest.version);
    if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
    app.setAppPath(folder);
    await import(pathToFileURL(require.resolve(folder)).href);
  } catch (error) {
    process.stderr.write(`App threw an error during load\n${error?.stack ?? error}\n`);
    app.exit(1);
  }
}
