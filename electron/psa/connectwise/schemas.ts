import { z } from 'zod';
import type { PsaReference } from '../psa.ts';

/*
 * Only what is used, and of that only the ids are insisted on: live answers hold nulls where the
 * vendor's own description allows none, and new fields are no breaking change to the vendor.
 */

const id = z.number().int().positive();
const text = z.string().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);

const reference = z.object({ id, name: text, identifier: text }).nullish().catch(null);
const info = z
  .object({ lastUpdated: text, updatedBy: text, dateEntered: text, enteredBy: text })
  .nullish()
  .catch(null);

export const ticketSchema = z.object({
  id,
  summary: text,
  recordType: text,
  board: reference,
  status: reference,
  company: reference,
  contact: reference,
  contactName: text,
  priority: reference,
  owner: reference,
  resources: text,
  closedFlag: flag,
  mergedParentTicket: z.object({ id }).nullish().catch(null),
  _info: info,
});
export type TicketRow = z.infer<typeof ticketSchema>;

export const noteSchema = z.object({
  id,
  ticketId: z.number().nullish().catch(null),
  text,
  detailDescriptionFlag: flag,
  internalAnalysisFlag: flag,
  resolutionFlag: flag,
  member: z.object({ name: text, identifier: text }).nullish().catch(null),
  contact: z.object({ name: text }).nullish().catch(null),
  dateCreated: text,
  createdBy: text,
  _info: info,
});
export type NoteRow = z.infer<typeof noteSchema>;

export const boardSchema = z.object({ id, name: text, inactiveFlag: flag, projectFlag: flag });

export const statusSchema = z.object({
  id,
  name: text,
  sortOrder: z.number().nullish().catch(null),
  inactive: flag,
  closedStatus: flag,
});

export const configurationReferenceSchema = z.object({ id });

export const configurationSchema = z.object({
  id,
  name: text,
  type: z.object({ name: text }).nullish().catch(null),
});

/** One row. Some calls answer with a list even for one record. */
export function rowOf<T>(schema: z.ZodType<T>): (value: unknown) => T | undefined {
  return (value) => {
    const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    return schema.safeParse(one).data;
  };
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** As many as ConnectWise sent: what cannot be read is left out of the rows, but counts here. */
  readonly length: number;
}

/** A page of rows. One that cannot be read does not take the others with it. */
export function pageOf<T>(schema: z.ZodType<T>): (value: unknown) => Page<T> | undefined {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const rows = value.flatMap((one) => {
      const { success, data } = schema.safeParse(one);
      return success ? [data] : [];
    });
    return { rows, length: value.length };
  };
}

interface Named {
  readonly id: number;
  readonly name?: string | null | undefined;
}

/** A reference by the name that people know; by its number where it came without one. */
export function named({ id: number, name }: Named): PsaReference {
  return { id: number, name: name?.trim() || `#${number}` };
}
