// `npm run test:packaged`: the end-to-end suite, or the tests named on the command line, on the packaged
// app under release/, which `npm run package` makes. With `--look` instead the tests that look at that
// app itself: what is in it, its fuses, its start.
import { existsSync } from 'node:fs';
import { packagedApp } from './packaged-app.ts';
import { lookAtPackagedApp, runOnPackagedApp } from './packaged-run.ts';

const args = process.argv.slice(2);

if (!existsSync(packagedApp().executable)) {
  console.error('There is no packaged app yet. Run: npm run package');
  process.exitCode = 1;
} else if (args[0] === '--look') {
  process.exitCode = await lookAtPackagedApp(args.slice(1));
} else {
  process.exitCode = await runOnPackagedApp(args);
}
