import { AppError } from '../../../shared/errors.ts';

/** The two halves of an API key, as ConnectWise shows them once. */
export interface ConnectWiseKeys {
  readonly public_key: string;
  readonly private_key: string;
}

/** What a request needs to be let in, and how to keep that out of everything that is told. */
export interface Access {
  readonly headers: { readonly Authorization: string; readonly clientId: string };
  readonly redact: Redact;
}

/** Takes keys out of a text that came from elsewhere: servers do repeat what they were sent. */
export type Redact = (text: string) => string;

export interface AccessOptions {
  readonly company: string;
  readonly client_id: string;
  readonly keys: () => Promise<ConnectWiseKeys | null>;
}

const KEYCHAIN =
  'The ConnectWise keys could not be read from the keychain of this computer. Unlock it, then try again.';
const WHERE = 'Settings → ConnectWise';

/** `+` parts the company from the key, `:` the two keys: neither may stand in a name. */
const COMPANY = /^[^+:/?#\\\p{Cc}]{1,100}$/u;
const HEADER_VALUE = /^[\x21-\x7e]{1,200}$/;

/** The company as it is used at log-in. Rejects with `NOT_CONFIGURED`. */
export function checkedCompany(company: string): string {
  const name = company.trim();
  if (name === '') throw missing(`The company is missing. Enter it in ${WHERE}.`, 'company');
  if (!COMPANY.test(name) || /^\.+$/.test(name)) {
    throw missing(
      `This is no company name as it is used to log in to ConnectWise. Correct it in ${WHERE}.`,
      'company',
    );
  }
  return name;
}

/** Reads the keys and makes the headers. Rejects with `NOT_CONFIGURED`; nothing was sent then. */
export async function openAccess({ company, client_id, keys }: AccessOptions): Promise<Access> {
  const name = checkedCompany(company);
  const clientId = client_id.trim();
  if (clientId === '')
    throw missing(`The client id is missing. Enter it in ${WHERE}.`, 'client_id');
  if (!HEADER_VALUE.test(clientId)) {
    throw missing(`The client id holds signs that no client id has. See ${WHERE}.`, 'client_id');
  }
  const held = await keys().catch((error: unknown) => {
    // What a keychain says of its failure is not passed on: it may hold what it was to keep.
    throw error instanceof AppError ? error : new AppError('KEYCHAIN_UNAVAILABLE', KEYCHAIN);
  });
  const publicKey = held?.public_key.trim() ?? '';
  const privateKey = held?.private_key.trim() ?? '';
  if (publicKey === '' || privateKey === '') {
    throw missing(`The ConnectWise keys are missing. Enter both of them in ${WHERE}.`, 'keys');
  }
  const pair = `${name}+${publicKey}:${privateKey}`;
  const token = Buffer.from(pair, 'utf8').toString('base64');
  return {
    headers: { Authorization: `Basic ${token}`, clientId },
    redact: redactor([pair, `${publicKey}:${privateKey}`, token, publicKey, privateKey]),
  };
}

/** Longest first, so that no key is left behind because a part of it went before. */
function redactor(secrets: readonly string[]): Redact {
  const spellings = secrets.flatMap((secret) => [
    secret,
    secret.replace(/=+$/, ''),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'),
  ]);
  const pattern = [...new Set(spellings)]
    .sort((one, other) => other.length - one.length)
    .map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('|');
  const expression = new RegExp(pattern, 'gi');
  return (text) => text.replace(expression, '(secret)');
}

function missing(message: string, field: string): AppError {
  return new AppError('NOT_CONFIGURED', message, { field });
}
