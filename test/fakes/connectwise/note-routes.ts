import { type Answer, answer, errorAnswer, invalidNote, notFound } from './answers.ts';
import { type Body, noteBody } from './bodies.ts';
import { type Effect, effectOf } from './faults.ts';
import { listAnswer, narrowed } from './lists.ts';
import { numberAt, type Route, type RouteContext } from './route.ts';
import type { NoteFlags, NoteRow } from './rows.ts';
import { schemaCheck } from './schema-check.ts';

/** What a condition or an order on notes may name. */
const FIELDS: readonly string[] = [
  'id',
  'dateCreated',
  'createdBy',
  'detailDescriptionFlag',
  'internalAnalysisFlag',
  'resolutionFlag',
];

/** The server takes these; a client of ours never sends them. */
const NEVER_SENT: readonly string[] = ['internalFlag', 'externalFlag', 'customerUpdatedFlag'];

/** The notes of a service ticket. */
export const noteRoutes: readonly Route[] = [
  {
    step: 'listNotes',
    method: 'GET',
    path: /^\/service\/tickets\/(\d+)\/notes$/,
    of_ticket: true,
    list: true,
    serve(context) {
      const { state, list } = context;
      if (!hasTicket(context)) return notFound('Ticket');
      const bodies = notesOf(context).map((row) => noteBody(state, row, false));
      return listAnswer(bodies, 'ServiceNote', FIELDS, list);
    },
  },
  {
    step: 'getNote',
    method: 'GET',
    path: /^\/service\/tickets\/(\d+)\/notes\/(\d+)$/,
    of_ticket: true,
    serve(context) {
      const row = notesOf(context).find(({ id }) => id === numberAt(context, 1));
      if (row === undefined) return notFound('Note');
      const body = noteBody(context.state, row, false);
      return answer(200, 'ServiceNote', narrowed(body, context.list.query));
    },
  },
  {
    step: 'postNote',
    method: 'POST',
    path: /^\/service\/tickets\/(\d+)\/notes$/,
    of_ticket: true,
    check(body) {
      const fault = schemaCheck().fault('ServiceNoteCreate', body);
      const sent = NEVER_SENT.filter((field) => field in bodyOf(body));
      return fault ?? (sent.length > 0 ? `${sent.join(', ')} must not be sent` : null);
    },
    serve(context) {
      const { state, effects, key_member } = context;
      if (!hasTicket(context)) return notFound('Ticket');
      const refusal = refused(context.body);
      if (refusal) return refusal;
      const body = bodyOf(context.body);
      const row = state.addNote({
        ticket_id: numberAt(context, 0),
        text: storedText(effects, String(body.text)),
        flags: { ...flagsOf(body), ...effectOf(effects, 'flags-stored')?.flags },
        author: key_member,
        by_customer: false,
      });
      return answer(201, 'ServiceNote', noteBody(state, row, true));
    },
  },
];

/** The server's own words for a body that it does not take. */
function refused(sent: unknown): Answer | undefined {
  const body = bodyOf(sent);
  if (typeof body.text !== 'string' || body.text === '') {
    return invalidNote('MissingField', 'The text field is required.', 'text');
  }
  const flags = flagsOf(body);
  if (!flags.discussion && !flags.internal && !flags.resolution) {
    return invalidNote(
      'InvalidField',
      'You must choose where to display the notes: detailDescriptionFlag, internalAnalysisFlag, resolutionFlag.',
      'detailDescriptionFlag',
    );
  }
  if (schemaCheck().fault('ServiceNoteCreate', sent) === null) return undefined;
  return errorAnswer(
    400,
    'InvalidObject',
    "Could not find member on object of type 'ServiceNote'. Please check your accept header.",
  );
}

function storedText(effects: readonly Effect[], text: string): string {
  const folded = effectOf(effects, 'newlines-folded') ? text.replace(/\r?\n/g, ' ') : text;
  const trimmed = effectOf(effects, 'text-trimmed');
  return trimmed ? folded.slice(0, trimmed.length) : folded;
}

function flagsOf(body: Body): NoteFlags {
  return {
    discussion: body.detailDescriptionFlag === true,
    internal: body.internalAnalysisFlag === true,
    resolution: body.resolutionFlag === true,
  };
}

function bodyOf(body: unknown): Body {
  return typeof body === 'object' && body !== null ? (body as Body) : {};
}

function hasTicket(context: RouteContext): boolean {
  return context.state.tickets.get(numberAt(context, 0))?.record_type === 'ServiceTicket';
}

function notesOf(context: RouteContext): NoteRow[] {
  const ticketId = numberAt(context, 0);
  return context.state.notes.filter(({ ticket_id }) => ticket_id === ticketId);
}
