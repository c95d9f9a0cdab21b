import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Operation } from './operation.ts';

/** What ConnectWise tells about a company to anybody who asks. */
export interface CompanyInfo {
  /** `v2025_1/`: the first part of the API's path. Changes with upgrades on the cloud. */
  readonly codebase: string;
  readonly company_name: string | null;
  readonly version: string | null;
}

export interface Codebase {
  /** As last looked up; looked up at the first call. */
  current(signal: AbortSignal): Promise<CompanyInfo>;
  /** Looks it up anew. */
  refresh(signal: AbortSignal): Promise<CompanyInfo>;
  /** The next call looks it up anew. */
  forget(): void;
}

export const LOOK_UP_COMPANY: Operation = {
  doing: 'look up the company',
  right: 'none',
  not_found: 'This address does not answer as ConnectWise does.',
};

/**
 * One path segment. It comes from an answer that nothing vouches for, and keys are sent to what it
 * becomes: so no slash but the last, and no dots that climb.
 */
const SEGMENT = /^(?!\.+\/?$)([A-Za-z0-9._-]{1,60})\/?$/;

const text = z.string().nullish().catch(null);

/** An unknown company is answered with `null`. */
const companyInfoSchema = z.union([
  z.null(),
  z.object({ Codebase: z.string().regex(SEGMENT), CompanyName: text, VersionCode: text }),
]);

/** Reads an answer of the look-up: `unknown` where there is no such company, undefined where it is none. */
export function parseCompanyInfo(value: unknown): CompanyInfo | 'unknown' | undefined {
  const { success, data } = companyInfoSchema.safeParse(value);
  if (!success) return undefined;
  if (data === null) return 'unknown';
  return {
    codebase: data.Codebase.replace(SEGMENT, '$1/'),
    company_name: data.CompanyName ?? null,
    version: data.VersionCode ?? null,
  };
}

/** Says that nobody is known by this company. */
export function companyUnknown(company: string): AppError {
  return new AppError(
    'NOT_CONFIGURED',
    `ConnectWise does not know the company "${company}". It is the one that you enter when you log in. Correct it in Settings → ConnectWise.`,
    { field: 'company' },
  );
}

/** Remembers what `lookUp` found. A failed look-up is not remembered. */
export function createCodebase(lookUp: (signal: AbortSignal) => Promise<CompanyInfo>): Codebase {
  let known: CompanyInfo | undefined;
  const refresh = async (signal: AbortSignal): Promise<CompanyInfo> => {
    const found = await lookUp(signal);
    known = found;
    return found;
  };
  return {
    current: async (signal) => known ?? (await refresh(signal)),
    refresh,
    forget() {
      known = undefined;
    },
  };
}
