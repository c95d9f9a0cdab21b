import type { FixOutcome } from '../../../shared/domain/suggested-fix.ts';
import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { BundleFact, BundleFix, BundleScript, InputBundle } from '../bundle.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteSentence,
  paragraph,
  sentence,
} from '../note-document.ts';
import { factForCustomer, ownTextForCustomer } from './customer-text.ts';
import { beginsInPast, pastTense } from './past-tense.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import { asSentence, midSentence, openingSentence, withoutStop } from './sentence-text.ts';

/** What was done comes first, then that it works, then what is still open; each in time order. */
type Place = 'done' | 'confirmed' | 'open';
const PLACES: readonly Place[] = ['done', 'confirmed', 'open'];

interface Step {
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly block: NoteBlock;
}

/** "Resolution": fixes, changes and scripts, each as what was done, with the confirmations after them. */
export function resolutionBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const fixes = fixSteps(bundle);
  const facts = bundle.facts.flatMap((fact) => factStep(fact, bundle));
  const saysWhatWasDone = [...fixes, ...facts].some(({ place }) => place !== 'confirmed');
  const scripts = scriptSteps(bundle, saysWhatWasDone);
  const steps = [...fixes, ...facts, ...scripts];
  if (steps.length > 0) return inOrder(steps);
  const words = PHRASES[bundle.language];
  const failed = bundle.fixes_tried.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) {
    const ids = failed.map(({ evidence_id }) => evidence_id);
    return [bullet(sentence(words.nothing_solved_it, ...ids))];
  }
  return [paragraph(fixedSentence(FIXED_SENTENCES[bundle.language].no_changes))];
}

function inOrder(steps: readonly Step[]): readonly NoteBlock[] {
  return steps
    .toSorted(
      (one, other) => PLACES.indexOf(one.place) - PLACES.indexOf(other.place) || one.at - other.at,
    )
    .map(({ block }) => block);
}

/**
 * What was done with each fix and its result. That a result is open is a line of its own at the end
 * where confirmations come between.
 */
function fixSteps(bundle: InputBundle): readonly Step[] {
  const words = PHRASES[bundle.language];
  const hasConfirmation = bundle.facts.some(
    (fact) => fact.role === 'confirmation' && factForCustomer(fact, bundle.names) !== null,
  );
  const lastWorked = bundle.fixes_tried.findLast(({ outcome }) => outcome === 'worked');
  return bundle.fixes_tried.filter(isForCustomer).flatMap((fix): Step[] => {
    const done = doneText(fix, bundle);
    const note =
      fix.customer_note === null ? null : ownTextForCustomer(fix.customer_note, bundle.names);
    // A confirmation or a note says more than "It worked.", and two fixes need not both say it.
    const isSaid = note !== null || hasConfirmation || fix !== lastWorked;
    const result = fix.outcome === 'worked' && isSaid ? [] : resultTexts(fix.outcome, note, words);
    const more = note === null || fix.outcome === 'pending' ? [] : [asSentence(note)];
    const details = done === null ? [words.details_in_records] : [];
    const isOpen = !fix.superseded && (fix.outcome === 'applied' || fix.outcome === 'pending');
    const step = (place: Place, ...texts: readonly string[]): Step => ({
      place,
      at: fix.applied_at ?? 0,
      block: bullet(...texts.map((text) => sentence(text, fix.evidence_id))),
    });
    const what = done ?? words.made_change;
    // Where nobody wrote what was done, a pending fix may be under way only.
    const isWhole = !hasConfirmation || (fix.outcome === 'pending' && !isWritten(fix));
    return isOpen && !isWhole
      ? [step('done', what, ...details), step('open', ...result, ...more)]
      : [step(isOpen ? 'open' : 'done', what, ...result, ...more, ...details)];
  });
}

/** What failed, or was replaced before anybody knew, is for the customer where it has words for them. */
function isForCustomer(fix: BundleFix): boolean {
  const hasWords = fix.customer_done !== null || fix.customer_note !== null;
  switch (fix.outcome) {
    case 'worked':
    case 'partly':
      return true;
    case 'applied':
    case 'pending':
      return !fix.superseded || hasWords;
    case 'failed':
      return hasWords;
    case 'proposed':
    case 'dismissed':
      return false;
  }
}

