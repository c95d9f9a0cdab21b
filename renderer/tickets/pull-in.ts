import type { CallOutput } from '../../shared/contract/index.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import { LIMITS } from '../../shared/limits.ts';
import { ticketName } from './ticket-words.ts';

/** A ticket with its newest notes, as it was read. */
export type TicketRead = CallOutput<'psa.ticket'>;
export type TicketNote = TicketRead['notes'][number];

/** So many notes are shown at most: with that many, the oldest shown need not be the first there is. */
const NOTES_SHOWN = 15;

/** Something of a ticket that can be taken into a session, once the technician ticks it. */
export interface PullEntry {
  readonly key: string;
  /** `Description by Maria Lopez`, `Note of 18 Nov by dispatch`; kept as the source of the fact. */
  readonly source: string;
  readonly text: string;
  /** Customers do not see it. */
  readonly internal: boolean;
  /** How the problem was first described, as far as the ticket says. */
  readonly describes: boolean;
}

/** What is there to be pulled in: the summary, then the notes, oldest first. */
export function pullEntries(
  ticket: PsaTicketShown,
  notes: readonly TicketNote[],
): readonly PullEntry[] {
  const oldestFirst = notes.toSorted((left, right) => left.id - right.id);
  const first = notes.length < NOTES_SHOWN ? oldestFirst.find(({ internal }) => !internal) : null;
  const entries = oldestFirst
    .map((note) => ({
      key: `note-${note.id}`,
      source: note === first ? `Description${by(note)}` : `Note${of(note)}${by(note)}`,
      text: note.text.trim(),
      internal: note.internal,
      describes: note === first,
    }))
    .filter(({ text }) => text !== '');
  const summary = {
    key: 'summary',
    source: `Summary of ${ticketName(ticket.id)}`,
    text: ticket.summary.trim(),
    internal: false,
    describes: true,
  };
  return summary.text === '' ? entries : [summary, ...entries];
}

/** Where a ticked entry goes: into the problem where nothing is written there yet, else it is a fact. */
export function goesTo(entry: PullEntry, intake: string): 'intake' | 'fact' {
  return entry.describes && intake.trim() === '' ? 'intake' : 'fact';
}

/** Why an entry cannot be taken, or null. */
export function notTakable(
  entry: PullEntry,
  intake: string,
  facts: readonly Fact[],
): string | null {
  if (isTaken(entry, intake, facts)) return 'Taken already';
  if (goesTo(entry, intake) === 'fact' && entry.text.length > LIMITS.fact) {
    return `Longer than a fact can be (${LIMITS.fact.toLocaleString('en')} characters): add what matters by hand`;
  }
  return null;
}

/** The problem as the ticket describes it: without the summary where the description is there too. */
export function intakeFrom(entries: readonly PullEntry[]): string {
  return entries
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, LIMITS.intake);
}

/** The first words of the customer, for a new session. */
export function descriptionOf(ticket: PsaTicketShown, notes: readonly TicketNote[]): string {
  const entries = pullEntries(ticket, notes).filter(({ describes }) => describes);
  return intakeFrom(entries.length > 1 ? entries.slice(1) : entries);
}

function isTaken(entry: PullEntry, intake: string, facts: readonly Fact[]): boolean {
  return intake.includes(entry.text) || facts.some(({ text }) => text === entry.text);
}

function by({ author }: TicketNote): string {
  return author === null ? '' : ` by ${author}`;
}

/** Written into what is kept, so it is the same on every machine. */
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

function of({ created_at }: TicketNote): string {
  const time = created_at === null ? Number.NaN : Date.parse(created_at);
  return Number.isNaN(time) ? '' : ` of ${DAY.format(time)}`;
}
