import type { PsaBoard, PsaStatus } from '../psa.ts';
import type { Api } from './api.ts';
import { readAll } from './lists.ts';
import { LIST_BOARDS, listStatuses } from './operation.ts';
import { boardSchema, named, pageOf, statusSchema } from './schemas.ts';

/** The statuses of a board are few and change rarely. */
const KEPT_MILLISECONDS = 5 * 60_000;

export interface Boards {
  /** Those that service tickets are on; project boards are not. */
  list(signal: AbortSignal): Promise<readonly PsaBoard[]>;
  /** Every status belongs to one board, whatever its name; kept for some minutes. */
  statuses(boardId: number, signal: AbortSignal): Promise<readonly PsaStatus[]>;
  /** Whether a status closes the ticket, as far as it was read before. */
  closes(statusId: number): boolean | null;
  /** What was kept has proved wrong. */
  forgetStatuses(): void;
}

export function createBoards(api: Api, now: () => number): Boards {
  const kept = new Map<number, { readonly until: number; readonly list: readonly PsaStatus[] }>();

  return {
    async list(signal) {
      const rows = await readAll(
        api,
        {
          operation: LIST_BOARDS,
          path: '/service/boards',
          parse: pageOf(boardSchema),
          effect: 'read',
        },
        signal,
      );
      return rows
        .filter(({ projectFlag }) => projectFlag !== true)
        .map((row) => ({ ...named(row), inactive: row.inactiveFlag === true }));
    },
    async statuses(boardId, signal) {
      const known = kept.get(boardId);
      if (known !== undefined && now() < known.until) return known.list;
      const rows = await readAll(
        api,
        {
          operation: listStatuses(boardId),
          path: `/service/boards/${boardId}/statuses`,
          parse: pageOf(statusSchema),
          effect: 'read',
        },
        signal,
      );
      const list = rows
        .toSorted((one, other) => (one.sortOrder ?? 0) - (other.sortOrder ?? 0))
        .map((row) => ({
          ...named(row),
          inactive: row.inactive === true,
          closed: row.closedStatus === true,
        }));
      kept.set(boardId, { until: now() + KEPT_MILLISECONDS, list });
      return list;
    },
    closes(statusId) {
      const all = [...kept.values()].flatMap(({ list }) => list);
      return all.find(({ id }) => id === statusId)?.closed ?? null;
    },
    forgetStatuses: () => kept.clear(),
  };
}
