import type { FixOutcome } from '../../../shared/domain/suggested-fix.ts';
import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { BundleFix, BundleScript, InputBundle } from '../bundle.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import {
  asSentence,
  countWords,
  withCapital,
  withFullStop,
  withoutFullStop,
} from '../language/sentences.ts';
import { bullet, fixedSentence, type NoteBlock } from '../note-document.ts';
import { BULLET_WORD_LIMIT } from '../word-limits.ts';
import { groupFacts } from './fact-lines.ts';
import { undoTold } from './undo.ts';

/** "What we've tried": diagnostic checks, fixes applied and scripts run, each with what came of it. */
export function triedBlocks(bundle: InputBundle): NoteBlock[] {
  const checks = groupFacts(bundle.diagnostic_checks).map(({ fact, evidence_ids }) => {
    const check = withoutFullStop(fact.source_summary ?? '') || 'Diagnostic check';
    return bullet(
      `${withoutStrayQuotes(asSentence(check).replace(/\.$/, ''))}: ${asSentence(fact.text)}`,
      ...evidence_ids,
    );
  });
  const fixes = bundle.fixes_tried.map((fix) => bullet(fixTold(fix), fix.evidence_id));
  const scripts = bundle.scripts
    .filter((script) => script.ran)
    .flatMap((script) => scriptTold(script).map((text) => bullet(text, script.evidence_id)));
  const blocks = [...checks, ...fixes, ...scripts];
  return blocks.length === 0 ? [fixedSentence(FIXED_SENTENCES.nothing_tried)] : blocks;
}

const VERDICT: Record<FixOutcome, string> = {
  worked: 'It worked.',
  partly: 'It helped in part.',
  failed: 'It did not help, so it is ruled out.',
  pending: 'Its result cannot be verified yet.',
  applied: 'Its result is not known yet.',
  proposed: 'It has not been tried yet.',
  dismissed: 'It was dismissed.',
};

function fixTold(fix: BundleFix): string {
  const note = fix.outcome_note === null ? '' : asSentence(withoutStrayQuotes(fix.outcome_note));
  return [
    `Applied the fix: ${withoutStrayQuotes(withoutFullStop(fix.title)) || '(no title)'}.`,
    ...(isReplaced(fix) ? [note, 'A later fix superseded it.'] : [VERDICT[fix.outcome], note]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Superseded before anybody gave a verdict: what was noted of it is all that will ever be known. */
function isReplaced({ outcome, outcome_note, superseded }: BundleFix): boolean {
  return superseded && (outcome === 'applied' || outcome === 'pending') && outcome_note !== null;
}

/** What a run did and, where it changed the system, how to undo that: one line, or two where one is too long. */
function scriptTold(script: BundleScript): string[] {
  const name = withoutStrayQuotes(withoutFullStop(script.name)) || '(no name)';
  const outcome = asSentence(withoutStrayQuotes(script.outcome ?? ''));
  const told =
    outcome === ''
      ? `Ran the script ${name}; its outcome was not recorded.`
      : `Ran the script ${name}: ${outcome}`;
  if (!script.changes_system) return [told];
  const undo = withFullStop(withoutStrayQuotes(undoTold(script)));
  const whole = `${told} ${withCapital(undo)}`;
  return countWords(whole) <= BULLET_WORD_LIMIT ? [whole] : [told, `${name}: ${undo}`];
}
