import type { PsaTicket } from '../psa.ts';
import { named, type TicketRow } from './schemas.ts';
import { isoTime } from './times.ts';

/**
 * A ticket as the app sees it; undefined where the row lacks board or status, for then nothing could
 * be verified by it. `recordType` is what it is where the row does not say it itself.
 */
export function toTicket(row: TicketRow, recordType: string): PsaTicket | undefined {
  const { board, status, company, contact, priority, owner } = row;
  if (!board || !status) return undefined;
  return {
    id: row.id,
    summary: row.summary ?? '',
    board: named(board),
    status: named(status),
    company: company ? named(company) : null,
    contact: contact?.name || row.contactName || null,
    priority: priority ? named(priority) : null,
    owner: owner?.name || owner?.identifier || null,
    closed: row.closedFlag === true,
    refusal: refusalOf(row, row.recordType ?? recordType),
    last_updated: isoTime(row._info?.lastUpdated),
  };
}

/** Why notes must not go to a ticket. */
function refusalOf(row: TicketRow, recordType: string): string | null {
  if (row.mergedParentTicket) {
    const parent = row.mergedParentTicket.id;
    return `Ticket #${row.id} is merged into #${parent} and follows it. Link #${parent} instead.`;
  }
  if (recordType !== 'ServiceTicket') {
    return `#${row.id} is a project ticket. Notes can be posted to service tickets only.`;
  }
  return null;
}
