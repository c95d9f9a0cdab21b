import type { BundleFact, BundleFix, InputBundle } from '../bundle.ts';
import { findUserVerifications, userVerifications } from '../language/claims.ts';
import { withoutStrayQuotes } from '../language/quotations.ts';
import { asSentence, countWords, withoutFullStop } from '../language/sentences.ts';
import { bullet, type NoteBlock } from '../note-document.ts';
import type { CustomerWords } from './customer-words.ts';

const MAX_OUTCOME_WORDS = 30;

/** A change in the past tense at the start of a fact. What was only looked at is not among these verbs. */
const ACTION =
  /^(?:we |i |then |also )?(?:re-?)?(?:cleared|set|placed|installed|uninstalled|started|booted|updated|upgraded|removed|deleted|created|built|configured|changed|enabled|disabled|moved|newed|extended|freed|cleaned|connected|disconnected|added|granted|unlocked|enrolled|registered|rolled back|stored|swapped|mapped|unmapped|paired|corrected|fixed|adjusted|patched|applied|assigned|reset|rebuilt|ran|rerouted|plugged|unplugged|tightened|turned (?:on|off)|switched)\b/i;

/** Fixes that the customer may read of: still standing, or with some success. Failed ones are internal. */
export function tellableFixes(bundle: InputBundle): BundleFix[] {
  return bundle.fixes_tried.filter(
    (fix) =>
      fix.outcome === 'worked' ||
      fix.outcome === 'partly' ||
      (!fix.superseded && (fix.outcome === 'applied' || fix.outcome === 'pending')),
  );
}

/**
 * Whether a fact belongs under "Resolution": it was noted after the fix that worked, or, where no fix
 * is on record, it tells a change in so many words. "Verified with the user" only where R2 allows it.
 */
export function resolutionFacts(bundle: InputBundle): (fact: BundleFact) => boolean {
  const fixes = tellableFixes(bundle);
  const worked = fixes.findLast((fix) => fix.outcome === 'worked');
  const verifications = new Set(userVerifications(bundle));
  const mayStand = (fact: BundleFact) =>
    verifications.has(fact) || findUserVerifications(fact.text).length === 0;
  return (fact) => {
    // What only the ticket says was not seen by us (rule G5).
    if (!mayStand(fact) || fact.source_type === 'ticket') return false;
    if (worked !== undefined)
      return fact.created_at > (worked.outcome_at ?? Number.POSITIVE_INFINITY);
    return fixes.length === 0 && fact.source_type === 'technician' && ACTION.test(fact.text);
  };
}

/** What was done, in plain words: the fixes with their outcome, or else the changes that scripts made. */
export function changeBlocks(bundle: InputBundle, words: CustomerWords): NoteBlock[] {
  const fixes = tellableFixes(bundle);
  const told = fixes.flatMap((fix) => {
    const text = fixTold(fix, words);
    return text === null ? [] : [bullet(text, fix.evidence_id)];
  });
  if (told.length > 0) return told;
  const [fix] = fixes;
  if (fix !== undefined) return [bullet(`${ALONE[fix.outcome] ?? APPLIED}.`, fix.evidence_id)];
  const failed = bundle.fixes_tried.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) {
    const ids = failed.map(({ evidence_id }) => evidence_id);
    return [bullet('What we tried did not solve the problem.', ...ids)];
  }
  return scriptChanges(bundle, words);
}

/** What to do should the problem come back: the same for every fix that stands. */
export function closingBlocks(bundle: InputBundle): NoteBlock[] {
  const worked = tellableFixes(bundle).findLast((fix) => fix.outcome === 'worked');
  return worked === undefined
    ? []
    : [bullet('Please tell us if the problem comes back.', worked.evidence_id)];
}

/** A script that only looked changed nothing for the customer; what it saw is a finding, not a remedy. */
function scriptChanges(bundle: InputBundle, words: CustomerWords): NoteBlock[] {
  const changes = bundle.scripts.filter((script) => script.ran && script.changes_system);
  const told = changes.flatMap((script) => {
    const outcome = brief(script.outcome);
    const text = outcome === '' ? null : words.forResult(`We made a change: ${outcome}`);
    return text === null ? [] : [bullet(text, script.evidence_id)];
  });
  const [script] = changes;
  if (told.length > 0 || script === undefined) return told;
  const kept = 'We made a change on the system; its details are kept in our internal record.';
  return [bullet(kept, script.evidence_id)];
}

/** Null where neither title nor remark is fit for the customer: "a fix was applied" tells them nothing. */
function fixTold(fix: BundleFix, words: CustomerWords): string | null {
  const verdict = VERDICT[fix.outcome] ?? 'This fix was applied';
  const title = words.forSymptom(withoutStrayQuotes(withoutFullStop(fix.title))) ?? '';
  const note = brief(fix.outcome_note);
  const alone = ALONE[fix.outcome] ?? APPLIED;
  const wordings = [
    ...(title === '' || note === '' ? [] : [`${verdict}: ${title}. ${note}`]),
    ...(title === '' ? [] : [`${verdict}: ${title}.`]),
    ...(note === '' ? [] : [`${alone}. ${note}`]),
  ];
  return wordings.map(words.forResult).find((wording) => wording !== null) ?? null;
}

/** A person's remark as a sentence; empty where it is long. */
function brief(remark: string | null): string {
  const sentence = asSentence(remark ?? '');
  return countWords(sentence) <= MAX_OUTCOME_WORDS ? sentence : '';
}

/** Before the name of the fix. */
const VERDICT: Partial<Record<BundleFix['outcome'], string>> = {
  worked: 'This fix was applied and it worked',
  partly: 'This fix was applied and helped in part',
  applied: 'This fix was applied, and its result is not known yet',
  pending: 'This fix was applied, and its result cannot be verified yet',
};

/** Without it. */
const APPLIED = 'We made a change';
const ALONE: Partial<Record<BundleFix['outcome'], string>> = {
  worked: 'We made a change, and it worked',
  partly: 'We made a change, and it helped in part',
  applied: 'We made a change, and its result is not known yet',
  pending: 'We made a change, and its result cannot be verified yet',
};
