import type { IncomingMessage } from 'node:http';
import {
  type Answer,
  answer,
  cannotRoute,
  errorAnswer,
  noClientId,
  notFound,
  wrongKeys,
} from './answers.ts';

export interface Credentials {
  /** The company that people log in to. */
  readonly company: string;
  readonly public_key: string;
  readonly private_key: string;
  readonly client_id: string;
}

/** Works on every cloud tenant, whatever its release, and is the only one on premise. */
const ANY_RELEASE = 'v4_6_release/';

/** What `/login/companyinfo/{company}` tells, without credentials; null for an unknown company. */
export function companyInfo(pathname: string, company: string, codebase: string): Answer {
  const asked = decodeURIComponent(pathname.split('/').at(-1) ?? '');
  if (asked.toLowerCase() !== company.toLowerCase()) return answer(200, 'CompanyInfo', null);
  return answer(200, 'CompanyInfo', {
    CompanyName: 'Lakeside Managed IT',
    Codebase: codebase,
    VersionCode: 'v2026.1',
    VersionNumber: 'v2026.1.92841',
    CompanyID: company,
    IsCloud: 'True',
  });
}

/** The path below `{codebase}apis/3.0`, or the answer to one that leads nowhere. */
export function pathBelowBase(pathname: string, codebase: string): string | Answer {
  const [, asked, path = ''] = /^\/([^/]+\/)apis\/3\.0(\/.*)$/.exec(pathname) ?? [];
  if (asked === undefined || path.includes('apis/3.0')) return cannotRoute();
  if (asked !== codebase && asked !== ANY_RELEASE) return notFound('Resource');
  return path;
}

/** Whether the keys are the right ones. */
export function authorizationOf(
  { headers }: IncomingMessage,
  { company, public_key, private_key }: Credentials,
): 'right' | 'wrong' | 'none' {
  if (headers.authorization === undefined) return 'none';
  const expected = Buffer.from(`${company}+${public_key}:${private_key}`).toString('base64');
  return headers.authorization === `Basic ${expected}` ? 'right' : 'wrong';
}

/** Refuses who may not come in. */
export function refusal(request: IncomingMessage, credentials: Credentials): Answer | undefined {
  if (authorizationOf(request, credentials) !== 'right') return wrongKeys();
  if (request.headers.clientid !== credentials.client_id) return noClientId();
  const writes = request.method !== 'GET';
  if (writes && !/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return errorAnswer(415, 'UnsupportedMediaType', 'The media type is not supported.');
  }
  return undefined;
}

const RECORD_PARAMETERS: readonly string[] = ['fields'];
const LIST_PARAMETERS: readonly string[] = [
  ...RECORD_PARAMETERS,
  'conditions',
  'childConditions',
  'orderBy',
  'page',
  'pageSize',
];

/** What the server lets pass, and a client of ours must not do: each one a violation. */
export function requestFaults(request: IncomingMessage, query: URLSearchParams, list: boolean) {
  const faults: string[] = [];
  const accept = request.headers.accept ?? '';
  if (!/^application\/vnd\.connectwise\.com\+json; ?version=\d{4}\.\d{1,2}$/.test(accept)) {
    faults.push(`the Accept header pins no version (${accept})`);
  }
  if (request.headers.clientid === undefined) faults.push('the clientId header is missing');
  const known = list ? LIST_PARAMETERS : RECORD_PARAMETERS;
  for (const name of query.keys()) {
    if (!known.includes(name)) faults.push(`unknown parameter ${name}`);
  }
  return faults;
}
