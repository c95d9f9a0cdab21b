import type { Session } from '../../shared/domain/session.ts';
import type { SimilarWork } from '../../shared/domain/similar-work.ts';
import type { ReadableDatabase } from './database.ts';
import { requireSession } from './guards.ts';
import { type Closed, createClosedWork } from './similar-closed-work.ts';
import {
  type Likeness,
  likeness,
  type Place,
  rarityOf,
  type Wanted,
  type WeighedTerm,
  worth,
} from './similar-score.ts';
import { type Term, termsOf } from './similar-terms.ts';

export interface SimilarQueries {
  /** Closed sessions that are most like this one, in the order in which they are likely to help. */
  similarTo(input: { readonly session_id: number; readonly limit: number }): SimilarWork[];
  /** Closed sessions that are most like a description in words; never the one to leave out. */
  similarToText(input: {
    readonly text: string;
    readonly except: number | null;
    readonly limit: number;
  }): SimilarWork[];
}

/** How much of each text of the work at hand is read, in UTF-16 units. */
const READ = { title: 200, facts: 8_000, intake: 4_000, text: 1_000 } as const;
/** Different words that are looked up in the index. */
const LOOKED_UP = 120;
/** The words that are searched for: more find nothing that these do not. */
const SEARCHED = 24;
/** The best of the index that are looked at closely. */
const CANDIDATES = 40;
const SHARED_WORDS = 8;

/** Finds earlier work, over any connection. */
export function createSimilarQueries(database: ReadableDatabase): SimilarQueries {
  const work = createClosedWork(database);

  function weigh(terms: Iterable<PlacedTerm>, closed: number): WeighedTerm[] {
    return Array.from(terms)
      .slice(0, LOOKED_UP)
      .flatMap((term) => {
        const sessions = work.sessionsWith(term.folded, closed);
        if (sessions === null || sessions === 0) return [];
        return [{ ...term, sessions, rarity: rarityOf(sessions, closed) }];
      })
      .toSorted((left, right) => worth(right) - worth(left))
      .slice(0, SEARCHED);
  }

  function nearest(wanted: Wanted, except: number | null, limit: number): SimilarWork[] {
    if (wanted.terms.length === 0) return [];
    const expression = wanted.terms.map(({ folded }) => `"${folded}"`).join(' OR ');
    return work
      .find(expression, except, CANDIDATES)
      .flatMap((closed) => {
        const like = likeness(wanted, closed);
        return like === undefined ? [] : [{ closed, like }];
      })
      .toSorted(
        (left, right) =>
          right.like.score - left.like.score || right.closed.closed_at - left.closed.closed_at,
      )
      .slice(0, limit)
      .map(({ closed, like }) => tell(closed, like));
  }

  function tell(closed: Closed, { shared }: Likeness): SimilarWork {
    return {
      session: work.session(closed.id),
      shared_words: shared.slice(0, SHARED_WORDS).map(({ written }) => written),
      fix: closed.fix,
      facts: work.nearestFacts(closed, new Set(shared.map(({ stem }) => stem))),
    };
  }

  return {
    similarTo: ({ session_id, limit }) =>
      database.read(() => {
        const session = requireSession(database, session_id);
        const terms = weigh(ownTerms(session, work.confirmedFacts(session_id)), work.count());
        return nearest({ terms, domain: session.domain }, session_id, limit);
      }),
    similarToText: ({ text, except, limit }) =>
      database.read(() => {
        const placed = termsOf(text, READ.text).map((term) => ({
          ...term,
          place: 'title' as const,
        }));
        return nearest({ terms: weigh(placed, work.count()), domain: null }, except, limit);
      }),
  };
}

type PlacedTerm = Term & { readonly place: Place };

/** What a session says of itself, each word at its most telling place. */
function ownTerms({ title, intake }: Session, facts: readonly string[]): Iterable<PlacedTerm> {
  const terms = new Map<string, PlacedTerm>();
  const texts: readonly (readonly [Place, string, number])[] = [
    ['title', title, READ.title],
    // The newest facts are nearest to the cause.
    ['facts', facts.toReversed().join('\n'), READ.facts],
    ['intake', intake, READ.intake],
  ];
  for (const [place, text, most] of texts) {
    for (const term of termsOf(text, most)) {
      if (!terms.has(term.stem)) terms.set(term.stem, { ...term, place });
    }
  }
  return terms.values();
}
