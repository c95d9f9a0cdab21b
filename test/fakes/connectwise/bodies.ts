import type {
  BoardRow,
  ConfigurationRow,
  ContactRow,
  MemberRow,
  NoteRow,
  StatusRow,
  TicketRow,
} from './rows.ts';
import type { State } from './state.ts';

export type Body = Record<string, unknown>;

/** A ticket as GET and PATCH answer it, nulls included that the specification does not know. */
export function ticketBody(state: State, row: TicketRow): Body {
  const status = state.status(row);
  const board = state.board(row.board_id);
  const company = state.companies.find(({ id }) => id === row.company_id);
  const contact = state.contacts.find(({ id }) => id === row.contact_id);
  const owner = state.members.find(({ id }) => id === row.owner_id);
  const children = [...state.tickets.values()].filter(({ merged_into }) => merged_into === row.id);
  const parent = row.merged_into === null ? undefined : state.ticket(row.merged_into);
  return {
    id: row.id,
    summary: row.summary,
    recordType: row.record_type,
    board: { id: board.id, name: board.name, _info: { board_href: href(`boards/${board.id}`) } },
    status: {
      id: status.id,
      name: status.name,
      sort: state.board(board.id).statuses.indexOf(status),
    },
    company: company
      ? { id: company.id, identifier: company.identifier, name: company.name }
      : null,
    site: null,
    siteName: null,
    contact: contact ? { id: contact.id, name: contact.name } : null,
    contactName: contact?.name ?? null,
    contactEmailAddress: contact?.email ?? null,
    type: { id: 12, name: 'Incident' },
    subType: null,
    item: null,
    team: { id: 25, name: 'Service Team' },
    owner: owner ? memberReference(owner) : null,
    priority: { ...row.priority, sort: row.priority.id },
    agreement: null,
    severity: 'Medium',
    impact: 'Medium',
    customerUpdatedFlag: false,
    processNotifications: true,
    closedFlag: status.closed,
    closedDate: status.closed ? row.last_updated : null,
    closedBy: status.closed ? row.updated_by : null,
    resources: row.resources,
    parentTicketId: parent?.id ?? null,
    hasChildTicket: children.length > 0,
    hasMergedChildTicketFlag: children.length > 0,
    mergedParentTicket: parent ? { id: parent.id, summary: parent.summary } : null,
    customFields: null,
    _info: {
      lastUpdated: row.last_updated,
      updatedBy: row.updated_by,
      dateEntered: row.entered_at,
      enteredBy: 'dispatch',
      notes_href: href(`tickets/${row.id}/notes`),
    },
  };
}

/**
 * A note. `internalFlag` and `externalFlag` say nothing about it: both true in the answer to the POST,
 * null ever after.
 */
export function noteBody(state: State, row: NoteRow, created: boolean): Body {
  const member = state.members.find(({ identifier }) => identifier === row.author);
  const contact = state.contacts.find(({ name }) => row.by_customer && name === row.author);
  return {
    id: row.id,
    ticketId: row.ticket_id,
    text: row.text,
    detailDescriptionFlag: row.flags.discussion,
    internalAnalysisFlag: row.flags.internal,
    resolutionFlag: row.flags.resolution,
    issueFlag: false,
    member: member ? memberReference(member) : null,
    contact: contact ? { id: contact.id, name: contact.name } : null,
    customerUpdatedFlag: row.by_customer,
    processNotifications: null,
    dateCreated: row.created_at,
    createdBy: row.author,
    internalFlag: created ? true : null,
    externalFlag: created ? true : null,
    sentimentScore: null,
    _info: { lastUpdated: row.created_at, updatedBy: row.author },
  };
}

export function boardBody(row: BoardRow): Body {
  return {
    id: row.id,
    name: row.name,
    location: { id: 11, name: 'Main Office' },
    department: { id: 10, identifier: 'Services', name: 'Professional Services' },
    inactiveFlag: row.inactive,
    projectFlag: row.project,
    discussionsLockedFlag: false,
    timeEntryLockedFlag: false,
    autoCloseStatus: null,
    emailConnectorReopenStatus: null,
    _info: { lastUpdated: '2025-02-03T10:00:00Z', updatedBy: 'dispatch' },
  };
}

export function statusBody(board: BoardRow, row: StatusRow): Body {
  const place = board.statuses.indexOf(row);
  return {
    id: row.id,
    name: row.name,
    board: { id: board.id, name: board.name },
    sortOrder: place,
    displayOnBoard: !row.closed,
    inactive: row.inactive,
    closedStatus: row.closed,
    timeEntryNotAllowed: false,
    defaultFlag: place === 0,
    escalationStatus: row.closed ? 'Resolved' : 'NotResponded',
    customerPortalDescription: row.name,
    customerPortalFlag: true,
    emailTemplate: null,
    _info: { lastUpdated: '2025-02-03T10:00:00Z', updatedBy: 'dispatch' },
  };
}

export function configurationReference({ id }: ConfigurationRow): Body {
  return { id, deviceIdentifier: `${id * 7}`, _info: {} };
}

export function configurationBody({ id, name, type }: ConfigurationRow): Body {
  return { id, name, type, serialNumber: null, macAddress: null, activeFlag: true, _info: {} };
}

export function companyBody({ id, identifier, name }: State['companies'][number]): Body {
  return { id, identifier, name, phoneNumber: null, _info: {} };
}

export function contactBody(state: State, row: ContactRow): Body {
  const [firstName, lastName] = row.name.split(' ');
  const company = state.companies.find(({ id }) => id === row.company_id);
  return {
    id: row.id,
    firstName,
    lastName,
    company: company
      ? { id: company.id, identifier: company.identifier, name: company.name }
      : null,
    inactiveFlag: false,
    communicationItems: [{ id: row.id * 10, communicationType: 'Email', value: row.email }],
    _info: {},
  };
}

export function memberBody(row: MemberRow): Body {
  const [firstName, lastName = null] = row.name.split(' ');
  return {
    id: row.id,
    identifier: row.identifier,
    firstName,
    lastName,
    fullName: row.name,
    defaultEmail: null,
    licenseClass: 'F',
    inactiveFlag: false,
    _info: {},
  };
}

function memberReference({ id, identifier, name }: MemberRow): Body {
  return { id, identifier, name };
}

/** Links of a host that is not this one: nothing may follow them. */
function href(path: string): string {
  return `https://api-na.myconnectwise.net/v4_6_release/apis/3.0/service/${path}`;
}
