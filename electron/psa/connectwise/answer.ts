/** The web's fetch, as the app's network stack offers it: system proxy and certificates count. */
export type Fetch = typeof fetch;

/** What an answer held. Servers and gateways on the way answer in all of these. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'html' | 'text'; readonly text: string }
  | { readonly kind: 'none' };

export interface Answer {
  readonly status: number;
  readonly retry_after: string | null;
  readonly body: Body;
}

/** Far above any list that is asked for, far below what could fill the memory. */
const MOST_BYTES = 8_000_000;

/**
 * The whole body as text. Rejects where it is larger than bound, or where the connection breaks off in
 * the middle; `stop` ends the reading at once, even of a server that sends a byte now and then.
 */
export async function readBody(response: Response, stop: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const cancel = (): void => void reader.cancel().catch(() => {});
  stop.addEventListener('abort', cancel, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      stop.throwIfAborted();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > MOST_BYTES) {
        cancel();
        throw new Error('answer larger than bound');
      }
      chunks.push(value);
    }
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    stop.removeEventListener('abort', cancel);
  }
}

/** Judged by the text, not by the content type: gateways get that wrong. */
export function parseBody(raw: string): Body {
  const text = raw.replace(/^\uFEFF/, '').trim();
  if (text === '') return { kind: 'none' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: text.startsWith('<') ? 'html' : 'text', text };
  }
}
