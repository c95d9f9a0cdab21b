import type { ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';
import { type Effect, effectOf } from './faults.ts';
import type { Timers } from './timers.ts';

/** Puts an answer on the wire, or as much of it as the faults allow; tells what went out. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  effects: readonly Effect[],
  timers: Timers,
): Promise<number | 'cut'> {
  const delayed = effectOf(effects, 'delayed');
  if (delayed && !delayed.late) await timers.sleep(delayed.ms);
  const cut = effectOf(effects, 'cut');
  if (cut?.when === 'after-write') return severed(response, cut.reset);

  const bytes = Buffer.from(wireText(answer, effects), 'utf8');
  response.writeHead(answer.status, {
    'content-type': answer.content_type,
    'content-length': bytes.length,
    ...answer.headers,
  });
  if (cut?.when === 'mid-answer') {
    const half = bytes.subarray(0, bytes.length >> 1);
    await new Promise<void>((resolve) => response.write(half, () => resolve()));
    return severed(response, cut.reset);
  }
  const drip = effectOf(effects, 'slow-drip');
  if (drip) await dripped(response, bytes, drip.bytes ?? 16, drip.every_ms ?? 50, timers);
  else response.end(bytes);
  return answer.status;
}

/** Ends the connection without a word more. */
export function severed(response: ServerResponse, reset = false): 'cut' {
  if (reset) response.socket?.resetAndDestroy();
  else response.socket?.destroy();
  return 'cut';
}

function wireText(answer: Answer, effects: readonly Effect[]): string {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  if (effectOf(effects, 'malformed-json')) return `${text.slice(0, -1)},,]`;
  if (effectOf(effects, 'truncated-json')) return text.slice(0, text.length >> 1);
  return text;
}

async function dripped(
  response: ServerResponse,
  bytes: Buffer,
  size: number,
  every: number,
  timers: Timers,
): Promise<void> {
  for (let from = 0; from < bytes.length; from += size) {
    if (response.destroyed) return;
    response.write(bytes.subarray(from, from + size));
    if (!(await timers.sleep(every))) return;
  }
  response.end();
}
