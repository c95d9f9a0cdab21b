import type { BundleScript } from '../bundle.ts';
import { holdsWord } from '../language/anchors.ts';
import { withoutFullStop } from '../language/sentences.ts';
import { conceptsOf } from '../language/stems.ts';
import { holdsName } from './mentions.ts';
import { isCited, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const RAN =
  /\b(?:ran|executed|launched|deployed|pushed|rolled out|went through|used|has run|have run|had run|(?:was|were|been|being|got) (?:also |then |already |successfully )?(?:run|executed|used|deployed|launched|started|applied)|after running|by running|running (?:the|of)|script (?:has |had )?(?:completed|finished|succeeded|failed|returned|showed|reported|cleared|fixed|removed|listed|found|changed|set)|(?:completed|finished) (?:successfully|without|with)|run (?:on|at|once|twice|yesterday|today|this|successfully|with success|to completion)\b(?! the next))/i;
const NOT_RUN =
  /(?:\b(?:not|never|nobody|none|nothing|yet to be|to be|without|before|until|unless|if|should|could|may|might|can|will|would|please|let)\b|n['’]t\b)[^.,;:]{0,40}$/i;

/** Words that a line on any piece of work holds, so that a name made of them names nothing. */
const ANY_WORK = conceptsOf(
  'It worked, helped, failed, was applied, run, executed, tried, solved, resolved or changed: the fix, the script.',
);

/** G7: a script that was only generated is not told as run. */
export const scriptRunsRule = rule('G7', (note) => {
  const generated = note.bundle.scripts.filter(
    (script) =>
      !script.ran && !note.bundle.scripts.some((other) => other.ran && other.name === script.name),
  );
  if (generated.length === 0) return [];
  return note.items.flatMap((item): Fault[] => {
    const script = generated.find((one) => tellsAsRun(note, item, one));
    if (script === undefined) return [];
    return [
      {
        from: item.block.from,
        to: item.block.to,
        message: `The script “${script.name}” was generated, but not run as far as the record goes. Mark it as run in the session, or change this line.`,
      },
    ];
  });
});

function tellsAsRun(note: NoteView, item: NoteItem, script: BundleScript): boolean {
  const names = namesHeld(item.block.text, script);
  const cites = item.evidence_ids.includes(script.evidence_id);
  if (!cites && names.every(isAnyWork)) return false;
  // A name of one plain word may be that word.
  if (!cites && /^\p{L}+$/u.test(script.name) && isCited(note, item, script.name)) return false;
  const plain = withoutFullStop(script.name).toLowerCase();
  const text =
    plain === '' ? item.block.text : item.block.text.toLowerCase().replaceAll(plain, ' it ');
  for (const claim of text.matchAll(new RegExp(RAN, 'gi'))) {
    if (NOT_RUN.test(text.slice(0, claim.index))) continue;
    if (isToldByFact(note, item, script, claim[0]) || isOfAnother(note, item, script)) continue;
    if (/applied$/i.test(claim[0]) && isOfFix(note, item, script)) continue;
    return true;
  }
  return false;
}

/** The forms of the name that stand in a text: with its ending, without. */
function namesHeld(text: string, { name }: BundleScript): string[] {
  return [name, name.replace(/\.\w{2,4}$/, '')].filter((one) => holdsName(text, one));
}

function isAnyWork(name: string): boolean {
  return [...conceptsOf(name)].every((concept) => ANY_WORK.has(concept));
}

/** A row other than the script's own tells the run in the same word, beside the name where the line has it. */
function isToldByFact(
  note: NoteView,
  item: NoteItem,
  script: BundleScript,
  claim: string,
): boolean {
  const others = item.evidence_ids.filter((id) => id !== script.evidence_id);
  if (!item.evidence_ids.includes(script.evidence_id))
    return isCited(note, item, withoutFullStop(script.name)) && isCited(note, item, claim);
  const name = withoutFullStop(script.name).toLowerCase();
  return note.sources
    .texts(others)
    .some((text) => text.includes(claim) && name !== '' && holdsWord(text, name));
}

/** What ran is another script: one that the line cites, whose row has this one's name in it or not at all. */
function isOfAnother(note: NoteView, item: NoteItem, script: BundleScript): boolean {
  const others = note.bundle.scripts.filter(
    (other) => other.ran && item.evidence_ids.includes(other.evidence_id),
  );
  if (!holdsName(item.block.text, script.name)) {
    const cites = item.evidence_ids.includes(script.evidence_id);
    return others.some((other) => !cites || holdsName(item.block.text, other.name));
  }
  const name = withoutFullStop(script.name).toLowerCase();
  return note.sources
    .texts(others.map((other) => other.evidence_id))
    .some((text) => text.includes(name));
}

/** What was applied is a fix that the line cites, and the name stands in the words of that fix. */
function isOfFix(note: NoteView, item: NoteItem, script: BundleScript): boolean {
  return note.bundle.fixes_tried.some(
    (fix) =>
      item.evidence_ids.includes(fix.evidence_id) &&
      namesHeld(`${fix.title} ${fix.description} ${fix.outcome_note ?? ''}`, script).length > 0,
  );
}
