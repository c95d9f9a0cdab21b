import { AppError } from '../../../shared/errors.ts';
import type { NewPsaNote, PsaNote } from '../psa.ts';
import type { Api } from './api.ts';
import { readAll } from './lists.ts';
import { addNote, readNote, readNotes } from './operation.ts';
import { type NoteRow, noteSchema, pageOf, rowOf } from './schemas.ts';
import { isoTime } from './times.ts';

export interface Notes {
  newest(ticketId: number, count: number, signal: AbortSignal): Promise<readonly PsaNote[]>;
  get(ticketId: number, noteId: number, signal: AbortSignal): Promise<PsaNote>;
  add(ticketId: number, note: NewPsaNote, signal: AbortSignal): Promise<PsaNote>;
}

/** Fewer would not show in which order they came. */
const FEWEST_ASKED = 25;
const MOST_ASKED = 1_000;

export function createNotes(api: Api): Notes {
  return {
    async newest(ticketId, count, signal) {
      const plan = {
        operation: readNotes(ticketId),
        path: `/service/tickets/${ticketId}/notes`,
        parse: pageOf(noteSchema),
        effect: 'read',
      } as const;
      const pageSize = Math.min(Math.max(count, FEWEST_ASKED), MOST_ASKED);
      const query = { orderBy: 'id desc', pageSize };
      const page = await api.call({ ...plan, query }, signal);
      // A server that does not know the order here would hand out the oldest ones for the newest.
      const isCutWrong = page.length >= pageSize && !isNewestFirst(page.rows);
      const rows = isCutWrong ? await readAll(api, plan, signal) : page.rows;
      return rows
        .toSorted((one, other) => other.id - one.id)
        .slice(0, Math.max(0, count))
        .map(toNote);
    },
    async get(ticketId, noteId, signal) {
      const row = await api.call(
        {
          operation: readNote(ticketId),
          path: `/service/tickets/${ticketId}/notes/${noteId}`,
          parse: rowOf(noteSchema),
          effect: 'read',
        },
        signal,
      );
      return toNote(row);
    },
    async add(ticketId, { text, flags, notify }, signal) {
      if (text.trim() === '') throw new AppError('INVALID_INPUT', 'The note is empty.');
      if (!flags.discussion && !flags.internal && !flags.resolution) {
        throw new AppError('INVALID_INPUT', 'The note has no place on the ticket to stand in.');
      }
      const row = await api.call(
        {
          operation: addNote(ticketId),
          path: `/service/tickets/${ticketId}/notes`,
          // Nothing more: the other flags mean something else than their names say, and unknown
          // members are refused.
          body: {
            text,
            detailDescriptionFlag: flags.discussion,
            internalAnalysisFlag: flags.internal,
            resolutionFlag: flags.resolution,
            processNotifications: notify,
          },
          parse: rowOf(noteSchema),
          effect: 'create',
        },
        signal,
      );
      return toNote(row);
    },
  };
}

function isNewestFirst(rows: readonly NoteRow[]): boolean {
  return rows.every((row, index) => row.id <= (rows[index - 1]?.id ?? row.id));
}

/** `internalFlag` and `externalFlag` tell nothing reliable, so they are not read either. */
function toNote(row: NoteRow): PsaNote {
  const { member, contact, _info } = row;
  return {
    id: row.id,
    text: row.text ?? '',
    flags: {
      discussion: row.detailDescriptionFlag === true,
      internal: row.internalAnalysisFlag === true,
      resolution: row.resolutionFlag === true,
    },
    author: member?.name || member?.identifier || contact?.name || row.createdBy || null,
    by_customer: Boolean(contact) && !member,
    created_at: isoTime(row.dateCreated) ?? isoTime(_info?.dateEntered),
  };
}
