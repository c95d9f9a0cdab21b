import { AppError } from '../../../shared/errors.ts';
import {
  type Access,
  type AccessOptions,
  checkedCompany,
  openAccess,
  type Redact,
} from './access.ts';
import { type Address, parseAddress } from './address.ts';
import type { Fetch } from './answer.ts';
import {
  type CompanyInfo,
  companyUnknown,
  createCodebase,
  LOOK_UP_COMPANY,
  parseCompanyInfo,
} from './codebase.ts';
import { wrongKeysOrAddress } from './errors.ts';
import { LIST_BOARDS } from './operation.ts';
import { type Call, type Sent, send, type Timing } from './send.ts';

export interface ApiOptions extends AccessOptions, Timing {
  readonly site: string;
  readonly fetch: Fetch;
  readonly fetchOnFreshConnection: Fetch;
}

/** One call to the API. */
export interface Plan<T> extends Pick<Call<T>, 'operation' | 'parse' | 'effect' | 'done'> {
  /** Below the API's base, each part encoded: `/service/tickets/48213`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  /** Answered without keys too, so it proves nothing about them. */
  readonly open?: boolean;
  /** The call before this one showed that the codebase is right. */
  readonly is_routed?: boolean;
}

export interface Api {
  address(): Address;
  lookUpCompany(signal: AbortSignal): Promise<CompanyInfo>;
  call<T>(plan: Plan<T>, signal: AbortSignal): Promise<T>;
}

/** Pins the models: without a version the newest ones answer, whatever they hold. */
const ACCEPT = 'application/vnd.connectwise.com+json; version=2025.1';

const METHODS = { read: 'GET', change: 'PATCH', create: 'POST' } as const;

/** The cheapest call that is answered only to who may come in. */
const ACCESS_PROBE: Plan<true> = {
  operation: LIST_BOARDS,
  path: '/service/boards',
  query: { pageSize: 1 },
  parse: (value) => (Array.isArray(value) ? true : undefined),
  effect: 'read',
};

/** The API of one ConnectWise: address, codebase, headers, retries and errors in one place. */
export function createApi(options: ApiOptions): Api {
  /** Since keys were first read, of those; whatever comes from outside goes through it. */
  let redact: Redact = (text) => text;
  /** The credentials that opened something: with them, not found means not found. */
  let proven = '';
  const codebase = createCodebase(lookUpCompany);
  const address = (): Address => parseAddress(options.site);

  async function lookUpCompany(signal: AbortSignal): Promise<CompanyInfo> {
    const company = checkedCompany(options.company);
    const sent = await send(
      {
        operation: LOOK_UP_COMPANY,
        request: {
          method: 'GET',
          url: `${address().api_origin}/login/companyinfo/${encodeURIComponent(company)}`,
          headers: { Accept: 'application/json' },
        },
        parse: parseCompanyInfo,
        effect: 'read',
      },
      { ...options, redact, signal },
    );
    if (!sent.ok) throw notConnectWise(sent.failure.error);
    if (sent.value === 'unknown') throw companyUnknown(company);
    return sent.value;
  }

  function sendTo<T>(
    { codebase: segment }: CompanyInfo,
    { headers }: Access,
    plan: Plan<T>,
    signal: AbortSignal,
  ): Promise<Sent<T>> {
    const { operation, parse, effect, done, body } = plan;
    const base = `${address().api_origin}/${segment}apis/3.0`;
    return send(
      {
        operation,
        request: {
          method: METHODS[effect],
          url: `${base}${plan.path}${queryOf(plan.query)}`,
          headers: {
            Accept: ACCEPT,
            ...headers,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          body,
        },
        parse,
        effect,
        ...(done === undefined ? {} : { done }),
      },
      {
        ...options,
        fetch: effect === 'create' ? options.fetchOnFreshConnection : options.fetch,
        redact,
        signal,
      },
    );
  }

  /** Again where the codebase has moved. A note is not sent again, even so. */
  async function sendAndFollow<T>(
    access: Access,
    plan: Plan<T>,
    signal: AbortSignal,
  ): Promise<Sent<T>> {
    const before = await codebase.current(signal);
    const sent = await sendTo(before, access, plan, signal);
    if (sent.ok || !sent.failure.route_missing || plan.is_routed) return sent;
    if (plan.effect === 'create') {
      codebase.forget();
      return sent;
    }
    const after = await codebase.refresh(signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return before;
    });
    return after.codebase === before.codebase ? sent : sendTo(after, access, plan, signal);
  }

  return {
    address,
    lookUpCompany: (signal) => codebase.refresh(signal),
    async call(plan, signal) {
      const access = await openAccess(options);
      ({ redact } = access);
      const { Authorization } = access.headers;
      const sent = await sendAndFollow(access, plan, signal);
      if (sent.ok) {
        if (plan.open !== true) proven = Authorization;
        return sent.value;
      }
      const { error, route_missing } = sent.failure;
      if (proven === Authorization || !route_missing) throw error;

      // Not found, and the keys have opened nothing yet: ask what they would open if they were right.
      const isProbe = plan.operation === ACCESS_PROBE.operation;
      const probe = isProbe ? sent : await sendAndFollow(access, ACCESS_PROBE, signal);
      if (probe.ok || isRefusedRight(probe.failure.error)) {
        proven = Authorization;
        throw error;
      }
      throw probe.failure.route_missing ? wrongKeysOrAddress(error) : probe.failure.error;
    },
  };
}

/** Keys that lack a right are keys that were accepted. */
function isRefusedRight({ details }: AppError): boolean {
  return details?.missing_right !== undefined;
}

/** The look-up is answered to anybody; who does not know it is not ConnectWise. */
function notConnectWise(error: AppError): AppError {
  const isStranger = error.code === 'NOT_FOUND' || error.code === 'AUTH_FAILED';
  if (!isStranger && error.details?.missing_right === undefined) return error;
  return new AppError('NOT_CONFIGURED', `${LOOK_UP_COMPANY.not_found} ${CHECK_ADDRESS}`, {
    ...error.details,
    field: 'site',
  });
}

const CHECK_ADDRESS = 'Check the address in Settings → ConnectWise.';

/** `%20` for a blank: not every server on the way reads `+` as one. */
function queryOf(query: Plan<unknown>['query']): string {
  if (query === undefined) return '';
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `?${pairs.join('&')}`;
}
