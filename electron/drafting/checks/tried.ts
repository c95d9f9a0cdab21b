import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { unknownActions } from './actions.ts';
import { holdsName } from './mentions.ts';
import { itemsIn, type NoteItem } from './note-view.ts';
import { wrongOutcomes } from './outcomes.ts';
import { type Fault, rule } from './rule.ts';

const [, , TRIED] = NOTE_HEADINGS.escalate;

/** G6: each line under "tried" is on record as tried, and its outcome is the one on record. */
export const triedRule = rule(
  'G6',
  (note) => {
    const tried = new Set([
      ...note.bundle.facts.map((fact) => fact.evidence_id),
      ...note.bundle.fixes_tried.map((fix) => fix.evidence_id),
      ...note.bundle.scripts.filter((script) => script.ran).map((script) => script.evidence_id),
    ]);
    const items = itemsIn(note, TRIED);
    return [
      ...items.flatMap((item) => notTried(item, tried)),
      ...wrongOutcomes(note, items),
      ...unknownActions(note, items),
    ];
  },
  { kinds: ['escalate'] },
);

function notTried(item: NoteItem, tried: ReadonlySet<string>): Fault[] {
  if (item.provenance !== 'generated' || item.evidence_ids.length === 0) return [];
  if (item.evidence_ids.some((id) => tried.has(id))) return [];
  return [
    {
      from: item.block.from,
      to: item.block.to,
      message: 'Nothing on record says that this was tried.',
    },
  ];
}

/** G9: every fix tried and every script run is told in the package. Facts left out are listed beside the note. */
export const coverageRule = rule(
  'G9',
  (note) => {
    const heading = note.headings.find(({ name }) => name === TRIED);
    if (heading === undefined) return [];
    const place = { from: heading.block.from, to: heading.block.to };
    const cited = new Set(note.items.flatMap((item) => item.evidence_ids));
    const told = (id: string, name: string) =>
      cited.has(id) || note.items.some((item) => holdsName(item.block.text, name));
    const fixes = note.bundle.fixes_tried
      .filter((fix) => !told(fix.evidence_id, fix.title))
      .map((fix) => ({
        ...place,
        message: `The fix “${fix.title}” was tried, and the note does not tell it.`,
      }));
    const scripts = note.bundle.scripts
      .filter((script) => script.ran && !told(script.evidence_id, script.name))
      .map((script) => ({
        ...place,
        message: `The script “${script.name}” was run, and the note does not tell it.`,
      }));
    return [...fixes, ...scripts];
  },
  { level: 'warn', kinds: ['escalate'] },
);
