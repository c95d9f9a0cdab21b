import type { BundleFix } from '../bundle.ts';
import { createCustomerWords } from '../local/customer-words.ts';
import { mentionsFix } from './mentions.ts';
import type { NoteItem, NoteView } from './note-view.ts';
import type { Fault } from './rule.ts';

const SUCCESS =
  /\b(?:worked|works|helped|helps|fixed (?:it|this|the \w+)|solved|resolved|successful(?:ly)?|succeeded|cured|was a success|did the trick)\b/gi;
const FAILURE =
  /\b(?:(?:did|does|has|have|had) (?:not|never) (?:really )?(?:help(?:ed)?|work(?:ed)?|fix(?:ed)?|solved?|resolved?|change[d]? anything|make a difference|succeed(?:ed)?)|(?:did|does|has)n['’]t (?:help|work|fix|solve|resolve|change anything)(?:ed)?|no (?:effect|improvement|success)|without (?:success|effect)|to no avail|in vain|made (?:it|things|matters) worse|failed|fails|unsuccessful(?:ly)?)\b/gi;
/** Words that speak of the fix only where it, or a word for it, stands right before them. */
const BARE =
  /^(?:worked|works|helped|helps|failed|fails|solved|resolved|succeeded|cured|successful(?:ly)?|unsuccessful(?:ly)?)$/i;
const SPEAKS_OF_FIX =
  /(?:^|[:;,.()—–-]\s*|\b(?:it|this|that|which|what|fix|attempt|change|step|both|neither|they|has|have|had|was|fully|partly|only|only partly|problem|issue|problem was|issue was|problem is)\s+)$/i;
const TAKES_PROBLEM =
  /^ (?:it|this|that|the (?:whole |entire )?(?:problem|issue|fault|error|matter))\b/i;
const DENIED =
  /(?:\b(?:not|never|hardly|barely|n['’]t|without|nothing|none|whether it|if it|unless|until)\b|n['’]t)(?: (?:yet|really|have|has|fully|it|been))*\s*$/i;
const PART = /\b(?:part(?:ly|ial|ially|s)?|some|somewhat|for some|half|not all|fewer|less|only)\b/i;

const OUTCOME: Record<BundleFix['outcome'], string> = {
  proposed: 'not tried',
  applied: 'applied, no verdict yet',
  worked: 'it worked',
  partly: 'it helped in part',
  failed: 'it did not help',
  pending: 'its result cannot be verified yet',
  dismissed: 'dismissed, not tried',
};

/**
 * Lines that tell another outcome of a fix than the one on record. A technician is held to it where
 * they name the fix, as a generator is where it cites it. Part of G6 under "tried", of G12 elsewhere.
 */
export function wrongOutcomes(note: NoteView, items: readonly NoteItem[]): Fault[] {
  return items.flatMap((item) => wrongOutcome(note, item));
}

function wrongOutcome(note: NoteView, item: NoteItem): Fault[] {
  const fixes = note.bundle.fixes_tried.filter((fix) => mentionsFix(item, fix));
  const [fix] = fixes;
  if (fix === undefined) return [];
  const has = (...outcomes: readonly BundleFix['outcome'][]) =>
    fixes.some(({ outcome }) => outcomes.includes(outcome));
  const failure = !has('failed') && claims(note, item, FAILURE).length > 0;
  const success =
    !has('worked') &&
    !(has('partly') && PART.test(item.block.text)) &&
    claims(note, item, SUCCESS).length > 0;
  if (!failure && !success) return [];
  return [
    {
      from: item.block.from,
      to: item.block.to,
      message: `The record says of this fix: ${OUTCOME[fix.outcome]}. Say so here, or change its outcome in the session.`,
    },
  ];
}

/** The claims of a line but those that it denies and those that the record makes in the same words. */
function claims(note: NoteView, item: NoteItem, pattern: RegExp): RegExpMatchArray[] {
  const { text } = item.block;
  return Array.from(text.matchAll(pattern)).filter((match) => {
    if (pattern === SUCCESS && DENIED.test(text.slice(Math.max(0, match.index - 30), match.index)))
      return false;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (BARE.test(match[0]) && !SPEAKS_OF_FIX.test(before) && !TAKES_PROBLEM.test(after))
      return false;
    return !isOnRecord(note, item, match);
  });
}

/** A word that the record uses together with the word before or after it claims nothing here. */
function isOnRecord(note: NoteView, item: NoteItem, match: RegExpMatchArray): boolean {
  const text = item.block.text.toLowerCase();
  const claim = match[0].toLowerCase();
  const at = match.index ?? 0;
  const before = text.slice(0, at).match(/\S+\s+$/)?.[0] ?? '';
  const after = text.slice(at + claim.length).match(/^\s+[\p{L}\p{N}][\p{L}\p{N}'’-]*/u)?.[0] ?? '';
  const phrases = [before, after].filter((part) => part !== '' && !/[.:;]\s*$/.test(part));
  const wanted = phrases.map((part) =>
    part === before ? `${before}${claim}` : `${claim}${after}`,
  );
  const fixes = note.bundle.fixes_tried.filter((fix) => mentionsFix(item, fix));
  const rows = [
    ...note.sources.texts(item.evidence_ids),
    ...note.sources.texts(fixes.map((fix) => fix.evidence_id)),
  ];
  if (wanted.length === 0) return rows.some((row) => row.includes(claim));
  // A drafter makes a quotation mark that is never closed a single one.
  const plain = (words: string) => words.replace(/["'“”„’]/g, '');
  const holds = (row: string) => wanted.some((phrase) => plain(row).includes(plain(phrase)));
  return (
    rows.some(holds) || (note.kind === 'resolve' && wordedForCustomer(note, fixes).some(holds))
  );
}

/** The words of fixes as a drafter gives them to the customer, to whom no computer's name is told. */
function wordedForCustomer({ bundle }: NoteView, fixes: readonly BundleFix[]): string[] {
  const words = createCustomerWords(bundle);
  return fixes
    .flatMap(({ title, outcome_note }) => [
      words.forSymptom(title) ?? '',
      words.forCustomer(outcome_note ?? '') ?? '',
    ])
    .map((text) => text.toLowerCase());
}
