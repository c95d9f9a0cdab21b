import type { Redact } from './access.ts';

/** Why a request got no answer that could be read. */
export interface Fault {
  readonly kind:
    | 'no_name'
    | 'refused'
    | 'certificate'
    | 'proxy'
    | 'no_network'
    | 'redirect'
    | 'time_out'
    | 'cancelled'
    | 'broken';
  /** Certain that no part of the request reached ConnectWise. False wherever there is a doubt. */
  readonly nothing_sent: boolean;
  /** What the network stack said, for the log, without any key. */
  readonly cause: Error | undefined;
}

/**
 * What counts as nothing sent, in the words of Chromium's network stack (`net::ERR_…`) and of Node's:
 * only failures that by their nature come before the first byte of the request. A lost network, a
 * reset or a TLS fault in general can strike after it, so they are none of these.
 */
const BEFORE_SENDING: readonly (readonly [Fault['kind'], RegExp])[] = [
  ['no_name', /\b(?:ERR_NAME_NOT_RESOLVED|ENOTFOUND|EAI_AGAIN)\b/],
  ['refused', /\b(?:ERR_CONNECTION_REFUSED|ECONNREFUSED|ERR_UNSAFE_PORT|bad port)\b/],
  [
    'certificate',
    /\b(?:ERR_CERT_\w+|ERR_SSL_VERSION_OR_CIPHER_MISMATCH|CERT_(?:HAS_EXPIRED|NOT_YET_VALID|UNTRUSTED|REVOKED)|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT(?:_IN_CHAIN)?|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?)|ERR_TLS_CERT_ALTNAME_INVALID)\b|wrong version number/,
  ],
  [
    'proxy',
    /\bERR_(?:PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|PROXY_CERTIFICATE_INVALID)\b/,
  ],
  ['refused', /\b(?:UND_ERR_CONNECT_TIMEOUT|connect (?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH))\b/],
];

const IN_DOUBT: readonly (readonly [Fault['kind'], RegExp])[] = [
  ['redirect', /redirect/i],
  ['certificate', /\b(?:ERR_SSL_\w+|EPROTO)\b/],
  ['no_network', /\b(?:ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_ADDRESS_UNREACHABLE)\b/],
  ['no_network', /\b(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN)\b/],
  ['time_out', /\b(?:ERR_(?:CONNECTION_)?TIMED_OUT|ETIMEDOUT|UND_ERR_\w+_TIMEOUT)\b/],
  ['proxy', /\bERR_(?:\w+_)?PROXY_\w+/],
];

/** Judges a failure of fetch. What is not known to be harmless counts as sent. */
export function faultOf(failure: unknown, redact: Redact): Fault {
  const trail = trailOf(failure);
  const cause = new Error(redact(trail).slice(0, 1_000));
  const before = BEFORE_SENDING.find(([, words]) => words.test(trail));
  if (before !== undefined) return { kind: before[0], nothing_sent: true, cause };
  const kind = IN_DOUBT.find(([, words]) => words.test(trail))?.[0] ?? 'broken';
  return { kind, nothing_sent: false, cause };
}

/** An error's words and those of its causes: fetch hides the network's own words some levels down. */
function trailOf(failure: unknown): string {
  const parts: string[] = [];
  const waiting: unknown[] = [failure];
  while (waiting.length > 0 && parts.length < 10) {
    const one = waiting.shift();
    if (!(one instanceof Error)) continue;
    const { code } = one as { code?: unknown };
    parts.push(`${one.message}${typeof code === 'string' ? ` (${code})` : ''}`);
    waiting.push(one.cause, ...(one instanceof AggregateError ? one.errors : []));
  }
  return parts.join(' ← ');
}
