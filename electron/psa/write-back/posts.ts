import { noteReference } from '../../../shared/domain/note-reference.ts';
import type { OutboxItem } from '../../../shared/domain/posting.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { AppError } from '../../../shared/errors.ts';
import type { FixedIntent, Intent } from '../../sessions/index.ts';
import { noteDigest } from '../digest.ts';
import { requireAsShown } from './as-shown.ts';
import { type ConfirmedNote, type ConfirmOptions, confirm, type NoteToPost } from './confirm.ts';
import type { Desk } from './desk.ts';
import { cancelIntent } from './linked.ts';
import { bodyDigest, bodyOf, flagsOf } from './note-text.ts';
import { toItem } from './outbox-items.ts';
import { asAppError, type Posted, type Run, ticketName } from './run.ts';
import { ticketIdOf } from './session-ticket.ts';
import { isUnsent } from './stages.ts';
import { postPrepared, readForPosting } from './steps.ts';
import {
  asItWas,
  learned,
  newestOf,
  requireAccepting,
  type TicketRead,
  targetFor,
} from './ticket.ts';
import { NOTE_NAMES } from './words.ts';

interface Posts {
  post(note: NoteToPost): Promise<Posted>;
  queue(note: NoteToPost): Promise<OutboxItem>;
}

/** A confirmed note: posted, kept on this machine, or queued. */
export function createPosts(desk: Desk, options: ConfirmOptions): Posts {
  const { store, inTurn, seen } = desk;

  /** Nothing is touched where the session is closed, or a note of it is out. */
  function requirePostable(sessionId: number): Session {
    const session = store().sessions.get(sessionId);
    if (session.state !== 'active') throw alreadyClosed(session);
    const open = store().intents.findOpen(sessionId);
    if (open !== undefined && !isUnsent(open.stage)) throw underWay(open);
    return session;
  }

  /** Within a transaction: another note was confirmed in its place. */
  function dropUnsent(sessionId: number): void {
    const open = store().intents.findOpen(sessionId);
    if (open !== undefined) cancelIntent(desk, open, 'Another note was confirmed in its place.');
  }

  function postLocally(note: NoteToPost, confirmed: ConfirmedNote): Posted {
    const { session_id, kind, markdown } = note;
    const { audit, override_reason: _, ...generated } = confirmed;
    const { session, write_back } = store().transaction(() => {
      dropUnsent(session_id);
      return store().write_backs.closeLocally({
        session_id,
        kind,
        markdown,
        digest: noteDigest(markdown),
        ...generated,
        audit: [
          ...audit,
          {
            step: kind === 'resolve' ? 'resolved_locally' : 'escalated_locally',
            detail: 'The note is kept on this machine. Nothing was sent.',
          },
        ],
      });
    });
    return { outcome: write_back.outcome, session, write_back, warnings: [] };
  }

  async function readOrTell(
    run: Run,
    intent: FixedIntent,
    confirmed: ConfirmedNote,
    shown: NoteToPost['shown'],
  ) {
    try {
      const read = await readForPosting(run, intent, { canQueue: true });
      seen.keep(intent.psa_identity, read);
      requireAsShown(shown, intent, targetFor(run.rules, intent.kind, read.ticket.board).target);
      return read;
    } catch (failure) {
      const { message: detail } = asAppError(failure);
      const { session_id } = intent;
      for (const line of [...confirmed.audit, { step: 'not_sent', detail }]) {
        store().audit.add({ session_id, write_back_id: null, ...line });
      }
      throw failure;
    }
  }

  function writeDown(
    run: Run,
    fixed: FixedIntent,
    audit: ConfirmedNote['audit'],
    read: TicketRead,
  ) {
    return store().transaction(() => {
      dropUnsent(fixed.session_id);
      const { kind, reference } = fixed;
      const facts = learned(run.rules, kind, read);
      const { target, newest_note_id } = facts;
      const { board, status } = read.ticket;
      return store().intents.add(
        { ...fixed, ...facts, note_id: null, problem: null, stage: 'prepared' },
        [
          ...audit,
          {
            step: 'prepared',
            detail: `Written down: ${NOTE_NAMES[kind]} for ${ticketName(fixed.ticket_id)} (${board.name}, ${status.name}; newest note ${newest_note_id}), Ref: ${reference}, ${target === null ? 'the status stays' : `then status ${target.name}`}.`,
          },
        ],
      );
    });
  }

  return {
    async post(note) {
      requirePostable(note.session_id);
      return inTurn(note.session_id, async () => {
        const confirmed = await confirm(options, note);
        const run = await desk.connect();
        const ticketId = ticketIdOf(requirePostable(note.session_id));
        requireDestination(note, run !== null && ticketId !== null);
        if (run === null || ticketId === null) return postLocally(note, confirmed);

        const fixed = fixedIntent(run, note, confirmed, ticketId);
        const read = await readOrTell(run, fixed, confirmed, note.shown);
        return postPrepared(run, writeDown(run, fixed, confirmed.audit, read), read);
      });
    },

    async queue(note) {
      requirePostable(note.session_id);
      return inTurn(note.session_id, async () => {
        const confirmed = await confirm(options, note);
        const run = await desk.requireConnection();
        const ticketId = ticketIdOf(requirePostable(note.session_id));
        if (ticketId === null) {
          throw new AppError(
            'INVALID_INPUT',
            'This session has no ticket, so there is nothing to wait for. Post the note: it stays on this machine.',
          );
        }
        const last = seen.last(run.psa.identity, ticketId);
        if (last !== undefined) requireAccepting(last.ticket);
        const { target = null, target_skipped_reason = null } =
          last === undefined ? {} : targetFor(run.rules, note.kind, last.ticket.board);
        const name = ticketName(ticketId);
        const fixed = fixedIntent(run, note, confirmed, ticketId);
        requireAsShown(note.shown, fixed, target);
        const intent = store().transaction(() => {
          dropUnsent(note.session_id);
          return store().intents.add(
            {
              ...fixed,
              ...{ target, target_skipped_reason },
              ticket: last === undefined ? null : asItWas(last.ticket),
              newest_note_id: last === undefined ? null : newestOf(last.notes),
              note_id: null,
              problem: null,
              stage: 'queued',
            },
            [
              ...confirmed.audit,
              {
                step: 'queued',
                detail: `Queued for ${name}: sent when the network is back, if the ticket is as it was.`,
              },
            ],
          );
        });
        return toItem(store(), intent, false);
      });
    },
  };
}

