import { AppError } from '../../../shared/errors.ts';

/** Where one ConnectWise is reached. Origins: scheme, host and port, without a slash at the end. */
export interface Address {
  /** Of the API: `https://api-na.myconnectwise.net`. */
  readonly api_origin: string;
  /** Of the pages that people open: `https://na.myconnectwise.net`. */
  readonly web_origin: string;
}

/** On ConnectWise's own cloud the API answers on a twin of the host that people open. */
const CLOUD_HOST = /^(?:api-)?([a-z0-9-]+)\.(myconnectwise\.net|connectwisedev\.com)$/;
const CLOUD_WITHOUT_REGION = /^(?:www\.)?(?:myconnectwise\.net|connectwisedev\.com)$/;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Scheme, authority, and a rest that is not needed. */
const PASTED = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)(?:[/?#].*)?$/is;
const AUTHORITY = /^(\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\.?(?::(\d{1,5}))?$/i;

const LONGEST = 2_000;

/**
 * The address out of whatever was pasted: the host that people open, the API's host, a whole link to
 * a ticket. Its host is the pasted one or the `api-` twin of it, and nothing else; only https, but for
 * this computer. Rejects with `INVALID_INPUT`, and never repeats what may have been a password.
 */
export function parseAddress(pasted: string): Address {
  const text = pasted.trim().replace(/^["'<]+|["'>]+$/g, '');
  if (text === '') throw invalid('Enter the address at which you open ConnectWise.');
  const [, scheme = 'https', authority = ''] =
    (text.length <= LONGEST ? PASTED.exec(text) : null) ?? [];
  if (authority.includes('@')) {
    throw invalid('Leave user name and password out of the ConnectWise address.');
  }
  const [, pastedHost, port] = AUTHORITY.exec(authority) ?? [];
  if (pastedHost === undefined) throw invalid(`This is no address. ${EXAMPLE}`);
  const host = pastedHost.toLowerCase();

  const isSecure = scheme.toLowerCase() === 'https';
  const isPlain = scheme.toLowerCase() === 'http';
  if (!isSecure && !isPlain) throw invalid(`ConnectWise is reached over https. ${EXAMPLE}`);
  if (isPlain && !LOOPBACK.includes(host)) {
    throw invalid(`Keys are sent over https only. Enter https://${host} instead.`);
  }
  if (CLOUD_WITHOUT_REGION.test(host)) {
    throw invalid('The region is missing in this address: na.myconnectwise.net, for example.');
  }

  const [, region, cloud] = CLOUD_HOST.exec(host) ?? [];
  const isCloud = region !== undefined && cloud !== undefined;
  return {
    api_origin: origin(isSecure, isCloud ? `api-${region}.${cloud}` : host, port),
    web_origin: origin(isSecure, isCloud ? `${region}.${cloud}` : host, port),
  };
}

const EXAMPLE = 'Enter the host at which you open ConnectWise, na.myconnectwise.net for example.';

function origin(isSecure: boolean, host: string, port: string | undefined): string {
  const raw = `${isSecure ? 'https' : 'http'}://${host}${port === undefined ? '' : `:${port}`}`;
  const url = URL.canParse(raw) ? new URL(raw) : null;
  // The URL parser reads `127.1` or `0x7f000001` as an address of its own making: not what was pasted.
  if (url === null || url.hostname !== host) throw invalid(`This is no address. ${EXAMPLE}`);
  return url.origin;
}

function invalid(message: string): AppError {
  return new AppError('INVALID_INPUT', message, { field: 'site' });
}
