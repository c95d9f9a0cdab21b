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
    if (!mayStand(fact)) return false;
    if (worked !== undefined)
      return fact.created_at > (worked.outcome_at ?? Number.POSITIVE_INFINITY);
    return fixes.length === 0 && fact.source_type === 'technician' && ACTION.test(fact.text);
  };
}

/** What was done, in plain words: the fixes with their outcome, or else that a script ran. */
export function changeBlocks(bundle: InputBundle, words: CustomerWords): NoteBlock[] {
  const fixes = tellableFixes(bundle);
  if (fixes.length > 0) return fixes.map((fix) => bullet(fixTold(fix, words), fix.evidence_id));
  return bundle.scripts
    .filter((script) => script.ran)
    .slice(-1)
    .map((script) => {
      const outcome = brief(script.outcome);
      const told = 'We ran a script as part of the work';
      const wordings = outcome === '' ? [] : [`${told}: ${outcome}`];
      return bullet(firstFit(words, [...wordings, `${told}.`]), script.evidence_id);
    });
}

function fixTold(fix: BundleFix, words: CustomerWords): string {
  const verdict = VERDICT[fix.outcome] ?? 'A fix was applied';
  const title = withoutStrayQuotes(withoutFullStop(fix.title));
  const note = brief(fix.outcome_note);
  const titled = title === '' ? [] : [`${verdict}: ${title}.`];
  const noted = note === '' ? [] : [...titled, `${verdict}.`].map((told) => `${told} ${note}`);
  return firstFit(words, [
    ...noted.slice(0, titled.length),
    ...titled,
    ...noted.slice(-1),
    `${verdict}.`,
  ]);
}

/** The first wording that is fit for the customer; the last one must be of our own words alone. */
function firstFit(words: CustomerWords, wordings: readonly string[]): string {
  return wordings.map(words.forResult).find((wording) => wording !== null) ?? wordings.at(-1) ?? '';
}

/** A person's remark as a sentence; empty where it is long. */
function brief(remark: string | null): string {
  const sentence = asSentence(remark ?? '');
  return countWords(sentence) <= MAX_OUTCOME_WORDS ? sentence : '';
}

const VERDICT: Partial<Record<BundleFix['outcome'], string>> = {
  worked: 'This fix was applied and it worked',
  partly: 'This fix was applied and helped in part',
  applied: 'This fix was applied, and its result is not known yet',
  pending: 'This fix was applied, and its result cannot be verified yet',
};
