import type { NoteKind } from './note.ts';

/** Nothing that is mistaken for another sign when read out or copied by hand, and no vowels: no words. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
const LENGTH = 7;

/**
 * The short sign that a posted note carries, so that it is found again on the ticket: `7F3K-2QX`. Always
 * the same for a session, kind and ticket, so that it can be shown before anything is sent, and so that
 * a second note, should there ever be one, is seen to be one.
 */
export function noteReference(sessionId: number, kind: NoteKind, ticketId: number): string {
  let rest = hash(`${sessionId}/${kind}/${ticketId}`);
  let signs = '';
  for (let count = 0; count < LENGTH; count += 1) {
    signs += ALPHABET[Number(rest % BigInt(ALPHABET.length))] ?? '';
    rest /= BigInt(ALPHABET.length);
  }
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The last line of a posted note. */
export function referenceLine(reference: string): string {
  return `Ref: ${reference}`;
}

/** FNV-1a of 64 bits with its high bits mixed in: near inputs must not give near references. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (const sign of text) {
    value = BigInt.asUintN(64, (value ^ BigInt(sign.charCodeAt(0))) * 0x100000001b3n);
  }
  value ^= value >> 33n;
  value = BigInt.asUintN(64, value * 0xff51afd7ed558ccdn);
  return value ^ (value >> 33n);
}
