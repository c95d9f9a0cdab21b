import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import type { BundleFact } from '../bundle.ts';
import { isAttributed } from '../language/attribution.ts';
import { findAssurances } from '../language/claims.ts';
import { splitRequests } from '../language/requests.ts';
import { type NoteItem, type NoteView, placeOf } from './note-view.ts';
import type { Fault } from './rule.ts';

const PROBLEM = NOTE_HEADINGS.resolve[0];

/** Words that promise safety outright, and those with which a row can bear them out. */
const SAFE = /\b(?:clean|safe|secure|harmless|trustworthy|risk|danger|threat|false)\b/i;
const LOOKED_FOR_HARM =
  /\b(?:clean|safe|secur|harm|risk|danger|threat|malware|virus|infect|scan|suspicious|quarantin|false (?:alarm|positive)|compromis|attack)/i;

/**
 * Generated lines that say that something is safe, clean or not affected, and rest on nothing that a
 * technician or a check of theirs found. What a ticket or a user says of it, or a program's output that
 * speaks to its reader, may be what an attacker put there. Part of G12.
 */
export function unprovenAssurances(note: NoteView, items: readonly NoteItem[]): Fault[] {
  const told = items.filter(
    (item) =>
      item.provenance === 'generated' &&
      item.section !== PROBLEM &&
      findAssurances(item.block.text).length > 0,
  );
  if (told.length === 0) return [];
  const firstHand = firstHandRows(note);
  return told.flatMap((item): Fault[] => {
    const claims = findAssurances(item.block.text);
    if (isAttributed(item.block.text)) return [];
    return claims
      .filter((claim) => !isChecked(note, item, claim.text, firstHand))
      .map((claim) => ({
        ...placeOf(item, claim.from, claim.to),
        // Between engineers a line may be clean; to a customer, that is a promise.
        level: note.kind === 'resolve' || !isNoted(item, firstHand) ? 'block' : 'warn',
        message: `“${claim.text}” rests on no check of yours. Record what was checked, or leave it out.`,
      }));
  });
}

function isChecked(
  note: NoteView,
  item: NoteItem,
  claim: string,
  firstHand: ReadonlySet<string>,
): boolean {
  const ids = item.evidence_ids.filter((id) => firstHand.has(id));
  if (ids.length === 0 || !SAFE.test(claim)) return ids.length > 0;
  return note.sources.texts(ids).some((row) => LOOKED_FOR_HARM.test(row));
}

function isNoted(item: NoteItem, firstHand: ReadonlySet<string>): boolean {
  return item.evidence_ids.some((id) => firstHand.has(id));
}

function firstHandRows({ bundle }: NoteView): ReadonlySet<string> {
  return new Set([
    ...bundle.facts.filter(isFirstHand).map(({ evidence_id }) => evidence_id),
    ...bundle.fixes_tried.map(({ evidence_id }) => evidence_id),
    ...bundle.scripts.filter(({ ran }) => ran).map(({ evidence_id }) => evidence_id),
  ]);
}

function isFirstHand({ source_type, text }: BundleFact): boolean {
  if (source_type === 'script_output') return splitRequests(text).asked.length === 0;
  return source_type === 'technician' || source_type === 'diagnostic_check';
}
