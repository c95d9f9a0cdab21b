import type { SearchHit } from '../../shared/domain/search.ts';
import type { ErrorShape } from '../../shared/errors.ts';

/** To the search thread. */
export interface SearchRequest {
  readonly id: number;
  readonly query: string;
  readonly limit: number;
}

/** From the search thread, once for each request. */
export type SearchAnswer =
  | { readonly id: number; readonly ok: true; readonly value: SearchHit[] }
  | { readonly id: number; readonly ok: false; readonly error: ErrorShape };
