import { FIRST_STEP_CONFIDENCE, trySuggestedFix } from '../../../shared/notes/sections.ts';
import { type BundleFix, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { userVerifications } from '../language/claims.ts';
import { withFullStop, withoutFullStop } from '../language/sentences.ts';
import { bullet, type NoteBlock } from '../note-document.ts';
import { hypothesisFix } from './hypothesis.ts';

const FEWEST = 2;
const MOST = 4;

/** Two to four concrete actions that the record supports; general ones only to reach two. */
export function nextStepBlocks(bundle: InputBundle): NoteBlock[] {
  const steps = [...activeFixStep(bundle), ...generatedScriptStep(bundle)];
  const general = generalSteps(bundle).map((text) => bullet(text, SESSION_EVIDENCE));
  return [...steps, ...general.slice(0, Math.max(0, FEWEST - steps.length))].slice(0, MOST);
}

/** Whether the untried active fix is the first next step: above 80 %. */
export function isFirstStep(fix: BundleFix): boolean {
  return (
    fix.outcome === 'proposed' &&
    fix.confidence > FIRST_STEP_CONFIDENCE &&
    withoutFullStop(fix.title) !== ''
  );
}

function activeFixStep(bundle: InputBundle): NoteBlock[] {
  const fix = bundle.active_fix;
  const title = withoutFullStop(fix?.title ?? '');
  if (fix === null || title === '') return [];
  if (isFirstStep(fix)) return [bullet(trySuggestedFix(title), fix.evidence_id)];
  const note = withoutFullStop(fix.outcome_note ?? '');
  switch (fix.outcome) {
    case 'applied':
      return [bullet(`Check whether the applied fix worked: ${title}.`, fix.evidence_id)];
    case 'pending':
      return [
        ...(note === ''
          ? []
          : [
              bullet(withFullStop(`Follow up on what the fix waits for: ${note}`), fix.evidence_id),
            ]),
        bullet(`Verify the applied fix as soon as that is possible: ${title}.`, fix.evidence_id),
      ];
    case 'partly':
      return [
        bullet(`Find out what remains of the problem after this fix: ${title}.`, fix.evidence_id),
      ];
    case 'worked':
      return [
        bullet(
          isConfirmed(bundle)
            ? `Watch whether the problem stays away after this fix: ${title}.`
            : `Check with the user that the problem stays away after this fix: ${title}.`,
          fix.evidence_id,
        ),
      ];
    default:
      return [
        bullet(
          hypothesisFix(bundle) === null
            ? `Look for evidence for or against the suggested fix: ${title}.`
            : `Review the suggested fix and try it if the record supports it: ${title}.`,
          fix.evidence_id,
        ),
      ];
  }
}

/** One at most: the newest script that was generated and never run, whose question is still open. */
function generatedScriptStep(bundle: InputBundle): NoteBlock[] {
  const script = bundle.scripts.findLast((one) => !one.ran && withoutFullStop(one.name) !== '');
  if (script === undefined || bundle.active_fix?.outcome === 'worked') return [];
  return [
    bullet(
      `Run the generated script if it still applies: ${withoutFullStop(script.name)}.`,
      script.evidence_id,
    ),
  ];
}

function generalSteps(bundle: InputBundle): string[] {
  if (bundle.active_fix?.outcome === 'worked') {
    return [
      ...(isConfirmed(bundle) ? [] : ['Record what the user says about the result.']),
      'Find out whether anyone else had the same problem.',
      'Record what the user says about the result.',
    ].slice(0, FEWEST);
  }
  return [
    ...(bundle.facts.length === 0
      ? ['Confirm the symptoms with the user and record each one as a fact.']
      : []),
    'Reproduce the problem with the user and record the exact message.',
    'Find out who else is affected and since when.',
  ];
}

/** The user has said that it works: nobody needs to ask again. */
function isConfirmed(bundle: InputBundle): boolean {
  return userVerifications(bundle).length > 0;
}
