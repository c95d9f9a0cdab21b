import type { SearchHit } from '../../shared/domain/search.ts';
import type { SimilarWork } from '../../shared/domain/similar-work.ts';
import type { ErrorShape } from '../../shared/errors.ts';

/** What the search thread can be asked, and what it answers. */
export interface SearchTasks {
  readonly search: {
    readonly input: { readonly query: string; readonly limit: number };
    readonly output: SearchHit[];
  };
  readonly similarTo: {
    readonly input: { readonly session_id: number; readonly limit: number };
    readonly output: SimilarWork[];
  };
  readonly similarToText: {
    readonly input: {
      readonly text: string;
      /** The session at hand, which is no answer. */
      readonly except: number | null;
      readonly limit: number;
    };
    readonly output: SimilarWork[];
  };
}
export type SearchTask = keyof SearchTasks;

/** To the search thread. */
export type SearchRequest =
  | {
      [Task in SearchTask]: {
        readonly id: number;
        readonly task: Task;
      } & SearchTasks[Task]['input'];
    }[SearchTask]
  /** Nobody waits for the answer any more. */
  | { readonly id: number; readonly task: 'cancel' };

/** From the search thread, once for each request that was not cancelled. */
export type SearchAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      readonly value: SearchTasks[SearchTask]['output'];
    }
  | { readonly id: number; readonly ok: false; readonly error: ErrorShape };
