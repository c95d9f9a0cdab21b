import type { Domain } from '../../shared/domain/session.ts';
import type { FixOutcome } from '../../shared/domain/suggested-fix.ts';
import { isCode, type Term } from './similar-terms.ts';

/** Where words stand in a session, the most telling place first. */
export type Place = 'title' | 'facts' | 'notes' | 'intake';

/** A word of the work at hand, with what it is worth. */
export interface WeighedTerm extends Term {
  readonly place: Place;
  /** The rarer among closed sessions, the higher. */
  readonly rarity: number;
  /** Closed sessions that it stands in; counted no further than the limit for common words. */
  readonly sessions: number;
}

/** The work at hand. */
export interface Wanted {
  readonly terms: readonly WeighedTerm[];
  /** Null where a text is asked for and not a session. */
  readonly domain: Domain | null;
}

/** One closed session as its words stand in it: the best place of each stem. */
export interface Candidate {
  readonly places: ReadonlyMap<string, Place>;
  readonly domain: Domain;
  readonly outcome: FixOutcome | null;
}

export interface Likeness {
  readonly score: number;
  /** The most telling first. */
  readonly shared: readonly WeighedTerm[];
}

const WEIGHTS: Readonly<Record<Place, number>> = {
  title: 1.8,
  facts: 1.3,
  notes: 1,
  intake: 0.7,
};
const SAME_DOMAIN = 1.3;
/** Decides between sessions that are about as like, not between like and unlike. */
const HELPED: Partial<Readonly<Record<FixOutcome, number>>> = { worked: 1.15, partly: 1.06 };

/**
 * So few sessions say nothing of how rare a word is: as long as there are fewer, words count as if
 * there were so many.
 */
const FEWEST = 50;
/** A word that stands in more than this part of all sessions is no help to tell them apart. */
const COMMON_PART = 0.25;
/** Nor is one that stands in so many of a great many; reading them all would take longer than it helps. */
const COMMON_MOST = 1_000;

/** Sessions that a word may stand in before it counts as common. */
export function commonFrom(closed: number): number {
  return Math.min(COMMON_MOST, Math.ceil(Math.max(closed, FEWEST) * COMMON_PART));
}

/** What it is worth that a word stands in `sessions` of `closed` sessions. */
export function rarityOf(sessions: number, closed: number): number {
  const all = Math.max(closed, FEWEST);
  return Math.log(1 + (all - sessions + 0.5) / (sessions + 0.5));
}

/** What a word is worth to look for, by how rare it is and where it stands in the work at hand. */
export function worth({ place, rarity }: WeighedTerm): number {
  return WEIGHTS[place] * rarity;
}

/** `undefined` where nothing but chance connects the two. */
export function likeness(wanted: Wanted, candidate: Candidate): Likeness | undefined {
  const shared = wanted.terms
    .flatMap((term) => {
      const place = candidate.places.get(term.stem);
      return place === undefined ? [] : [{ term, place, value: worth(term) * WEIGHTS[place] }];
    })
    .toSorted((left, right) => right.value - left.value);
  // What a session is about stands in its title. Without it, two people said the same of themselves,
  // or two engineers looked at the same things.
  const about = shared.some(({ term, place }) => term.place === 'title' || place === 'title');
  const value = shared.reduce((sum, each) => sum + each.value, 0);
  const related = wanted.domain === null || wanted.domain === candidate.domain;
  const [first] = shared;
  const enough =
    shared.length >= 2
      ? about && value >= least(wanted.terms.length, related)
      : first !== undefined && saysEnoughAlone(first.term, wanted);
  if (!enough) return undefined;
  const helped = candidate.outcome === null ? 1 : (HELPED[candidate.outcome] ?? 1);
  const score = value * helped * (related && wanted.domain !== null ? SAME_DOMAIN : 1);
  return { score, shared: shared.map(({ term }) => term) };
}

/**
 * The more words are compared, the more of them two sessions share by chance. Of a few words two are
 * enough where one stands in a title; another field of work needs about one more.
 */
const LEAST = { related: [8, 0.4], elsewhere: [14, 0.6] } as const;

function least(terms: number, related: boolean): number {
  const [base, each] = related ? LEAST.related : LEAST.elsewhere;
  return base + each * terms;
}

function saysEnoughAlone(term: WeighedTerm, { terms, domain }: Wanted): boolean {
  // Whoever asks for one word means that word.
  if (domain === null && terms.length === 1) return true;
  return isCode(term.folded) && term.sessions <= 3;
}
