import type { BoardRow, CompanyRow, ContactRow, MemberRow, NoteRow, Seed } from './rows.ts';
import { seedTickets } from './seed-tickets.ts';

/** Two boards whose statuses have the same names and other ids, as they do on real servers. */
const boards: readonly BoardRow[] = [
  {
    id: 1,
    name: 'Service Desk',
    inactive: false,
    project: false,
    statuses: [
      { id: 16, name: 'New', inactive: false, closed: false },
      { id: 17, name: 'In Progress', inactive: false, closed: false },
      { id: 18, name: 'Waiting', inactive: false, closed: false },
      { id: 19, name: 'Completed', inactive: false, closed: true },
      { id: 20, name: 'Escalated', inactive: false, closed: false },
      { id: 21, name: 'Assigned (old)', inactive: true, closed: false },
    ],
  },
  {
    id: 2,
    name: 'Projects',
    inactive: false,
    project: true,
    statuses: [
      { id: 31, name: 'New', inactive: false, closed: false },
      { id: 32, name: 'In Progress', inactive: false, closed: false },
      { id: 33, name: 'Completed', inactive: false, closed: true },
    ],
  },
];

const companies: readonly CompanyRow[] = [
  { id: 250, identifier: 'NorthgateDental', name: 'Northgate Dental' },
  { id: 251, identifier: 'HarborLaw', name: 'Harbor & Finch Law' },
  { id: 252, identifier: 'AlderMfg', name: 'Alder Manufacturing' },
];

const contacts: readonly ContactRow[] = [
  { id: 801, name: 'Maria Lopez', company_id: 250, email: 'maria.lopez@northgate.example' },
  { id: 802, name: 'Owen Finch', company_id: 251, email: 'owen.finch@harborlaw.example' },
  { id: 803, name: 'Priya Nair', company_id: 252, email: 'priya.nair@alder.example' },
];

/** The first one owns the key unless the options say otherwise. */
const members: readonly MemberRow[] = [
  { id: 150, identifier: 'tkessler', name: 'Tom Kessler' },
  { id: 151, identifier: 'jwhite', name: 'Jordan White' },
  { id: 152, identifier: 'dispatch', name: 'Dispatch' },
];

const notes: readonly NoteRow[] = [
  {
    id: 9001,
    ticket_id: 48213,
    text: 'Since this morning Outlook on the front desk workstation asks for the password every few minutes. Mail on the phone works.',
    flags: { discussion: true, internal: false, resolution: false },
    author: 'Maria Lopez',
    by_customer: true,
    created_at: '2026-11-20T07:42:10Z',
  },
  {
    id: 9002,
    ticket_id: 48213,
    text: 'Mailbox was in the migration batch of Friday evening.\n\nCalling back at ten.',
    flags: { discussion: false, internal: true, resolution: false },
    author: 'dispatch',
    by_customer: false,
    created_at: '2026-11-20T08:03:55Z',
  },
  {
    id: 9003,
    ticket_id: 48230,
    text: 'Scan to folder fails with "cannot connect" on the second floor copier.',
    flags: { discussion: true, internal: false, resolution: false },
    author: 'Priya Nair',
    by_customer: true,
    created_at: '2026-11-20T09:15:31Z',
  },
];

/** A small MSP on an ordinary morning. */
export const seed: Seed = {
  boards,
  companies,
  contacts,
  members,
  tickets: seedTickets,
  notes,
  configurations: [],
};
