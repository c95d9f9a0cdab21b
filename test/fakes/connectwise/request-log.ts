import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Effect, Step } from './faults.ts';

/** A request as it came in, and what became of it. */
export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Null for a path that leads nowhere. */
  readonly step: Step | null;
  /** Without `authorization`: keys belong in no log, a test's neither. */
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: 'right' | 'wrong' | 'none';
  /** Parsed where it is JSON. */
  readonly body: unknown;
  /** Counted from 1 as the connections come in. */
  readonly connection: number;
  /** How many requests this connection carried before. */
  readonly carried_before: number;
  /** In milliseconds since 1970. */
  readonly received_at: number;
  /** The faults that struck it. */
  readonly effects: readonly Effect['kind'][];
  /** The HTTP status that went out, `cut` for none, null while it is being served. */
  readonly outcome: number | 'cut' | null;
}

/** Numbers connections, and counts what each of them carried. */
export function createConnections() {
  const numbers = new WeakMap<Socket, number>();
  const carried = new WeakMap<Socket, number>();
  let count = 0;
  return {
    opened(socket: Socket): void {
      count += 1;
      numbers.set(socket, count);
    },
    /** Counts one request more; answers what stood before it. */
    use(socket: Socket): { connection: number; carried_before: number } {
      const before = carried.get(socket) ?? 0;
      carried.set(socket, before + 1);
      return { connection: numbers.get(socket) ?? 0, carried_before: before };
    },
  };
}

/** The headers in plain form, without the keys. */
export function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name !== 'authorization' && value !== undefined) headers[name] = String(value);
  }
  return headers;
}

/** The whole body: parsed where it is JSON, as text where it is not, undefined where there is none. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
