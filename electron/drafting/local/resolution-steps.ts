import type { FixOutcome } from '../../../shared/domain/suggested-fix.ts';
import { beginsInPast, pastTense } from '../../../shared/notes/past-tense.ts';
import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import { type BundleFact, type BundleFix, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteSentence,
  paragraph,
  sentence,
} from '../note-document.ts';
import { factForCustomer, ownTextForCustomer } from './customer-text.ts';
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

/** "Resolution": what was done, how somebody knows that it works, and how it stands now. */
export function resolutionBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const steps = [
    ...fixSteps(bundle),
    ...bundle.facts.flatMap((fact) => factStep(fact, bundle)),
    ...scriptSteps(bundle),
  ];
  const isUnchanged = !steps.some(({ place }) => place !== 'confirmed') && !hasAction(bundle);
  const state = stateSentences(bundle);
  const open = state.length === 0 ? [] : [bullet(...state)];
  if (steps.length > 0) {
    const done = steps.some(({ place }) => place === 'done') ? [] : hiddenChange(bundle);
    return [...done, ...inOrder(steps), ...open];
  }
  const hidden = hiddenChange(bundle);
  if (hidden.length > 0) return [...hidden, ...open];
  const { no_changes } = FIXED_SENTENCES[bundle.language];
  const nothing = isUnchanged ? [fixedSentence(no_changes)] : [];
  const sentences = [...nothing, ...state];
  return [paragraph(...(sentences.length > 0 ? sentences : [fixedSentence(no_changes)]))];
}

/** Whether something was done: a fix was carried out, a change was made, or a script made one. */
function hasAction({ facts, fixes_tried, scripts }: InputBundle): boolean {
  return (
    fixes_tried.some((fix) => fix.outcome !== 'pending' || isWritten(fix)) ||
    facts.some(({ role }) => role === 'change' || role === 'confirmation') ||
    scripts.some(({ ran, changes_system }) => ran && changes_system)
  );
}

/** A change in words that are not for the customer, where nothing else says what was done. */
function hiddenChange({ facts, language }: InputBundle): readonly NoteBlock[] {
  const ids = facts.flatMap(({ role, audience, evidence_id }) =>
    role === 'change' && audience.because === 'internal_value' ? [evidence_id] : [],
  );
  const { made_change, details_in_records } = PHRASES[language];
  if (ids.length === 0) return [];
  return [bullet(sentence(made_change, ...ids), sentence(details_in_records, ...ids))];
}

/** Whether a fix worked, or the record says how somebody knows that it works. */
export function isSolved({ facts, fixes_tried }: InputBundle): boolean {
  return (
    facts.some(({ role }) => role === 'confirmation') ||
    fixes_tried.some(({ outcome }) => outcome === 'worked')
  );
}