function fixedIntent(
  { psa, rules }: Run,
  { session_id, kind, markdown, notify }: NoteToPost,
  { draft_markdown, draft_origin, sent, override_reason }: ConfirmedNote,
  ticket_id: number,
): FixedIntent {
  const reference = noteReference(session_id, kind, ticket_id);
  const body = bodyOf(markdown, reference);
  return {
    session_id,
    kind,
    psa_identity: psa.identity,
    ticket_id,
    markdown,
    body,
    body_digest: bodyDigest(body),
    reference,
    override_reason,
    draft_markdown,
    draft_origin,
    sent,
    flags: flagsOf(kind, rules.discussion_too),
    notify: notify ?? rules.notify,
  };
}

/** The consequence that stood on the button is the one that follows, or none does. */
function requireDestination({ destination: said, shown }: NoteToPost, toTicket: boolean): void {
  const destination = said ?? (shown === undefined ? undefined : 'ticket');
  if (destination === undefined || (destination === 'ticket') === toTicket) return;
  throw toTicket
    ? new AppError(
        'CONFLICT',
        'The note would go to the ticket now, and not stay on this machine as the button said. Nothing was done. Look at the button, then confirm again.',
      )
    : new AppError(
        'NOT_CONFIGURED',
        'The note cannot go to the ticket: ConnectWise is not set up, or its keys are gone. Nothing was done. See Settings → ConnectWise.',
      );
}

function alreadyClosed(session: Session): AppError {
  return new AppError(
    'CONFLICT',
    `This session is ${session.state} already. Its note was kept; nothing was posted again.`,
    { state: session.state, closed_at: session.closed_at },
  );
}

function underWay({ kind, ticket_id, note_id, stage, problem }: Intent): AppError {
  const where =
    note_id === null
      ? `was sent to ${ticketName(ticket_id)}, and it is not certain that it arrived`
      : `is on ${ticketName(ticket_id)} already (note ${note_id})`;
  return new AppError(
    'CONFLICT',
    `The ${NOTE_NAMES[kind]} of this session ${where}; that posting is not finished. Nothing was sent now. Finish it first: try again, or decide what becomes of it.`,
    { stage, problem },
  );
}
