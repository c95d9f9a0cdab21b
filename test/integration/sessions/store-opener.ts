import { openStore } from '../../../electron/sessions/index.ts';
import { createTestLog } from '../../fixtures/log.ts';

/** A process that tries to open a store and prints what it was told. */
const opening = openStore({ folder: process.argv[2] ?? '', log: createTestLog() });
if (opening.state === 'ready') opening.store.close();
const said =
  opening.state === 'ready' ? { state: 'ready' } : { state: 'unavailable', ...opening.problem };
process.stdout.write(JSON.stringify(said));