/** How it stands where it is not solved, and what the customer was promised; nothing once somebody said that it works. */
function stateSentences(bundle: InputBundle): readonly NoteSentence[] {
  const words = PHRASES[bundle.language];
  if (isSolved(bundle)) return [];
  const { fixes_tried, active_fix, checks, hand_off } = bundle;
  const latest = fixes_tried.at(-1);
  const promised =
    hand_off.promised === null ? null : ownTextForCustomer(hand_off.promised, bundle.names);
  // Of a fix that helped in part, or whose result is open, its own sentence says how it stands.
  const isTold = latest !== undefined && latest.outcome !== 'failed';
  const open = checks.filter(({ done }) => !done);
  const failed = fixes_tried.flatMap((fix) =>
    fix.outcome === 'failed' && !isForCustomer(fix) ? [fix.evidence_id] : [],
  );
  const isWithVendor = hand_off.escalation_reason === 'vendor';
  const untried = active_fix?.outcome === 'proposed' ? [active_fix] : [];
  const rows = [...open, ...untried].map(({ evidence_id }) => evidence_id);
  const isLooking = !isWithVendor && promised === null && rows.length > 0;
  return [
    ...(isTold || failed.length === 0
      ? []
      : [sentence(words.not_solved(failed.length), ...failed)]),
    ...(isWithVendor ? [sentence(words.with_vendor, SESSION_EVIDENCE)] : []),
    ...(isLooking && latest?.outcome !== 'pending' ? [sentence(words.still_looking, ...rows)] : []),
    ...(promised === null
      ? []
      : [sentence(asSentence(`${words.we_promised}${promised}`), SESSION_EVIDENCE)]),
  ];
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
    const note = noteForCustomer(fix, bundle, hasConfirmation || fix.customer_done !== null);
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
    if (fix.outcome === 'pending' && !isWritten(fix)) {
      const title = ownTextForCustomer(fix.title, bundle.names);
      const waits = note === null ? '' : ` (${midSentence(note)})`;
      const what = asSentence(`${words.pending}${title ?? ''}${waits}`);
      return [step('open', title === null ? words.still_looking : what)];
    }
    const what = done ?? words.made_change;
    const isWhole = !hasConfirmation;
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

/**
 * The note on a result in words for the customer. One on a fix that worked or helped says how somebody
 * knows, one on a fix that waits says on what: they are for the customer unless they have an internal
 * value, or a confirmation or the customer's own words tell it already (`isTold`).
 */
function noteForCustomer(fix: BundleFix, { names }: InputBundle, isTold: boolean): string | null {
  const isProof = (fix.outcome === 'worked' || fix.outcome === 'partly') && !isTold;
  const isWaiting = fix.outcome === 'pending' && !isWritten(fix);
  const note = fix.customer_note ?? (isProof || isWaiting ? fix.outcome_note : null);
  return note === null || withoutStop(note) === '' ? null : ownTextForCustomer(note, names);
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
  if (written !== null || beginsInPast(text)) return withSubject(text, words);
  const past = words.we === null ? null : pastTense(withoutStop(text));
  return past === null ? asSentence(`${words.what_we_did}${text}`) : withSubject(past, words);
}

/** `Cleared the cache` → `We cleared the cache.` */
function withSubject(text: string, words: Phrases): string {
  const line = withoutStop(text);
  if (words.we === null || !beginsInPast(line)) return openingSentence(line, words.noted);
  const [verb = ''] = line.split(' ', 1);
  return asSentence(`${words.we}${verb.toLowerCase()}${line.slice(verb.length)}`);
}

function factStep(fact: BundleFact, bundle: InputBundle): readonly Step[] {
  if (fact.role !== 'change' && fact.role !== 'confirmation') return [];
  const words = PHRASES[bundle.language];
  const text = factForCustomer(fact, bundle.names);
  if (text === null || withoutStop(text) === '') return [];
  const isOurs = fact.source_type !== 'user_report' && fact.source_type !== 'ticket';
  const said =
    isOurs && fact.role === 'change'
      ? withSubject(text, words)
      : openingSentence(text, words.noted);
  return [
    {
      place: fact.role === 'change' ? 'done' : 'confirmed',
      at: fact.created_at,
      block: bullet(sentence(said, fact.evidence_id)),
    },
  ];
}

/** Changes that scripts made, in their words for the customer; without any, only where nothing else was done. */
function scriptSteps(bundle: InputBundle): readonly Step[] {
  const words = PHRASES[bundle.language];
  const changing = bundle.scripts.filter(({ ran, changes_system }) => ran && changes_system);
  const said = changing.flatMap(({ customer_outcome, evidence_id, ran_at }): Step[] => {
    const text =
      customer_outcome === null ? null : ownTextForCustomer(customer_outcome, bundle.names);
    if (text === null) return [];
    const line = sentence(withSubject(text, words), evidence_id);
    return [{ place: 'done', at: ran_at ?? 0, block: bullet(line) }];
  });
  const [first] = changing;
  const isOnlyAction =
    bundle.fixes_tried.length === 0 && !bundle.facts.some(({ role }) => role === 'change');
  if (said.length > 0 || first === undefined || !isOnlyAction) return said;
  const ids = changing.map(({ evidence_id }) => evidence_id);
  const block = bullet(
    sentence(words.made_change, ...ids),
    sentence(words.details_in_records, ...ids),
  );
  return [{ place: 'done', at: first.ran_at ?? 0, block }];
}
