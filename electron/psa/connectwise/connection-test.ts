import { AppError } from '../../../shared/errors.ts';
import type { ConnectionReport } from '../psa.ts';
import type { Api } from './api.ts';
import type { Boards } from './boards.ts';
import { FIND_TICKETS, READ_SYSTEM_INFO } from './operation.ts';

type Step = ConnectionReport['steps'][number];

/** Failures of the first call that are the company's; all others are about reaching the address. */
const OF_THE_COMPANY = 'company';

/**
 * Address, company, keys, rights, in this order; stops at the first that fails, for what comes after
 * could not be told. Rejects with `CANCELLED` alone.
 */
export async function testConnection(
  api: Api,
  boards: Boards,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const steps: Step[] = [];
  /** The step that is being looked at: the one that a failure belongs to. */
  let name: Step['name'] = 'address';
  const passed = (message: string): void => void steps.push({ name, ok: true, message });
  try {
    const { host } = new URL(api.address().api_origin);
    const company = await api.lookUpCompany(signal).catch((error: unknown) => {
      if (error instanceof AppError && error.details?.field === OF_THE_COMPANY) {
        passed(`The API is at ${host}.`);
        name = 'company';
      }
      throw error;
    });
    passed(`The API is at ${host}.`);

    name = 'company';
    passed([company.company_name, company.version].filter(Boolean).join(', ') || 'Found.');

    name = 'keys';
    await readSystemInfo(api, signal);
    const rights = await readAsTechnician(api, boards, signal);
    passed('ConnectWise accepts the keys and the client id.');

    name = 'rights';
    if (rights instanceof AppError) throw rights;
    passed(
      'Tickets, boards and statuses can be read. Whether notes and status changes are allowed shows with the first one.',
    );
    return { ok: true, steps };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'CANCELLED') throw error;
    steps.push({ name, ok: false, message: error.message });
    return { ok: false, steps };
  }
}

/** Some servers answer this without keys: it proves that the API is there, and nothing about them. */
async function readSystemInfo(api: Api, signal: AbortSignal): Promise<void> {
  try {
    await api.call(
      {
        operation: READ_SYSTEM_INFO,
        path: '/system/info',
        parse: (value) => (typeof value === 'object' && value !== null ? true : undefined),
        effect: 'read',
        open: true,
      },
      signal,
    );
  } catch (error) {
    // A right that only this call needs is of no importance.
    if (missingRight(error) === undefined) throw error;
  }
}

/** Reads what the work needs. A missing right is answered, not thrown: the keys were accepted then. */
async function readAsTechnician(
  api: Api,
  boards: Boards,
  signal: AbortSignal,
): Promise<AppError | null> {
  try {
    const list = await boards.list(signal);
    const [board] = list.filter(({ inactive }) => !inactive);
    await Promise.all([
      board === undefined ? null : boards.statuses(board.id, signal),
      api.call(
        {
          operation: FIND_TICKETS,
          path: '/service/tickets',
          query: { pageSize: 1 },
          parse: (value) => (Array.isArray(value) ? true : undefined),
          effect: 'read',
        },
        signal,
      ),
    ]);
    return null;
  } catch (error) {
    const refused = missingRight(error);
    if (refused === undefined) throw error;
    return refused;
  }
}

function missingRight(error: unknown): AppError | undefined {
  const isRefused = error instanceof AppError && error.details?.missing_right !== undefined;
  return isRefused ? error : undefined;
}
