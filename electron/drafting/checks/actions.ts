import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { type ActionClaim, findActions } from '../language/actions.ts';
import { conceptsOf, shareOf } from '../language/stems.ts';
import { isVerbatim, type NoteItem, type NoteView } from './note-view.ts';
import type { Fault } from './rule.ts';

const [, , TRIED, , NEXT_STEPS] = NOTE_HEADINGS.escalate;
const [, , , RESOLUTION] = NOTE_HEADINGS.resolve;
/** Sections that tell what was done; the others may tell what others did, in many words. */
const TELLS_ACTIONS = new Set<string>([
  NOTE_HEADINGS.escalate[1],
  NOTE_HEADINGS.resolve[1],
  TRIED,
  RESOLUTION,
]);

/** How much of its object the rows must hold where they hold no word for the action. */
const MOST = 0.5;
/** How much where they do. */
const SOME = 0.3;

/**
 * Generated lines that tell an action which the rows they cite do not know: a step that sounds right
 * and was never taken. Part of G6 under "tried" and of G12 elsewhere.
 */
export function unknownActions(note: NoteView, items: readonly NoteItem[]): Fault[] {
  return items.flatMap((item): Fault[] => {
    if (item.provenance !== 'generated' || item.section === NEXT_STEPS) return [];
    if (item.evidence_ids.length === 0 || isVerbatim(note, item)) return [];
    const claims = findActions(item.block.text);
    if (claims.length === 0) return [];
    const rows = rowsOf(note, item);
    const said = conceptsOf(item.block.text);
    const claim = claims.find((one) => mayBeAction(one, item) && !isKnown(one, rows, said, item));
    if (claim === undefined) return [];
    return [
      {
        from: item.block.from,
        to: item.block.to,
        message: `Nothing that this line rests on says “${claim.clause.text}”. Record it in the session, or take it out.`,
      },
    ];
  });
}

interface Rows {
  readonly all: ReadonlySet<string>;
  /** Of the fixes tried and the scripts run alone: they are changes whatever their words. */
  readonly changes: ReadonlySet<string>;
}

function rowsOf(note: NoteView, item: NoteItem): Rows {
  const concepts = (ids: readonly string[]) =>
    new Set(note.sources.texts(ids).flatMap((text) => [...conceptsOf(text)]));
  const tells = item.section !== null && TELLS_ACTIONS.has(item.section);
  const all = concepts(item.evidence_ids);
  for (const concept of conceptsOf(note.sources.session)) {
    if (!tells || item.evidence_ids.includes('session')) all.add(concept);
  }
  return {
    all,
    changes: concepts(item.evidence_ids.filter((id) => /^(?:fix|script):/.test(id))),
  };
}

/** “Deleted mail counted” opens a finding, not an action; “Deleted the mail” does not. */
function mayBeAction({ opens, kind, clause }: ActionClaim, { section }: NoteItem): boolean {
  if (!opens || kind !== 'change' || section === TRIED || section === RESOLUTION) return true;
  return /^\S+ (?:and \S+ )?(?:the|an?|all|both|its|his|her|their|our|your|it|[A-Z\d])/.test(
    clause.text,
  );
}

function isKnown(
  { kind, alike, object, opens, common }: ActionClaim,
  { all, changes }: Rows,
  said: ReadonlySet<string>,
  item: NoteItem,
): boolean {
  const named = holdsAny(all, alike);
  const share = shareOf(object, all);
  if (item.section === null || !TELLS_ACTIONS.has(item.section))
    return named || share > 0 || object.size === 0;
  switch (kind) {
    case 'look':
      // “Compared the calendars: only the series were missing” rests on its result.
      return (
        object.size === 0 ||
        share >= MOST ||
        (named && share > 0) ||
        (opens && /^[^:]{3,80}:\s/.test(item.block.text) && shareOf(said, all) >= MOST)
      );
    case 'contact':
      return (named && (share > 0 || object.size === 0)) || share >= MOST;
    case 'change':
      if (named && (object.size === 0 || share >= SOME)) return true;
      if (common && share >= MOST) return true;
      if (holdsAny(changes, alike) && holdsAny(changes, object)) return true;
      return (
        object.size > 0 && (shareOf(object, changes) >= MOST || (share === 1 && object.size > 2))
      );
  }
}

function holdsAny(held: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  return [...wanted].some((concept) => held.has(concept));
}
