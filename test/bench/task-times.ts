import { readFileSync, rmSync } from 'node:fs';
import type { ElectronApplication } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Of a task: the time that its thread had the processor, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * How long each task of the page took while `work` went on, in milliseconds of processor time: a task
 * that waits because the machine is busy elsewhere is none of its own.
 */
export async function taskTimes(
  app: ElectronApplication,
  work: () => Promise<unknown>,
): Promise<number[]> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel'] }),
  );
  await work();
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  rmSync(file, { force: true });
  const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const ofPages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  const times = traceEvents
    .filter(
      ({ name, ph, ...event }) =>
        ph === 'X' && name.endsWith('RunTask') && ofPages.has(`${event.pid}:${event.tid}`),
    )
    .map(({ tdur = 0 }) => tdur / 1_000);
  if (times.length === 0) throw new Error('the trace holds no task of a page');
  return times;
}