function resultTexts(outcome: FixOutcome, note: string | null, words: Phrases): readonly string[] {
  switch (outcome) {
    case 'worked':
      return [words.worked];
    case 'partly':
      return [words.helped_in_part];
    case 'failed':
      return [words.did_not_help];
    case 'applied':
      return [words.result_unknown];
    case 'pending':
      return [
        asSentence(
          note === null
            ? words.result_open
            : `${words.result_open}${words.colon}${midSentence(note)}`,
        ),
      ];
    case 'proposed':
    case 'dismissed':
      return [];
  }
}

function isWritten({ done, customer_done }: BundleFix): boolean {
  return done !== null || customer_done !== null;
}

/** What was done, in a sentence; null where its words are not for the customer. */
function doneText(fix: BundleFix, { names, language }: InputBundle): string | null {
  const words = PHRASES[language];
  const written = fix.customer_done ?? fix.done;
  const text = ownTextForCustomer(written ?? fix.title, names);
  if (text === null || withoutStop(text) === '') return null;
  if (written === null && fix.outcome === 'pending')
    return asSentence(`${words.in_progress}${text}`);
  if (written !== null || beginsInPast(text)) return withSubject(text, words);
  const past = words.we === null ? null : pastTense(withoutStop(text));
  return asSentence(past === null ? `${words.what_we_did}${text}` : `${words.we}${past}`);
}

/** `Cleared the cache` → `We cleared the cache.` */
function withSubject(text: string, words: Phrases): string {
  const line = withoutStop(text);
  if (words.we === null || !beginsInPast(line)) return openingSentence(line, words.noted);
  return asSentence(`${words.we}${line.charAt(0).toLowerCase()}${line.slice(1)}`);
}

function factStep(fact: BundleFact, bundle: InputBundle): readonly Step[] {
  if (fact.role !== 'change' && fact.role !== 'confirmation') return [];
  const words = PHRASES[bundle.language];
  const text = factForCustomer(fact, bundle.names);
  if (text === null || withoutStop(text) === '') return [];
  const isOurs = fact.source_type !== 'user_report' && fact.source_type !== 'ticket';
  const told =
    isOurs && fact.role === 'change'
      ? withSubject(text, words)
      : openingSentence(text, words.noted);
  return [
    {
      place: fact.role === 'change' ? 'done' : 'confirmed',
      at: fact.created_at,
      block: bullet(sentence(told, fact.evidence_id)),
    },
  ];
}

/**
 * Changes that scripts made, in their words for the customer. Those without any are one sentence
 * together, and none where a fix or a change says what was done.
 */
function scriptSteps(bundle: InputBundle, saysWhatWasDone: boolean): readonly Step[] {
  const changing = bundle.scripts.filter(({ ran, changes_system }) => ran && changes_system);
  const told: Step[] = [];
  const untold: BundleScript[] = [];
  for (const script of changing) {
    const { customer_outcome, evidence_id } = script;
    const text =
      customer_outcome === null ? null : ownTextForCustomer(customer_outcome, bundle.names);
    if (text === null) {
      untold.push(script);
      continue;
    }
    const line = sentence(withSubject(text, PHRASES[bundle.language]), evidence_id);
    told.push({ place: 'done', at: script.ran_at ?? 0, block: bullet(line) });
  }
  const [first] = untold;
  if (first === undefined || saysWhatWasDone || told.length > 0) return told;
  return [
    { place: 'done', at: first.ran_at ?? 0, block: bullet(...unnamedChange(untold, bundle)) },
  ];
}

function unnamedChange(
  scripts: readonly BundleScript[],
  { language }: InputBundle,
): readonly NoteSentence[] {
  const ids = scripts.map(({ evidence_id }) => evidence_id);
  const { made_change, details_in_records } = PHRASES[language];
  return [sentence(made_change, ...ids), sentence(details_in_records, ...ids)];
}
