import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
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
import { resolutionBlocks } from './resolution-steps.ts';
import { asSentence, openingSentence, sameKey } from './sentence-text.ts';

/** More symptoms than this make no problem in a few words; the others are said under "What we confirmed". */
const MOST_SYMPTOMS = 2;

/** The resolution note from the bundle alone: what the customer may read, in the order of the headings. */
export function draftResolution(bundle: InputBundle): NoteDocument {
  const problem = customerProblem(bundle);
  const cause = causeBlock(bundle);
  const resolution = resolutionBlocks(bundle);
  const confirmed = confirmedBlocks(bundle, problem);
  return {
    kind: 'resolve',
    sections: [
      [paragraph(...problem.sentences)],
      confirmed.length > 0 ? confirmed : [nothingForCustomer(bundle, cause !== null)],
      [cause ?? noCause(bundle)],
      resolution,
    ],
  };
}

interface CustomerProblem {
  readonly sentences: readonly NoteSentence[];
  readonly from: 'summary' | 'symptoms' | 'report';
}

/** The first of summary, symptoms, a report in one line and the title that is fit for the customer. */
function customerProblem(bundle: InputBundle): CustomerProblem {
  const { names, language } = bundle;
  const words = PHRASES[language];
  const summary =
    forCustomer(bundle.customer_summary ?? '', bundle) ?? forCustomer(bundle.summary, bundle);
  if (summary !== null) {
    const text = openingSentence(summary, words.noted);
    return { sentences: [sentence(text, SESSION_EVIDENCE)], from: 'summary' };
  }
  const symptoms = bundle.facts.filter(({ role }) => role === 'symptom');
  const sentences = reported(symptoms, bundle).slice(0, MOST_SYMPTOMS);
  if (sentences.length > 0) return { sentences, from: 'symptoms' };
  // Several lines are a mail, with its greeting and signature.
  const isShort = bundle.intake.length <= SHORT_INTAKE && !bundle.intake.trim().includes('\n');
  const intake = isShort ? forCustomer(bundle.intake, bundle) : null;
  const title = ownTextForCustomer(bundle.title, names);
  if (intake === bundle.intake) {
    const text = asSentence(`${words.reported}${quoted(intake)}`);
    return { sentences: [sentence(text, SESSION_EVIDENCE)], from: 'report' };
  }
  if (title !== null && asSentence(title) !== '') {
    const text = asSentence(`${words.reported}${title}`);
    return { sentences: [sentence(text, SESSION_EVIDENCE)], from: 'report' };
  }
  const { problem_in_records } = FIXED_SENTENCES[language];
  return { sentences: [fixedSentence(problem_in_records)], from: 'report' };
}

/** Null where nothing is said or an internal value stays in it. */
function forCustomer(text: string, { names }: InputBundle): string | null {
  return asSentence(text) === '' ? null : ownTextForCustomer(text, names);
}

function isReport({ source_type, customer_wording }: BundleFact): boolean {
  return (source_type === 'user_report' || source_type === 'ticket') && customer_wording === null;
}

/** A sentence a fact; the first that somebody reported says so for those that follow. */
function reported(facts: readonly BundleFact[], bundle: InputBundle): readonly NoteSentence[] {
  const words = PHRASES[bundle.language];
  let isLabelled = false;
  return facts.flatMap((fact) => {
    const text = factForCustomer(fact, bundle.names);
    if (text === null || asSentence(text) === '') return [];
    const label = isReport(fact) && !isLabelled ? words.reported : '';
    isLabelled = isReport(fact);
    return [sentence(openingSentence(`${label}${text}`, words.noted), fact.evidence_id)];
  });
}

/**
 * Findings, and symptoms that the problem does not say already. What was reported is what the
 * customer told us: it is repeated only where nothing else would be here.
 */
function confirmedBlocks(bundle: InputBundle, problem: CustomerProblem): readonly NoteBlock[] {
  const told = new Set(problem.sentences.flatMap(({ evidence_ids }) => evidence_ids));
  const toldTexts = new Set(problem.sentences.map(({ text }) => sameKey(text)));
  const open = bundle.facts.filter(
    ({ role, evidence_id, text, customer_wording }) =>
      (role === 'symptom' || role === 'finding') &&
      !told.has(evidence_id) &&
      !toldTexts.has(sameKey(customer_wording ?? text)),
  );
  const reports = open.filter((fact) => fact.role === 'symptom' && isReport(fact));
  const findings = open.filter((fact) => !(fact.role === 'symptom' && isReport(fact)));
  const blocks = [
    ...findings.flatMap((fact) => reported([fact], bundle).map((one) => bullet(one))),
    ...bundle.scripts.flatMap((script) => {
      if (!script.ran || script.changes_system || script.customer_outcome === null) return [];
      const text = forCustomer(script.customer_outcome, bundle);
      return text === null ? [] : [bullet(sentence(asSentence(text), script.evidence_id))];
    }),
  ];
  if (blocks.length > 0 && problem.from === 'summary') return blocks;
  const sentences = reported(reports, bundle);
  return sentences.length === 0 ? blocks : [bullet(...sentences), ...blocks];
}

function nothingForCustomer(bundle: InputBundle, hasCause: boolean): NoteBlock {
  const fixed = FIXED_SENTENCES[bundle.language];
  const hasRole = (...roles: readonly BundleFact['role'][]) =>
    bundle.facts.some(
      ({ role, audience }) => roles.includes(role) && audience.audience === 'customer',
    );
  const wasChecked =
    bundle.facts.some(
      ({ source_type }) => source_type === 'diagnostic_check' || source_type === 'script_output',
    ) ||
    bundle.checks.some(({ done }) => done) ||
    bundle.scripts.some(({ ran }) => ran);
  if (wasChecked) return paragraph(fixedSentence(fixed.checks_in_records));
  if (bundle.facts.some(({ role }) => role === 'finding')) {
    return paragraph(fixedSentence(fixed.findings_in_records));
  }
  const isBelow = hasCause && hasRole('change', 'confirmation');
  return paragraph(fixedSentence(isBelow ? fixed.confirmed_below : fixed.nothing_confirmed));
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
