import type { SessionStore } from '../store.ts';
import { backupFails } from './backup-fails.ts';
import { mfaLoop } from './mfa-loop.ts';
import { outlookPassword } from './outlook-password.ts';
import { rdsDiskFull } from './rds-disk-full.ts';
import { playSample, type Sample } from './sample.ts';
import { scanToFolder } from './scan-to-folder.ts';
import { vpnDrops } from './vpn-drops.ts';

/** Oldest first, so that ids rise with time as they do in real use. */
const SAMPLES: readonly Sample[] = [
  backupFails,
  mfaLoop,
  rdsDiskFull,
  vpnDrops,
  scanToFolder,
  outlookPassword,
];

/** Adds the sample sessions, dated over the last two days, and answers how many. All of them or none. */
export function addSampleSessions(store: SessionStore, now: number = Date.now()): number {
  return store.transaction(() => {
    for (const sample of SAMPLES) playSample(store, sample, now);
    return SAMPLES.length;
  });
}
