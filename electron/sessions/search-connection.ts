import { openForReading } from './connection.ts';
import { createDatabase } from './database.ts';
import { createSearchQueries, type SearchQueries } from './search.ts';
import { createSimilarQueries, type SimilarQueries } from './similar.ts';

export interface SearchConnection extends SearchQueries, SimilarQueries {
  close(): void;
}

/** Search over a connection of its own that cannot write, for a thread other than the store's. */
export function openSearch(file: string): SearchConnection {
  const connection = openForReading(file);
  const database = createDatabase(connection);
  return {
    ...createSearchQueries(database),
    ...createSimilarQueries(database),
    close: () => void connection.close(),
  };
}
