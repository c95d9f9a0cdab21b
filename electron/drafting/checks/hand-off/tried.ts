import { NOTE_HEADINGS } from '../../../../shared/notes/sections.ts';
import type { BundleFix, BundleScript } from '../../bundle.ts';
import { holdsWord } from '../../language/anchors.ts';
import { withFullStop, withoutFullStop } from '../../language/sentences.ts';
import { conceptsOf, shareOf } from '../../language/stems.ts';
import { undoTold } from '../../local/undo.ts';
import { itemsIn, type NoteItem, type NoteView } from '../note-view.ts';
import { type Fault, rule } from '../rule.ts';
import { addLine, filledSection, placeOfSection } from './insert.ts';

const [, , TRIED] = NOTE_HEADINGS.escalate;

const RULED_OUT =
  /\b(?:ruled out|rules out|excluded|discarded|set aside|not the (?:cause|reason|fix)|did not (?:\w+ )?(?:help|work|solve|fix|change)|didn['’]t (?:help|work|solve|fix|change)|no (?:effect|change|improvement|difference|success)|without (?:success|effect|result|change)|failed|to no avail|in vain|unsuccessful\w*|made it worse|came back)\b/i;

/** H4: where a fix failed, a line says that it is ruled out, so that nobody tries it again. */
export const ruledOutRule = rule(
  'H4',
  (note) => {
    const section = filledSection(note, TRIED);
    const failed = note.bundle.fixes_tried.filter((fix) => fix.outcome === 'failed');
    const [fix] = failed;
    if (section === undefined || fix === undefined || RULED_OUT.test(section.text)) return [];
    return [
      {
        ...placeOfSection(section),
        message: `The next engineer may try “${withoutFullStop(fix.title)}” again: no line says that it is ruled out.`,
        ...addLine(note, section, 'bullet', ruledOut(fix)),
      },
    ];
  },
  { level: 'warn', kinds: ['escalate'] },
);

function ruledOut(fix: BundleFix): string {
  const why = withoutFullStop(fix.outcome_note ?? '');
  return `Ruled out: ${withoutFullStop(fix.title) || 'the first fix'}${why === '' ? '' : ` (${why})`}.`;
}

/** That a text says how a change is taken back, or that it cannot be or nobody wrote it down. */
const UNDO =
  /\b(?:un-?do(?:ne|ing|es)?|revert\w*|roll(?:s|ed|ing)? (?:it )?back|take(?:s|n)? (?:it )?back|(?:put|set|switch|turn|move|copy|change)(?:s|ed|ing)? (?:\S+ ){0,6}?back|back to|restor\w+|reversed?|reversible|irreversible|to go back|re-?enabl\w+|re-?add\w*)\b/i;

/** How much of the words on record a note must hold to tell them. */
const MOST = 0.5;

/** H8: what a script changed on the system is told with how to undo it, or that nobody recorded how. */
export const stateLeftRule = rule(
  'H8',
  (note) => {
    const section = filledSection(note, TRIED);
    if (section === undefined) return [];
    return note.bundle.scripts
      .filter((script) => script.ran && script.changes_system)
      .filter((script) => !isUndoTold(note, script))
      .map((script): Fault => {
        const line = itemsIn(note, TRIED).find((item) => tells(item, script));
        return {
          ...(line === undefined
            ? placeOfSection(section)
            : { from: line.block.from, to: line.block.to }),
          message: `“${nameOf(script)}” changed the system, and the next engineer will not know how to undo it.`,
          ...addLine(
            note,
            section,
            'bullet',
            `${nameOf(script)}: ${withFullStop(undoTold(script))}`,
          ),
        };
      });
  },
  { kinds: ['escalate'] },
);

function isUndoTold(note: NoteView, script: BundleScript): boolean {
  const known = conceptsOf(`${script.name} ${script.outcome ?? ''}`);
  const wanted = new Set([...conceptsOf(script.undo ?? '')].filter((one) => !known.has(one)));
  return note.items.some(
    (item) =>
      tells(item, script) &&
      (UNDO.test(ownWords(item.block.text, script)) ||
        (wanted.size > 1 && shareOf(wanted, conceptsOf(item.block.text)) > MOST)),
  );
}

function tells(item: NoteItem, script: BundleScript): boolean {
  return (
    item.evidence_ids.includes(script.evidence_id) ||
    holdsWord(item.block.text.toLowerCase(), nameOf(script).toLowerCase())
  );
}

/** A shorter one may be a part of any word. */
const SHORTEST = 4;

/** "Restore-Profile.ps1: 3 files restored" does not say how to undo anything. */
function ownWords(text: string, script: BundleScript): string {
  const outcome = withoutFullStop(script.outcome ?? '').toLowerCase();
  return [nameOf(script).toLowerCase(), outcome]
    .filter((known) => known.length >= SHORTEST)
    .reduce((words, known) => words.replaceAll(known, ' '), text.toLowerCase());
}

function nameOf(script: BundleScript): string {
  return withoutFullStop(script.name) || '(no name)';
}
