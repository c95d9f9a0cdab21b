import {
  HYPOTHESIS_CONFIDENCE,
  NOTE_HEADINGS,
  trySuggestedFix,
} from '../../../shared/notes/sections.ts';
import { allFixes, type BundleFix } from '../bundle.ts';
import { withoutFullStop } from '../language/sentences.ts';
import { hypothesisFix } from '../local/hypothesis.ts';
import { isFirstStep } from '../local/next-steps.ts';
import { faultsInText, matches } from './find-text.ts';
import { mentionsFix } from './mentions.ts';
import { isCited, itemsIn, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const [, , , HYPOTHESIS, NEXT_STEPS] = NOTE_HEADINGS.escalate;
const [, , ROOT_CAUSE] = NOTE_HEADINGS.resolve;

/**
 * G10: a fix that was superseded, dismissed or failed is neither hypothesis nor next step, nor, in the
 * customer's note, the cause.
 */
export const supersededRule = rule('G10', (note) => {
  const active = note.bundle.active_fix;
  const out = allFixes(note.bundle).filter(
    (fix) =>
      fix.evidence_id !== active?.evidence_id && (fix.superseded || fix.outcome !== 'worked'),
  );
  if (out.length === 0) return [];
  const sections = note.kind === 'escalate' ? [HYPOTHESIS, NEXT_STEPS] : [ROOT_CAUSE];
  return sections.flatMap((section) =>
    itemsIn(note, section).flatMap((item): Fault[] => {
      if (item.provenance === 'fixed') return [];
      if (active !== null && mentionsFix(item, active)) return [];
      const fix = out.find(
        (one) =>
          mentionsFix(item, one) && !isCitedElsewhere(note, item, one.title, one.evidence_id),
      );
      if (fix === undefined) return [];
      if (section === NEXT_STEPS && takesBack(item, fix)) return [];
      const why =
        fix.outcome === 'failed'
          ? 'did not help'
          : fix.outcome === 'dismissed'
            ? 'was dismissed'
            : 'was replaced by a newer one';
      return [
        {
          from: item.block.from,
          to: item.block.to,
          message: `The fix “${fix.title}” ${why}, so it does not belong under “${section}”.`,
        },
      ];
    }),
  );
});

/** A step that takes a change back, or that keeps others from it, does not propose it. */
const UNDOES =
  /\b(?:back to|set back|put back|undo|undone|revert|roll back|take back|reverse|not again|do not (?:try|repeat)|turn\w* (?:it )?(?:back )?on again|turn\w* .{3,40} on again)\b/i;

function takesBack({ block }: NoteItem, fix: BundleFix): boolean {
  return UNDOES.test(
    block.text.toLowerCase().replaceAll(withoutFullStop(fix.title).toLowerCase(), ' '),
  );
}

/** The same words may be the name of something else that the line cites. */
function isCitedElsewhere(note: NoteView, item: NoteItem, title: string, id: string): boolean {
  if (item.evidence_ids.includes(id)) return false;
  return isCited(note, item, withoutFullStop(title));
}

const CONFIDENCE =
  /\b\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent)\s*(?:confiden\w*|sure\b|certain\w*|likely|probab\w*|chance)|\bconfiden(?:ce|t)\b(?:\s+\S+){0,3}?\s*[:(]?\s*\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent)/gi;
const PERCENTAGE = /\b\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent)/gi;

