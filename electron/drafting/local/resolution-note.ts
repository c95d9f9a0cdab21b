import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import { typedValues } from '../../../shared/notes/typed-values.ts';
import { type BundleFact, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteDocument,
  type NoteSentence,
  paragraph,
  sentence,
} from '../note-document.ts';
import { factForCustomer, ownTextForCustomer } from './customer-text.ts';
import { PHRASES } from './phrases.ts';
import { quoted, SHORT_INTAKE } from './problem-statement.ts';
import { isSolved, resolutionBlocks } from './resolution-steps.ts';
import { asSentence, openingSentence, sameKey } from './sentence-text.ts';

/** More symptoms than this are no problem in a few words; the others are listed as left out. */
const MOST_SYMPTOMS = 2;

/** The resolution note from the bundle alone: what the customer may read, in the order of the headings. */
export function draftResolution(bundle: InputBundle): NoteDocument {
  const problem = paragraph(...customerProblem(bundle));
  const cause = causeBlock(bundle);
  const resolution = resolutionBlocks(bundle);
  const elsewhere = [problem, ...(cause === null ? [] : [cause]), ...resolution];
  const confirmed = confirmedBlocks(bundle, elsewhere);
  return {
    kind: 'resolve',
    sections: [
      [problem],
      confirmed.length > 0 ? confirmed : [nothingConfirmed(bundle, cause !== null)],
      [cause ?? noCause(bundle)],
      resolution,
    ],
  };
}

/** The summary, or the title, each with the symptoms that the customer may read and that add to it. */
function customerProblem(bundle: InputBundle): readonly NoteSentence[] {
  const words = PHRASES[bundle.language];
  const summary =
    forCustomer(bundle.customer_summary ?? '', bundle) ?? forCustomer(bundle.summary, bundle);
  // A title is no sentence of ours: names inside it are not replaced.
  const isOpenTitle = forCustomer(bundle.title, bundle) === bundle.title;
  const title = summary ?? (isOpenTitle ? bundle.title : null);
  const opening =
    title === null ? [] : [sentence(openingSentence(title, words.noted), SESSION_EVIDENCE)];
  // Where no cause is told, what was reported is all that the customer gets to read.
  const isOpen = !bundle.facts.some(({ role }) => role === 'cause');
  const symptoms = symptomsBefore(bundle)
    .flatMap((fact) => {
      const text = factForCustomer(fact, bundle.names);
      return text === null || asSentence(text) === '' ? [] : [{ fact, text }];
    })
    .filter(({ fact, text }) =>
      summary === null ? !isSame(text, title) : addsTo(summary, fact, text, isOpen),
    )
    .slice(0, MOST_SYMPTOMS)
    .map(({ fact, text }, index) => {
      const label = index === 0 && isReport(fact) ? words.reported : '';
      return sentence(openingSentence(`${label}${text}`, words.noted), fact.evidence_id);
    });
  if (opening.length > 0 || symptoms.length > 0) return [...opening, ...symptoms];
  // Several lines are a mail, with its greeting and signature.
  const isShort = bundle.intake.length <= SHORT_INTAKE && !bundle.intake.trim().includes('\n');
  const intake = isShort ? forCustomer(bundle.intake, bundle) : null;
  if (intake !== null && intake === bundle.intake) {
    return [sentence(asSentence(`${words.reported}${quoted(intake)}`), SESSION_EVIDENCE)];
  }
  return [fixedSentence(FIXED_SENTENCES[bundle.language].problem_in_records)];
}

/** Symptoms from before anything was done: what is noted later is no part of the problem. */
function symptomsBefore({ facts, fixes_tried }: InputBundle): readonly BundleFact[] {
  const changes = facts.flatMap(({ role, created_at }) => (role === 'change' ? [created_at] : []));
  const applied = fixes_tried.flatMap(({ applied_at }) =>
    applied_at === null ? [] : [applied_at],
  );
  const start = Math.min(...changes, ...applied);
  return facts.filter(({ role, created_at }) => role === 'symptom' && created_at < start);
}

/**
 * A summary says what was reported: beside it a symptom needs a value that is new and, once a cause is
 * told, a wording of its own. Without values its own wording counts.
 */
function addsTo(summary: string, fact: BundleFact, text: string, isOpen: boolean): boolean {
  const isWorded = fact.customer_wording !== null;
  if (!isWorded && !isOpen) return false;
  const values = typedValues(text);
  if (values.length === 0) return isWorded && !isSame(text, summary);
  const known = new Set(typedValues(summary).map(({ key }) => key));
  return values.some(({ key }) => !known.has(key));
}

function isSame(text: string, title: string | null): boolean {
  return title !== null && sameKey(text) === sameKey(title);
}

/** Null where nothing is said or an internal value stays in it. */
function forCustomer(text: string, { names }: InputBundle): string | null {
  return asSentence(text) === '' ? null : ownTextForCustomer(text, names);
}

function isReport({ source_type, customer_wording }: BundleFact): boolean {
  return (source_type === 'user_report' || source_type === 'ticket') && customer_wording === null;
}

/** Findings, and results of scripts that only looked, that the note does not say elsewhere. */
function confirmedBlocks(
  bundle: InputBundle,
  elsewhere: readonly NoteBlock[],
): readonly NoteBlock[] {
  const words = PHRASES[bundle.language];
  const said = new Set(
    elsewhere.flatMap(({ sentences }) => sentences.map(({ text }) => sameKey(text))),
  );
  const line = (text: string | null, id: string) => {
    if (text === null || asSentence(text) === '' || said.has(sameKey(text))) return [];
    return [bullet(sentence(openingSentence(text, words.noted), id))];
  };
  return [
    ...bundle.facts
      .filter(({ role }) => role === 'finding')
      .flatMap((fact) => line(factForCustomer(fact, bundle.names), fact.evidence_id)),
    ...bundle.scripts
      .filter(({ ran, changes_system }) => ran && !changes_system)
      .flatMap((script) =>
        line(forCustomer(script.customer_outcome ?? '', bundle), script.evidence_id),
      ),
  ];
}

function nothingConfirmed(bundle: InputBundle, hasCause: boolean): NoteBlock {
  const fixed = FIXED_SENTENCES[bundle.language];
  if (hasCause) return paragraph(fixedSentence(fixed.confirmed_below));
  if (isSolved(bundle)) return paragraph(fixedSentence(fixed.resolved_below));
  const isExamined = bundle.facts.some(({ role }) => role === 'finding');
  return paragraph(fixedSentence(isExamined ? fixed.findings_in_records : fixed.nothing_confirmed));
}

function causeBlock(bundle: InputBundle): NoteBlock | null {
  const causes = bundle.facts.filter(({ role }) => role === 'cause');
  const sentences = causes.flatMap((fact) => {
    const text = factForCustomer(fact, bundle.names) ?? '';
    const line = openingSentence(text, PHRASES[bundle.language].noted);
    return line === '' ? [] : [sentence(line, fact.evidence_id)];
  });
  return sentences.length === 0 ? null : paragraph(...sentences);
}

function noCause({ facts, language }: InputBundle): NoteBlock {
  const { no_root_cause, root_cause_in_records } = FIXED_SENTENCES[language];
  const isKnown = facts.some(({ role }) => role === 'cause');
  return paragraph(fixedSentence(isKnown ? root_cause_in_records : no_root_cause));
}
