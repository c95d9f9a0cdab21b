import type { StatusChangedLater } from '../../../shared/domain/posting.ts';
import type { PsaReference } from '../psa.ts';
import { asAppError, isStopped, type Posted, type Run, ticketName } from './run.ts';

/** Workflow rules act a moment after the save. */
const AFTER_MILLISECONDS = 4_000;

/**
 * Looks at the status once more, some seconds after the session was closed. What it finds goes into the
 * audit trail; another status is told. Never rejects.
 */
export async function lookLater(
  run: Run,
  { write_back }: Posted,
  ticketId: number,
  wanted: PsaReference,
): Promise<StatusChangedLater | null> {
  const { session_id, id: write_back_id } = write_back;
  const write = (step: string, detail: string) =>
    void run.store().audit.add({ session_id, write_back_id, step, detail });
  try {
    await run.sleep(AFTER_MILLISECONDS, run.signal);
    const { status } = await run.psa.getTicket(ticketId, run.signal);
    if (status.id === wanted.id) {
      write('second_look', `Some seconds later the status is still ${wanted.name}.`);
      return null;
    }
    const words = `The status of ${ticketName(ticketId)} was ${wanted.name} when the session was closed, and is ${status.name} now: a workflow rule or a person has changed it. Open the ticket and look.`;
    write('status_changed_later', words);
    return { session_id, ticket_id: ticketId, wanted: wanted.name, actual: status.name, words };
  } catch (failure) {
    if (isStopped(run)) return null;
    try {
      const { message } = asAppError(failure);
      write('second_look_failed', `The status could not be looked at a second time. ${message}`);
    } catch {
      // The store is closed; nothing depends on this line.
    }
    return null;
  }
}
