import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../electron/psa/connectwise/faults.ts';

const keep = (text: string): string => text;

function ofChromium(name: string): Error {
  return new Error(`net::${name}`);
}

function ofNode(message: string, code: string): Error {
  const cause = Object.assign(new Error(message), { code });
  return new TypeError('fetch failed', { cause });
}

describe('what may have been sent when no answer came', () => {
  it.each([
    ['no_name', ofChromium('ERR_NAME_NOT_RESOLVED')],
    ['refused', ofChromium('ERR_CONNECTION_REFUSED')],
    ['certificate', ofChromium('ERR_CERT_AUTHORITY_INVALID')],
    ['certificate', ofChromium('ERR_CERT_COMMON_NAME_INVALID')],
    ['certificate', ofChromium('ERR_SSL_VERSION_OR_CIPHER_MISMATCH')],
    ['proxy', ofChromium('ERR_PROXY_CONNECTION_FAILED')],
    ['proxy', ofChromium('ERR_TUNNEL_CONNECTION_FAILED')],
    ['no_name', ofNode('getaddrinfo ENOTFOUND na.example', 'ENOTFOUND')],
    ['refused', ofNode('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED')],
    ['refused', ofNode('Connect Timeout Error', 'UND_ERR_CONNECT_TIMEOUT')],
    ['refused', ofNode('connect EHOSTUNREACH 10.0.0.9:443', 'EHOSTUNREACH')],
    ['certificate', ofNode('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['certificate', ofNode('certificate has expired', 'CERT_HAS_EXPIRED')],
    [
      'refused',
      new TypeError('fetch failed', {
        cause: new AggregateError([
          Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' }),
        ]),
      }),
    ],
  ] as const)('nothing, for certain: %s', (kind, failure) => {
    expect(faultOf(failure, keep)).toMatchObject({ kind, nothing_sent: true });
  });

  it.each([
    ['broken', ofChromium('ERR_CONNECTION_RESET')],
    ['broken', ofChromium('ERR_CONNECTION_CLOSED')],
    ['broken', ofChromium('ERR_EMPTY_RESPONSE')],
    ['certificate', ofChromium('ERR_SSL_PROTOCOL_ERROR')],
    ['broken', ofChromium('ERR_CONTENT_LENGTH_MISMATCH')],
    ['proxy', ofChromium('ERR_UNEXPECTED_PROXY_AUTH')],
    ['no_network', ofChromium('ERR_INTERNET_DISCONNECTED')],
    ['no_network', ofChromium('ERR_NETWORK_CHANGED')],
    ['time_out', ofChromium('ERR_TIMED_OUT')],
    ['time_out', ofChromium('ERR_CONNECTION_TIMED_OUT')],
    ['broken', ofNode('other side closed', 'UND_ERR_SOCKET')],
    ['broken', ofNode('read ECONNRESET', 'ECONNRESET')],
    ['no_network', ofNode('read EHOSTUNREACH', 'EHOSTUNREACH')],
    ['time_out', ofNode('read ETIMEDOUT', 'ETIMEDOUT')],
    ['redirect', ofNode('unexpected redirect', '')],
    ['redirect', new Error("Attempted to redirect, but redirect policy was 'error'")],
    ['broken', new Error('something new')],
    ['broken', 'not even an error'],
  ] as const)('perhaps all of it: %s', (kind, failure) => {
    expect(faultOf(failure, keep)).toMatchObject({ kind, nothing_sent: false });
  });
});
