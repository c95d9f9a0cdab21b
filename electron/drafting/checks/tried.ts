import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import type { BundleFix, BundleScript } from '../bundle.ts';
import { withoutFullStop } from '../language/sentences.ts';
import { holdsName, mentionsFix } from './mentions.ts';
import { isCited, itemsIn, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const [, , TRIED] = NOTE_HEADINGS.escalate;

const SUCCESS =
  /(?<!\b(?:not|never|hardly|n['’]t) )\b(?:worked|helped|fixed (?:it|this|the \w+)|solved|resolved|successful(?:ly)?|cured|was a success)\b/gi;
const FAILURE =
  /\b(?:(?:did|does|has|have) not (?:help(?:ed)?|work(?:ed)?|fix(?:ed)?|solved?|resolved?|change[d]? anything)|didn['’]t (?:help|work|fix|solve|resolve|change anything)|no (?:effect|improvement|change|success)|without (?:success|effect|result)|to no avail|made (?:it|things|matters) worse|failed|unsuccessful(?:ly)?)\b/gi;

/** G6: each line under "tried" is on record as tried, and its outcome is the one on record. */
export const triedRule = rule(
  'G6',
  (note) => {
    const tried = new Set([
      ...note.bundle.facts.map((fact) => fact.evidence_id),
      ...note.bundle.fixes_tried.map((fix) => fix.evidence_id),
      ...note.bundle.scripts.filter((script) => script.ran).map((script) => script.evidence_id),
    ]);
    return itemsIn(note, TRIED).flatMap((item) => [
      ...notTried(item, tried),
      ...wrongOutcome(note, item),
    ]);
  },
  { kinds: ['escalate'] },
);

function notTried(item: NoteItem, tried: ReadonlySet<string>): Fault[] {
  if (item.provenance !== 'generated' || item.evidence_ids.length === 0) return [];
  if (item.evidence_ids.some((id) => tried.has(id))) return [];
  return [{ ...whole(item), message: 'Nothing on record says that this was tried.' }];
}

function wrongOutcome(note: NoteView, item: NoteItem): Fault[] {
  const fixes = note.bundle.fixes_tried.filter((fix) => mentionsFix(item, fix));
  const [fix] = fixes;
  if (fix === undefined || fixes.length > 1) return [];
  const claims = (pattern: RegExp) =>
    Array.from(item.block.text.matchAll(pattern), ([claim]) => claim).some(
      (claim) => !isOnRecord(note, item, fix, claim),
    );
  const saysFailure = claims(FAILURE);
  const saysSuccess = claims(SUCCESS);
  const wrong =
    (saysFailure && fix.outcome !== 'failed') ||
    (saysSuccess && fix.outcome !== 'worked' && !(fix.outcome === 'partly' && tellsPart(item)));
  if (!wrong) return [];
  return [
    {
      ...whole(item),
      message: `The record says of this fix: ${OUTCOME[fix.outcome]}. Say so here, or change its outcome in the session.`,
    },
  ];
}

/** A word that the record itself uses, in a title or the reason for a failure, claims nothing here. */
function isOnRecord(note: NoteView, item: NoteItem, fix: BundleFix, claim: string): boolean {
  const own = note.sources
    .texts([fix.evidence_id])
    .some((text) => text.includes(claim.toLowerCase()));
  return own || isCited(note, item, claim);
}

function tellsPart({ block }: NoteItem): boolean {
  return /\b(?:part(?:ly|ial|ially|s)?|some|somewhat|for some|half|not all)\b/i.test(block.text);
}

const OUTCOME: Record<BundleFix['outcome'], string> = {
  proposed: 'not tried',
  applied: 'applied, no verdict yet',
  worked: 'it worked',
  partly: 'it helped in part',
  failed: 'it did not help',
  pending: 'its result cannot be verified yet',
  dismissed: 'dismissed, not tried',
};

const RAN =
  /\b(?:ran|executed|launched|deployed|used|(?:was|were|been|being|got) (?:run|executed|used|deployed|launched)|after running|by running|running (?:the|of)|script (?:completed|finished|succeeded|failed|returned|showed|reported|cleared|fixed|removed))\b/i;
const NOT_RUN =
  /\b(?:not|never|yet to be|to be|without)\b[^.]{0,20}\b(?:ran|run|executed|used|launched|deployed)\b|n['’]t\b[^.]{0,20}\b(?:run|used|executed)\b/i;

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
        ...whole(item),
        message: `The script “${script.name}” was generated, but not run as far as the record goes. Mark it as run in the session, or change this line.`,
      },
    ];
  });
});

function tellsAsRun(note: NoteView, item: NoteItem, script: BundleScript): boolean {
  if (!item.evidence_ids.includes(script.evidence_id)) {
    if (
      !holdsName(item.block.text, script.name) ||
      isCited(note, item, withoutFullStop(script.name))
    )
      return false;
  }
  const text = item.block.text
    .toLowerCase()
    .replaceAll(withoutFullStop(script.name).toLowerCase(), ' ');
  const claim = text.match(RAN)?.[0];
  return claim !== undefined && !NOT_RUN.test(text) && !isCited(note, item, claim);
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

function whole({ block }: NoteItem): { from: number; to: number } {
  return { from: block.from, to: block.to };
}
