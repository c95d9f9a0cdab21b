import type { EventPayload } from '../../shared/contract/index.ts';
import type { Publish } from './event-bus.ts';

type Progress = EventPayload<'preview.progress'>;

/** A model writes faster than a person reads; the window is told this often. */
const PACE_MILLISECONDS = 80;

/** Tells the window how far a note is: each new step at once, growing text at a pace that it can show. */
export function createProgressTeller(
  publish: Publish,
  now: () => number = Date.now,
): (progress: Progress) => void {
  const last = new Map<string, { readonly at: number; readonly step: Progress['step'] }>();
  return (progress) => {
    const key = `${progress.session_id}:${progress.kind}`;
    const told = last.get(key);
    if (told?.step === progress.step && now() - told.at < PACE_MILLISECONDS) return;
    last.set(key, { at: now(), step: progress.step });
    publish('preview.progress', progress);
  };
}
