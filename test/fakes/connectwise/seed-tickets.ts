import type { TicketRow } from './rows.ts';

/** A new one on the service desk, of the first company. */
export const usualTicket: Omit<TicketRow, 'id' | 'summary'> = {
  record_type: 'ServiceTicket',
  board_id: 1,
  status_id: 16,
  company_id: 250,
  contact_id: 801,
  owner_id: null,
  resources: null,
  priority: { id: 8, name: 'Priority 3 - Medium' },
  merged_into: null,
  entered_at: '2026-11-20T07:30:00Z',
  last_updated: '2026-11-20T08:10:00Z',
  updated_by: 'dispatch',
};

const mine = { owner_id: 150, resources: 'tkessler' };
const law = { company_id: 251, contact_id: 802 };
const factory = { company_id: 252, contact_id: 803 };
const high = { priority: { id: 6, name: 'Priority 1 - Critical' } };

/** Twelve tickets; 48214 is merged into 48213, 48198 is closed, 48300 belongs to a project. */
export const seedTickets: readonly TicketRow[] = [
  {
    ...usualTicket,
    ...mine,
    id: 48213,
    status_id: 17,
    summary: 'Outlook asks for a password after the mailbox migration',
  },
  {
    ...usualTicket,
    id: 48214,
    summary: 'RE: Outlook password pop-up again at the front desk',
    merged_into: 48213,
  },
  {
    ...usualTicket,
    ...mine,
    ...factory,
    id: 48230,
    status_id: 17,
    summary: 'Scan to folder stopped working on the second floor copier',
  },
  {
    ...usualTicket,
    ...law,
    id: 48198,
    status_id: 19,
    summary: 'Shared calendar missing on phone',
  },
  {
    ...usualTicket,
    ...law,
    ...high,
    ...mine,
    id: 48241,
    status_id: 18,
    summary: 'VPN drops every 20 minutes for home users',
  },
  {
    ...usualTicket,
    ...factory,
    ...high,
    id: 48244,
    owner_id: 151,
    resources: 'jwhite, tkessler',
    summary: 'Nightly backup of ALD-SQL01 failed: not enough snapshot space',
  },
  { ...usualTicket, id: 48245, summary: 'New starter on Monday: account, licence and laptop' },
  {
    ...usualTicket,
    ...law,
    id: 48247,
    owner_id: 151,
    resources: 'jwhite',
    summary: 'MFA prompt loops after new phone',
  },
  {
    ...usualTicket,
    ...factory,
    id: 48250,
    contact_id: null,
    summary: 'Alert: RDS02 disk C: 97 % full',
  },
  { ...usualTicket, id: 48252, summary: 'Label printer prints blank labels "since the update"' },
  {
    ...usualTicket,
    ...law,
    id: 48220,
    status_id: 20,
    summary: 'Mail to one client bounces with 550 5.7.1',
  },
  {
    ...usualTicket,
    ...factory,
    id: 48300,
    record_type: 'ProjectTicket',
    board_id: 2,
    status_id: 32,
    summary: 'Phase 2: move file shares to SharePoint',
  },
];
