// `npm run package`: the built app as an installer would put it on this platform, under release/.
import { packageApp, told } from './packaged-app.ts';

try {
  console.log(told(await packageApp()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
