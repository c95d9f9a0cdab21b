import type { SearchHit } from '../../shared/domain/search.ts';
import type { SessionListItem } from '../../shared/domain/session.ts';
import type { ReadableDatabase } from './database.ts';
import { parseQuery, type SearchQuery } from './search-query.ts';
import { matchedWords, snippetOf } from './search-snippet.ts';
import { LIST_COLUMNS } from './sessions.ts';

/** Where the best match of a session stands. */
type SearchSource = SearchHit['source'];

export interface SearchInput {
  readonly query: string;
  /** How many sessions at most. */
  readonly limit: number;
}

export interface SearchQueries {
  /** The best match of each session, the most telling places first, then the newest change. */
  search(input: SearchInput): SearchHit[];
}

/** The most telling first. */
const RANKS: readonly SearchSource[] = ['ticket', 'title', 'fact', 'note', 'intake', 'message'];

/**
 * Rows of one index that are looked at, newest first. A bound and not a score: the cost of a search
 * for a word that stands everywhere stays that of a word that stands in a few places.
 */
const MAX_ROWS = 2_000;

interface Hit {
  readonly session_id: number;
  readonly source: SearchSource;
  readonly row_id: number;
}

interface IndexedTable {
  readonly source: 'fact' | 'note' | 'message';
  readonly table: string;
  readonly column: string;
  readonly index: string;
}

const INDEXED_TABLES: readonly IndexedTable[] = [
  { source: 'fact', table: 'facts', column: 'text', index: 'fact_search' },
  { source: 'note', table: 'write_backs', column: 'markdown', index: 'note_search' },
  { source: 'message', table: 'messages', column: 'body', index: 'message_search' },
];

interface SessionText {
  readonly title: string;
  readonly intake: string;
  readonly ticket_ref: string | null;
}

/** Search over any connection, the store's own or a read-only one. */
export function createSearchQueries(database: ReadableDatabase): SearchQueries {
  /** Newest rows first, until `limit` different sessions are together. */
  function sessionsOf(sql: string, expression: string, limit: number): Map<number, number> {
    const found = new Map<number, number>();
    const rows = database.each<{ row_id: number; session_id: number }>(sql, {
      expression,
      limit: MAX_ROWS,
    });
    for (const { row_id, session_id } of rows) {
      if (!found.has(session_id)) found.set(session_id, row_id);
      if (found.size >= limit) break;
    }
    return found;
  }

  function hitsIn(
    { source, table, index }: IndexedTable,
    expression: string,
    limit: number,
  ): Hit[] {
    const sql = `SELECT ${index}.rowid AS row_id, ${table}.session_id AS session_id
      FROM ${index} CROSS JOIN ${table} ON ${table}.id = ${index}.rowid
      WHERE ${index} MATCH @expression ORDER BY ${index}.rowid DESC LIMIT @limit`;
    const found = sessionsOf(sql, expression, limit);
    return Array.from(found, ([session_id, row_id]) => ({ session_id, source, row_id }));
  }

  function hitsInSessions({ expression, words, ticket_ref }: SearchQuery, limit: number): Hit[] {
    const sql = `SELECT rowid AS row_id, rowid AS session_id FROM session_search
      WHERE session_search MATCH @expression ORDER BY rowid DESC LIMIT @limit`;
    const found = new Set(sessionsOf(sql, expression, limit).keys());
    if (ticket_ref !== null) {
      // The exact ticket comes first even where many newer numbers begin alike.
      const exact = sessionsOf(sql, `ticket_ref : "${ticket_ref}"`, limit);
      for (const id of exact.keys()) found.add(id);
    }
    return Array.from(found, (id) => {
      const text = textOfSession(id);
      return { session_id: id, row_id: id, source: sourceIn(text, words) };
    });
  }

  function textOfSession(id: number): SessionText {
    const row = database.one<SessionText>(
      'SELECT title, intake, ticket_ref FROM sessions WHERE id = @id',
      { id },
    );
    return row ?? { title: '', intake: '', ticket_ref: null };
  }

  function textOf({ source, row_id }: Hit): string {
    if (source === 'title' || source === 'intake') return textOfSession(row_id)[source];
    if (source === 'ticket') return `CW #${textOfSession(row_id).ticket_ref ?? ''}`;
    const place = INDEXED_TABLES.find((indexed) => indexed.source === source);
    if (place === undefined) return '';
    const sql = `SELECT ${place.column} AS text FROM ${place.table} WHERE id = @id`;
    return database.one<{ text: string }>(sql, { id: row_id })?.text ?? '';
  }

  function best(hits: readonly Hit[]): Hit[] {
    const bySession = new Map<number, Hit>();
    for (const hit of hits) {
      const known = bySession.get(hit.session_id);
      if (known === undefined || rank(hit) < rank(known)) bySession.set(hit.session_id, hit);
    }
    return [...bySession.values()];
  }

  function search({ query, limit }: SearchInput): SearchHit[] {
    const parsed = parseQuery(query);
    if (parsed === undefined) return [];
    const hits = [
      ...hitsInSessions(parsed, limit),
      ...INDEXED_TABLES.flatMap((indexed) => hitsIn(indexed, parsed.expression, limit)),
    ];
    const item = `SELECT ${LIST_COLUMNS} FROM sessions WHERE id = @id`;
    return best(hits)
      .flatMap((hit) => {
        const session = database.one<SessionListItem>(item, { id: hit.session_id });
        return session === undefined ? [] : [{ hit, session }];
      })
      .sort(
        (a, b) =>
          exactTicketFirst(a.session, b.session, parsed.ticket_ref) ||
          rank(a.hit) - rank(b.hit) ||
          b.session.updated_at - a.session.updated_at,
      )
      .slice(0, limit)
      .map(({ hit, session }) => ({
        session,
        source: hit.source,
        snippet: snippetOf(textOf(hit), parsed.words),
      }));
  }

  return { search: (input) => database.read(() => search(input)) };
}

function rank({ source }: Hit): number {
  return RANKS.indexOf(source);
}

function exactTicketFirst(a: SessionListItem, b: SessionListItem, ticket: string | null): number {
  if (ticket === null) return 0;
  return Number(b.ticket_ref === ticket) - Number(a.ticket_ref === ticket);
}

/** Of a session's own texts, the most telling one that holds what was searched for. */
function sourceIn(
  { title, intake, ticket_ref }: SessionText,
  words: readonly string[],
): SearchSource {
  if (ticket_ref !== null && words.length === 1 && matchedWords(ticket_ref, words) > 0)
    return 'ticket';
  const inTitle = matchedWords(title, words);
  return inTitle > 0 && inTitle >= matchedWords(intake, words) ? 'title' : 'intake';
}
