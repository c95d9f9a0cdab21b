import { FIRST_STEP_CONFIDENCE, trySuggestedFix } from '../../../shared/notes/sections.ts';
import { type BundleFix, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteSentence,
  sentence,
} from '../note-document.ts';
import { hypothesisFix } from './hypothesis.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import { asSentence, midSentence, openingSentence, sameKey, withoutStop } from './sentence-text.ts';

const FEWEST = 2;
const MOST = 4;

/** One step: mostly one sentence, and all of them about the same row. */
type StepSentences = readonly NoteSentence[];

/**
 * Two to four next steps. The order is that of the work: the sure fix, the open checks,
 * what a failed fix left behind, what was promised, what is still to confirm, prepared scripts, the fix that is less
 * sure. Standard steps come only where fewer than two remain. With more
 * than four, the last bullet has all that remain, so that no step of the technician's own is lost.
 */
export function nextStepBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const words = PHRASES[bundle.language];
  const steps = [
    ...firstStep(bundle),
    ...checkSteps(bundle, words),
    ...undoSteps(bundle, words),
    ...promiseStep(bundle, words),
    ...fixStep(bundle, words),
    ...scriptSteps(bundle, words),
  ];
  const texts = new Set<string>();
  const once = (step: StepSentences) => {
    const key = sameKey(step[0]?.text ?? '');
    if (texts.has(key)) return false;
    texts.add(key);
    return true;
  };
  const known = steps.filter(once);
  const standard = standardSteps(bundle, words).filter(once);
  const all = [...known, ...standard.slice(0, Math.max(0, FEWEST - known.length))];
  if (all.length <= MOST) return all.map((step) => bullet(...step));
  return [
    ...all.slice(0, MOST - 1).map((step) => bullet(...step)),
    bullet(...all.slice(MOST - 1).flat()),
  ];
}

/** Whether the untried active fix is the first next step: above 80%. */
export function isFirstStep(fix: BundleFix): boolean {
  return (
    fix.outcome === 'proposed' &&
    fix.confidence > FIRST_STEP_CONFIDENCE &&
    withoutStop(fix.title) !== ''
  );
}

function firstStep({ active_fix: fix, language }: InputBundle): readonly StepSentences[] {
  if (fix === null || !isFirstStep(fix)) return [];
  return [[sentence(trySuggestedFix(withoutStop(fix.title), language), fix.evidence_id)]];
}

function undoSteps({ fixes_tried }: InputBundle, words: Phrases): readonly StepSentences[] {
  return fixes_tried
    .filter((fix) => fix.outcome === 'failed' && fix.left_in_place)
    .map((fix) => [
      sentence(asSentence(`${words.undo_step}${fix.done ?? fix.title}`), fix.evidence_id),
    ]);
}

/** An open check with what its result would mean. */
function checkSteps({ checks }: InputBundle, words: Phrases): readonly StepSentences[] {
  return checks
    .filter(({ done, instruction }) => !done && withoutStop(instruction) !== '')
    .map(({ instruction, meaning, evidence_id }) =>
      [openingSentence(instruction, words.noted), asSentence(meaning)]
        .filter((text) => text !== '')
        .map((text) => sentence(text, evidence_id)),
    );
}

function fixStep(bundle: InputBundle, words: Phrases): readonly StepSentences[] {
  const fix = bundle.active_fix;
  const title = withoutStop(fix?.title ?? '');
  if (fix === null || title === '') return [];
  const step = (...texts: readonly string[]) => [
    texts.map((text) => sentence(text, fix.evidence_id)),
  ];
  switch (fix.outcome) {
    // An open check is how somebody means to confirm it.
    case 'applied':
      return hasOpenCheck(bundle) ? [] : step(asSentence(`${words.confirm_step}${title}`));
    case 'pending': {
      const note = midSentence(fix.outcome_note ?? '');
      const waits = note === '' ? '' : ` (${note})`;
      const isDone = fix.done !== null || fix.customer_done !== null;
      if (isDone && hasOpenCheck(bundle)) return [];
      return step(asSentence(`${words.check_result}${title}${waits}`));
    }
    case 'proposed':
      // One that is not sure is for want of anything better.
      if (isFirstStep(fix) || hypothesisFix(bundle) === null) return [];
      return step(asSentence(`${words.consider_step(fix.confidence)}${title}`));
    case 'worked':
    case 'partly':
    case 'failed':
    case 'dismissed':
      return [];
  }
}

/** Scripts that were prepared and never run. */
function scriptSteps({ scripts }: InputBundle, words: Phrases): readonly StepSentences[] {
  return scripts
    .filter(({ ran, name }) => !ran && withoutStop(name) !== '')
    .map(({ name, evidence_id }) => [
      sentence(openingSentence(words.prepared_step(withoutStop(name)), words.noted), evidence_id),
    ]);
}

function promiseStep(
  { hand_off: { promised } }: InputBundle,
  words: Phrases,
): readonly StepSentences[] {
  if (promised === null) return [];
  return [[sentence(asSentence(`${words.promise_step}${promised}`), SESSION_EVIDENCE)]];
}

/** What is sensible in the state that the record is in, for a package with fewer than two steps of its own. */
function standardSteps(bundle: InputBundle, words: Phrases): readonly StepSentences[] {
  const standard = standardTexts(bundle, words).map((text) => [fixedSentence(text)]);
  const fix = bundle.active_fix;
  const title = withoutStop(fix?.title ?? '');
  const isUnsure = fix?.outcome === 'proposed' && hypothesisFix(bundle) === null && title !== '';
  if (fix === null || !isUnsure) return standard;
  const text = asSentence(`${words.consider_step(fix.confidence)}${title}`);
  return [[sentence(text, fix.evidence_id)], ...standard];
}

/** Never a step whose answer the record has: a confirmation, results of checks, who is affected. */
function standardTexts(bundle: InputBundle, words: Phrases): readonly string[] {
  const { affected, impact, since } = bundle.hand_off;
  const isSpreadKnown = affected !== null || impact !== null;
  switch (bundle.active_fix?.outcome) {
    case 'worked':
      return isConfirmed(bundle)
        ? [words.monitor, words.close_ticket]
        : [words.ask_user, words.monitor];
    case 'applied':
    case 'pending':
      return [words.inform_user, words.monitor];
    case 'partly':
      return [words.remains_step, words.inform_user];
    case 'proposed':
    case 'failed':
    case 'dismissed':
    case undefined: {
      if (isConfirmed(bundle)) return [words.monitor, words.close_ticket];
      const isExamined =
        bundle.facts.some(
          ({ source_type }) =>
            source_type === 'diagnostic_check' || source_type === 'script_output',
        ) || bundle.checks.some(({ done }) => done);
      return [
        ...(bundle.facts.length === 0 ? [words.confirm_symptoms] : []),
        ...(isExamined ? [words.choose_next] : [words.reproduce]),
        ...(isSpreadKnown && since !== null ? [] : [words.who_and_since]),
        words.inform_user,
        words.choose_next,
      ];
    }
  }
}

function hasOpenCheck({ checks }: InputBundle): boolean {
  return checks.some(({ done }) => !done);
}

/** Whether the record says how somebody knows that it works: a confirmation, or the note on the result. */
function isConfirmed({ facts, active_fix }: InputBundle): boolean {
  const hasNote = active_fix?.outcome === 'worked' && active_fix.outcome_note !== null;
  return hasNote || facts.some(({ role }) => role === 'confirmation');
}
