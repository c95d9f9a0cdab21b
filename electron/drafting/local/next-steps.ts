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
import { asSentence, openingSentence, sameKey, withoutStop } from './sentence-text.ts';
import { withNote } from './tried.ts';

const FEWEST = 2;
const MOST = 4;

/** One step: mostly one sentence, and all of them about the same row. */
type StepSentences = readonly NoteSentence[];

/**
 * Two to four next steps. The order is that of the work: the sure fix, what a failed one left behind,
 * the open checks, what is still to confirm, prepared scripts, the fix that is less sure. With more
 * than four, the last bullet has all that remain, so that no step of the technician's own is lost.
 */
export function nextStepBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const words = PHRASES[bundle.language];
  const steps = [
    ...firstStep(bundle),
    ...undoSteps(bundle, words),
    ...checkSteps(bundle, words),
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
    case 'applied':
      return step(asSentence(`${words.confirm_step}${title}`));
    case 'pending':
      return step(...withNote(`${words.confirm_step}${title}`, fix.outcome_note, words));
    case 'partly':
      return step(asSentence(`${words.remains_step}${title}`));
    case 'proposed': {
      if (isFirstStep(fix)) return [];
      const label = hypothesisFix(bundle) === null ? words.test_step : words.consider_step;
      return step(asSentence(`${label(fix.confidence)}${title}`));
    }
    case 'worked':
    case 'failed':
    case 'dismissed':
      return [];
  }
}

/** Scripts that were prepared and never run, while there is still something to solve. */
function scriptSteps(
  { scripts, active_fix }: InputBundle,
  words: Phrases,
): readonly StepSentences[] {
  if (active_fix?.outcome === 'worked') return [];
  return scripts
    .filter(({ ran, name }) => !ran && withoutStop(name) !== '')
    .map(({ name, evidence_id }) => [
      sentence(asSentence(words.prepared_step(withoutStop(name))), evidence_id),
    ]);
}

/** What is sensible in the state that the record is in, for a package with fewer than two steps of its own. */
function standardSteps(bundle: InputBundle, words: Phrases): readonly StepSentences[] {
  const { promised, affected, since } = bundle.hand_off;
  const promise =
    promised === null
      ? []
      : [[sentence(asSentence(`${words.promise_step}${promised}`), SESSION_EVIDENCE)]];
  const texts = standardTexts(bundle, affected === null || since === null, words);
  return [...promise, ...texts.map((text) => [fixedSentence(text)])];
}

function standardTexts(
  bundle: InputBundle,
  isScopeOpen: boolean,
  words: Phrases,
): readonly string[] {
  switch (bundle.active_fix?.outcome) {
    case 'worked':
      return [
        ...(isConfirmedByUser(bundle) ? [] : [words.ask_user]),
        words.monitor,
        words.others_affected,
      ];
    case 'applied':
    case 'pending':
      return [words.inform_user, words.monitor];
    case 'partly':
    case 'proposed':
    case 'failed':
    case 'dismissed':
    case undefined:
      return [
        ...(bundle.facts.length === 0 ? [words.confirm_symptoms] : []),
        words.reproduce,
        ...(isScopeOpen ? [words.who_and_since] : []),
        words.choose_next,
      ];
  }
}

function isConfirmedByUser({ facts }: InputBundle): boolean {
  return facts.some(
    ({ role, source_type }) => role === 'confirmation' && source_type === 'user_report',
  );
}
