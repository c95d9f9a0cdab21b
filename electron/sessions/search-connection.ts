import { openForReading } from './connection.ts';
import { createDatabase } from './database.ts';
import { createSearchQueries, type SearchQueries } from './search.ts';

export interface SearchConnection extends SearchQueries {
  close(): void;
}

/** Search over a connection of its own that cannot write, for a thread other than the store's. */
export function openSearch(file: string): SearchConnection {
  const connection = openForReading(file);
  return {
    ...createSearchQueries(createDatabase(connection)),
    close: () => void connection.close(),
  };
}
