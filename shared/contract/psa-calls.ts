import { z } from 'zod';
import {
  connectionReportSchema,
  psaBoardSchema,
  psaNoteSchema,
  psaStatusSchema,
  psaTicketSchema,
} from '../domain/psa.ts';
import { idSchema, sessionSchema } from '../domain/session.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

/** A key as it is pasted: the white space that came along is dropped. It goes in and never comes back out. */
const key = (name: string) =>
  z
    .string()
    .max(LIMITS.api_key, `This is too long for a ${name} key. Copy the key alone.`)
    .transform((raw) => raw.replace(/\s+/g, ''))
    .refine((text) => text !== '', `Paste the ${name} key first.`);

const ticketId = z.int().positive();

export const psaCalls = {
  'psa.status': call({
    summary: 'Whether ConnectWise is set up, what is missing, and where the keys are kept.',
    input: z.object({}),
    output: psaStatusSchema,
  }),
  'psa.setKeys': call({
    summary: 'Keeps the public and private key in the keychain; replaces those before.',
    input: z.object({ public_key: key('public'), private_key: key('private') }),
    output: psaStatusSchema,
    verbatim: true,
  }),
  'psa.removeKeys': call({
    summary: 'Removes the ConnectWise keys.',
    input: z.object({}),
    output: psaStatusSchema,
  }),
  'psa.test': call({
    summary: 'Tells address, company, keys and rights apart, and names the fix of what is wrong.',
    input: z.object({}),
    output: connectionReportSchema,
    cancellable: true,
  }),
  'psa.boards': call({
    summary: 'The service boards with their statuses, for choosing what a ticket is set to.',
    input: z.object({}),
    output: z.array(psaBoardSchema),
    cancellable: true,
  }),
  'psa.findTickets': call({
    summary: 'Open tickets by number or words; without a query, my own first.',
    input: z.object({ query: z.string().max(LIMITS.search).default('') }),
    output: z.array(psaTicketSchema),
    cancellable: true,
  }),
  'psa.ticket': call({
    summary: 'A ticket as it stands now, with its newest notes.',
    input: z.object({ ticket_id: ticketId }),
    output: z.object({ ticket: psaTicketSchema, notes: z.array(psaNoteSchema) }),
    cancellable: true,
  }),
  'psa.link': call({
    summary: 'Links a session to a ticket, after a look that notes may go there.',
    input: z.object({ session_id: idSchema, ticket_id: ticketId }),
    output: z.object({ session: sessionSchema, ticket: psaTicketSchema }),
  }),
  'psa.openTicket': call({
    summary: 'Opens a ticket in the browser.',
    input: z.object({ ticket_id: ticketId }),
    output: z.object({ opened: z.boolean() }),
  }),
};
