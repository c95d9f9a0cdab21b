import type { NoteKind } from '../../../shared/domain/note.ts';
import { FIXED_SENTENCES, trySuggestedFix } from '../../../shared/notes/sections.ts';
import { cleanText, singleLine } from '../../../shared/text.ts';
import { type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { RESOLVE_SENTENCES } from '../fixed-sentences.ts';
import { withoutFullStop } from '../language/sentences.ts';
import { hypothesisFix, leadingSuggestion } from '../local/hypothesis.ts';
import { draftLocally } from '../local/local-generator.ts';
import { isFirstStep } from '../local/next-steps.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteDocument,
  paragraph,
} from '../note-document.ts';
import type { AnswerLine, AnswerOf, EscalationAnswer, ResolutionAnswer } from './answer-schema.ts';

/** Steps and lines beyond this are no note any more. */
const MOST_LINES = 60;
const FEWEST_STEPS = 2;
const MOST_STEPS = 4;

/**
 * A note from the model's answer. What the contract fixes is code's: the order of sections, the
 * sentences for sections that have nothing to tell, when a hypothesis is named and with which
 * confidence, and the first next step. A section that the model left empty although the record has
 * something for it is taken from the local drafter.
 */
export function noteFromAnswer<Kind extends NoteKind>(
  kind: Kind,
  answer: AnswerOf[Kind],
  bundle: InputBundle,
): NoteDocument {
  const local = draftLocally(kind, bundle);
  const sections =
    kind === 'resolve'
      ? resolutionSections(answer as ResolutionAnswer, bundle)
      : escalationSections(answer as EscalationAnswer, bundle, local);
  return {
    kind,
    sections: sections.map((blocks, index) =>
      blocks.length > 0 ? blocks : (local.sections[index] ?? []),
    ),
  };
}

function resolutionSections(answer: ResolutionAnswer, bundle: InputBundle): NoteBlock[][] {
  const confirmed = bullets(answer.confirmed);
  return [
    paragraphs(answer.problem),
    confirmed.length > 0 || bundle.facts.length === 0
      ? confirmed
      : [fixedSentence(RESOLVE_SENTENCES.checks_kept_internally)],
    causeBlocks(answer.root_cause, bundle),
    bullets(answer.resolution),
  ];
}

/** A cause rests on a fact or on a fix that worked; on anything else it is a suspicion. */
function causeBlocks(cause: AnswerLine | null, bundle: InputBundle): NoteBlock[] {
  const worked = new Set(
    bundle.fixes_tried.filter((fix) => fix.outcome === 'worked').map((fix) => fix.evidence_id),
  );
  const isBorneOut = cause?.evidence_ids.some((id) => id.startsWith('fact:') || worked.has(id));
  const blocks = cause !== null && isBorneOut ? paragraphs(cause) : [];
  return blocks.length > 0 ? blocks : [fixedSentence(FIXED_SENTENCES.no_root_cause)];
}

function escalationSections(
  answer: EscalationAnswer,
  bundle: InputBundle,
  local: NoteDocument,
): NoteBlock[][] {
  return [
    paragraphs(answer.problem),
    bundle.facts.length === 0 ? [] : bullets(answer.confirmed),
    bullets(answer.tried),
    hypothesisBlocks(answer.hypothesis_reasons, bundle),
    stepBlocks(answer.next_steps, bundle, local.sections[4] ?? []),
  ];
}

function hypothesisBlocks(reasons: AnswerLine | null, bundle: InputBundle): NoteBlock[] {
  const fix = hypothesisFix(bundle);
  if (fix === null) return [fixedSentence(FIXED_SENTENCES.no_hypothesis)];
  const more = reasons === null ? '' : plainLine(reasons.text);
  if (more === '') return [];
  return [
    paragraph(
      `${leadingSuggestion(fix)} ${more}`,
      fix.evidence_id,
      ...(reasons?.evidence_ids ?? []),
    ),
  ];
}

function stepBlocks(
  steps: readonly AnswerLine[],
  bundle: InputBundle,
  local: readonly NoteBlock[],
): NoteBlock[] {
  const fix = bundle.active_fix;
  const title = withoutFullStop(fix?.title ?? '');
  const first =
    fix !== null && isFirstStep(fix) ? [bullet(trySuggestedFix(title), fix.evidence_id)] : [];
  const own = bullets(steps).filter(
    ({ text }) => first.length === 0 || !text.toLowerCase().includes(title.toLowerCase()),
  );
  const all = [...first, ...own];
  const texts = new Set(all.map((block) => block.text));
  const filler = local.filter((block) => !texts.has(block.text));
  return [...all, ...filler.slice(0, Math.max(0, FEWEST_STEPS - all.length))].slice(0, MOST_STEPS);
}

function paragraphs({ text, evidence_ids }: AnswerLine): NoteBlock[] {
  const plain = plainLine(text);
  return plain === '' ? [] : [paragraph(plain, ...evidenceOr(evidence_ids))];
}

function bullets(lines: readonly AnswerLine[]): NoteBlock[] {
  return lines.slice(0, MOST_LINES).flatMap(({ text, evidence_ids }) => {
    const plain = plainLine(text);
    return plain === '' ? [] : [bullet(plain, ...evidence_ids)];
  });
}

/** The problem is described by the session itself where the model names nothing. */
function evidenceOr(ids: readonly string[]): readonly string[] {
  return ids.length > 0 ? ids : [SESSION_EVIDENCE];
}

/** One line of plain text: what a model likes to put around it is taken off. */
function plainLine(text: string): string {
  return singleLine(cleanText(text).text)
    .replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^#{1,6}\s+/, '');
}
