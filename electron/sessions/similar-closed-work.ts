import { activeFix } from '../../shared/domain/active-fix.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import type { SessionListItem } from '../../shared/domain/session.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import type { ReadableDatabase } from './database.ts';
import { FACT_COLUMNS } from './facts.ts';
import { FIX_COLUMNS, type FixRow, fixOf } from './fixes.ts';
import { found } from './guards.ts';
import { LIST_COLUMNS } from './sessions.ts';
import { type Candidate, commonFrom, type Place } from './similar-score.ts';
import { termsOf } from './similar-terms.ts';

/** A closed session as it is compared. */
export interface Closed extends Candidate {
  readonly id: number;
  readonly closed_at: number;
  readonly fix: SuggestedFix | null;
}

interface ClosedRow {
  readonly id: number;
  readonly title: string;
  readonly intake: string;
  readonly facts: string;
  readonly notes: string;
  readonly domain: Candidate['domain'];
  readonly closed_at: number;
}

const CONFIRMED = "session_id = @id AND status = 'confirmed' AND deleted_at IS NULL";

/** A word that stands in many sessions is not counted to the end. */
const COUNT = `SELECT count(*) AS count FROM (
  SELECT 1 FROM closed_work_search WHERE closed_work_search MATCH @expression LIMIT @limit)`;

const FIND = `SELECT rowid AS id FROM closed_work_search
  WHERE closed_work_search MATCH @expression AND rowid <> @except
  ORDER BY bm25(closed_work_search, 6.0, 4.0, 3.0, 1.0) LIMIT @limit`;

const WORK = `SELECT closed_work.id, closed_work.title, closed_work.intake, facts, notes, domain, closed_at
  FROM closed_work JOIN sessions ON sessions.id = closed_work.id WHERE closed_work.id = @id`;

/** How much of each text is compared, in UTF-16 units. */
const READ: Readonly<Record<Place, number>> = {
  title: 200,
  facts: 16_000,
  notes: 8_000,
  intake: 4_000,
};
/** The most telling place first. */
const PLACES = ['title', 'facts', 'notes', 'intake'] as const;

const FACTS_SHOWN = 5;
/** How a fact begins to tell why, and not only what; facts of older versions have no role that says so. */
const TELLS_WHY =
  /\b(?:becau|caus|due to|reason|root|responsible|result of|since the|so that|therefore|turned out|was (?:missing|wrong|expired|disabled|full|blocked)|(?:had|has) (?:expired|changed))/iu;

/** Reads closed sessions, by the index that holds nothing else. */
export function createClosedWork(database: ReadableDatabase) {
  const confirmedFacts = (id: number) =>
    database.all<Fact>(`SELECT ${FACT_COLUMNS} FROM facts WHERE ${CONFIRMED} ORDER BY id`, { id });

  function read(id: number): Closed {
    const row = found(database.one<ClosedRow>(WORK, { id }), NOT_ON_FILE);
    const fix = telling(
      database
        .all<FixRow>(
          `SELECT ${FIX_COLUMNS} FROM suggested_fixes WHERE session_id = @id ORDER BY id DESC`,
          { id },
        )
        .map(fixOf),
    );
    const { domain, closed_at } = row;
    return { id, domain, closed_at, fix, outcome: fix?.outcome ?? null, places: placesOf(row) };
  }

  return {
    /** How many closed sessions there are. */
    count: () =>
      database.one<{ count: number }>(
        'SELECT count(*) AS count FROM sessions WHERE closed_at IS NOT NULL',
      )?.count ?? 0,
    /** How many of `closed` sessions a word stands in; null for one that stands everywhere. */
    sessionsWith(folded: string, closed: number): number | null {
      const limit = commonFrom(closed);
      const expression = `"${folded}"`;
      const count = database.one<{ count: number }>(COUNT, { expression, limit })?.count ?? 0;
      return count < limit ? count : null;
    },
    /** The best matches of an expression, the best first. */
    find: (expression: string, except: number | null, limit: number): Closed[] =>
      database
        .all<{ id: number }>(FIND, { expression, except: except ?? 0, limit })
        .map(({ id }) => read(id)),
    session: (id: number): SessionListItem =>
      found(
        database.one<SessionListItem>(`SELECT ${LIST_COLUMNS} FROM sessions WHERE id = @id`, {
          id,
        }),
        NOT_ON_FILE,
      ),
    /** The texts of a session's confirmed facts, oldest first. */
    confirmedFacts: (id: number): string[] => confirmedFacts(id).map(({ text }) => text),
    /** A few facts: those that say why first, then those that share most, then the newest. */
    nearestFacts(closed: Closed, stems: ReadonlySet<string>): Fact[] {
      return confirmedFacts(closed.id)
        .map((fact) => ({
          fact,
          why: fact.role === 'cause' || TELLS_WHY.test(fact.text),
          shared: sharedIn(fact, stems),
        }))
        .toSorted(
          (left, right) =>
            Number(right.why) - Number(left.why) ||
            right.shared - left.shared ||
            right.fact.id - left.fact.id,
        )
        .slice(0, FACTS_SHOWN)
        .map(({ fact }) => fact);
    },
  };
}

const NOT_ON_FILE = 'This session is not on file. Choose another one from the list.';

/** What helped: the fix that worked, or else partly, or else the one that was active at the end. */
function telling(newestFirst: readonly SuggestedFix[]): SuggestedFix | null {
  const by = (outcome: SuggestedFix['outcome']) =>
    newestFirst.find((fix) => fix.outcome === outcome);
  return by('worked') ?? by('partly') ?? activeFix(newestFirst) ?? null;
}

function placesOf(row: Readonly<Record<Place, string>>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const place of PLACES) {
    for (const { stem } of termsOf(row[place], READ[place])) {
      if (!places.has(stem)) places.set(stem, place);
    }
  }
  return places;
}

function sharedIn({ text }: Fact, stems: ReadonlySet<string>): number {
  return termsOf(text, READ.facts).filter(({ stem }) => stems.has(stem)).length;
}
