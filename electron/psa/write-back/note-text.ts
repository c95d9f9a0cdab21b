import { createHash } from 'node:crypto';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { referenceLine } from '../../../shared/domain/note-reference.ts';
import type { NoteFlags, PsaNote } from '../psa.ts';

/** The bytes that are posted: the note as it was shown, a blank line, the sign by which it is found again. */
export function bodyOf(markdown: string, reference: string): string {
  const [ending = ''] = /\n*$/.exec(markdown) ?? [];
  return `${markdown}${'\n'.repeat(Math.max(0, 2 - ending.length))}${referenceLine(reference)}`;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;

/** A text as a PSA may hand it back: invisible signs out, every run of white space one blank. */
export function foldedText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** SHA-256, in hexadecimal, of a text after {@link foldedText}: what a note is known by on its ticket. */
export function bodyDigest(text: string): string {
  return createHash('sha256').update(foldedText(text), 'utf8').digest('hex');
}

/**
 * Where a note stands, by its kind alone: a resolution for the customer, an escalation for nobody but
 * staff. Nothing that a note says or a caller wants can cross that.
 */
export function flagsOf(kind: NoteKind, discussionToo: boolean): NoteFlags {
  return kind === 'resolve'
    ? { discussion: discussionToo, internal: false, resolution: true }
    : { discussion: false, internal: true, resolution: false };
}

/** What tells a note on the ticket for ours. */
export interface Sought {
  readonly reference: string;
  readonly body: string;
  readonly body_digest: string;
  /** Ours is newer than this one; null where nobody looked before. */
  readonly newest_note_id: number | null;
  readonly note_id: number | null;
}

/** Shorter beginnings of our text may be anybody's. */
const LONG_ENOUGH = 200;

/**
 * Our notes among those of a ticket, oldest first: newer than those before it, and with our reference,
 * exactly our text or a long beginning of it, as a system leaves it that cuts what is too long for it. A
 * customer's answer that quotes the note carries the reference, too, and is not ours; who counts as a
 * customer is a guess of the system's, though, so the text says more than that.
 */
export function oursAmong(notes: readonly PsaNote[], sought: Sought): readonly PsaNote[] {
  const body = foldedText(sought.body);
  const isOurText = (text: string): boolean =>
    bodyDigest(text) === sought.body_digest || isBeginning(foldedText(text), body);
  const ours = notes.filter(
    ({ id, text, by_customer }) =>
      id === sought.note_id ||
      (id > (sought.newest_note_id ?? 0) &&
        (isOurText(text) || (!by_customer && carries(text, sought.reference)))),
  );
  return ours.toSorted((one, other) => one.id - other.id);
}

/** The one of ours to go on with: with our very text if there is one, else the oldest. */
export function oursOf(notes: readonly PsaNote[], sought: Sought): PsaNote | undefined {
  const ours = oursAmong(notes, sought);
  return ours.find(({ text }) => bodyDigest(text) === sought.body_digest) ?? ours[0];
}

function isBeginning(text: string, body: string): boolean {
  return text.length >= LONG_ENOUGH && body.startsWith(text);
}

function carries(text: string, reference: string): boolean {
  return foldedText(text).includes(referenceLine(reference));
}

/** A way in which a note on the ticket is not the one that was sent. */
export type NoteDifference = 'text' | 'flags';

export function differencesOf(
  note: PsaNote,
  sent: { readonly body_digest: string; readonly flags: NoteFlags },
): readonly NoteDifference[] {
  const sameFlags =
    note.flags.discussion === sent.flags.discussion &&
    note.flags.internal === sent.flags.internal &&
    note.flags.resolution === sent.flags.resolution;
  return [
    ...(bodyDigest(note.text) === sent.body_digest ? [] : (['text'] as const)),
    ...(sameFlags ? [] : (['flags'] as const)),
  ];
}
