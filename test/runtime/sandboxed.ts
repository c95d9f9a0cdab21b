// `npm run test:sandboxed`: the e2e suite's smoke test, or the tests named on the command line, on
// an app that runs as an ordinary user inside Chromium's real sandbox.
import { reasonAgainstSandboxedRun, runSandboxed } from './sandboxed-run.ts';

const reason = await reasonAgainstSandboxedRun();
if (reason) console.error(`Not run: ${reason}`);
process.exitCode = reason ? 1 : await runSandboxed(process.argv.slice(2));