/** G11: a confidence told is the active fix's own, under the hypothesis; below 60 % none is told. */
export const confidenceRule = rule(
  'G11',
  (note) => {
    const fix = hypothesisFix(note.bundle);
    const ownConfidence = (text: string) =>
      fix !== null && Number.parseInt(text.match(/\d+/)?.[0] ?? '', 10) === fix.confidence;
    const everywhere = faultsInText(
      note,
      matches(CONFIDENCE),
      () =>
        fix === null
          ? 'No suggested fix is sure enough to be told with a confidence.'
          : `The confidence on record is ${fix.confidence} %, and it belongs under “${HYPOTHESIS}”.`,
      { allow_cited: true },
    ).filter(({ from }) => {
      const item = itemAt(note, from);
      if (item === undefined) return false;
      const figures = item.block.text.match(PERCENTAGE) ?? [];
      if (item.section === HYPOTHESIS) return !figures.some(ownConfidence);
      return !figures.every((figure) => isFigureOfFact(note, item, figure));
    });
    const underHypothesis = itemsIn(note, HYPOTHESIS).flatMap((item) =>
      faultsInText(
        note,
        (text) => matches(PERCENTAGE)(text).filter((found) => !ownConfidence(found.text)),
        (found) => `“${found.text}” is neither the confidence on record nor a figure from a fact.`,
        { allow_cited: true, where: (one) => one === item },
      ).filter(({ from, to }) => {
        const figure = note.markdown.slice(from, to).toLowerCase();
        return (
          !note.sources.record.some((text) => text.includes(figure)) &&
          !note.sources.session.includes(figure)
        );
      }),
    );
    return distinct([...everywhere, ...underHypothesis, ...tooUnsure(note)]);
  },
  { kinds: ['escalate'] },
);

/** "Confidence" beside a figure that a fact or a script's outcome holds is that row's own talk. */
function isFigureOfFact(note: NoteView, item: NoteItem, figure: string): boolean {
  const rows = item.evidence_ids.filter((id) => !id.startsWith('fix:'));
  return note.sources.texts(rows).some((text) => text.includes(figure.toLowerCase()));
}

/** Only what a generator wrote: an engineer may well put a suspicion of their own there. */
function tooUnsure(note: NoteView): Fault[] {
  if (hypothesisFix(note.bundle) !== null) return [];
  return itemsIn(note, HYPOTHESIS)
    .filter((item) => item.provenance === 'generated')
    .map(({ block }) => ({
      from: block.from,
      to: block.to,
      message: `No suggested fix stands at ${HYPOTHESIS_CONFIDENCE} % or more, so the note must not name a hypothesis.`,
    }));
}

const FEWEST_STEPS = 2;
const MOST_STEPS = 4;

/** D1: two to four next steps, and an untried fix above 80 % is the first of them. */
export const nextStepsRule = rule(
  'D1',
  (note) => {
    const lines = itemsIn(note, NEXT_STEPS).filter((item) => /\S/.test(item.block.text));
    // Beside bullets, a paragraph holds what goes for all of them: the owner, or a promise.
    const bullets = lines.filter(({ block }) => block.kind === 'bullet');
    const steps = bullets.length > 0 ? bullets : lines;
    const [first] = steps;
    if (first === undefined) return [];
    return [...wrongFirstStep(note, first), ...wrongNumber(steps, first)];
  },
  { level: 'warn', kinds: ['escalate'] },
);

function wrongFirstStep(note: NoteView, { block, provenance }: NoteItem): Fault[] {
  const fix = note.bundle.active_fix;
  if (fix === null || !isFirstStep(fix)) return [];
  const wanted = trySuggestedFix(withoutFullStop(fix.title));
  if (block.text.trim() === wanted) return [];
  return [
    {
      from: block.from,
      to: block.to,
      level: provenance === 'generated' ? 'block' : 'warn',
      message: `The first step should be: ${wanted}`,
    },
  ];
}

function wrongNumber(steps: readonly NoteItem[], { block }: NoteItem): Fault[] {
  if (steps.length >= FEWEST_STEPS && steps.length <= MOST_STEPS) return [];
  return [
    {
      from: block.from,
      to: block.to,
      message: `Two to four next steps serve the next engineer best; this note has ${steps.length}.`,
    },
  ];
}

function itemAt(note: NoteView, offset: number): NoteItem | undefined {
  return note.items.findLast((item) => item.block.from <= offset);
}

function distinct(faults: readonly Fault[]): Fault[] {
  return faults.filter(
    (fault, index) =>
      !faults.slice(0, index).some((earlier) => earlier.from < fault.to && fault.from < earlier.to),
  );
}
