import type { Answer } from './answers.ts';
import type { Effect, Step } from './faults.ts';
import type { ListRequest } from './lists.ts';
import type { State } from './state.ts';

/** What a route is served with. */
export interface RouteContext {
  readonly state: State;
  /** The numbers and names in the path. */
  readonly params: readonly string[];
  readonly list: ListRequest;
  readonly body: unknown;
  /** The faults that strike this request; a route looks at those that bend what is stored. */
  readonly effects: readonly Effect[];
  /** Whose key it is: the author of what it writes. */
  readonly key_member: string;
  /** Does something when the answer is out; forgotten when the server stops. */
  later(milliseconds: number, action: () => void): void;
}

export interface Route {
  readonly step: Step;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** The path below `apis/3.0`. */
  readonly path: RegExp;
  /** Whether the first part of the path that varies is a ticket's number. */
  readonly of_ticket?: boolean;
  /** A list takes conditions and pages; a record only `fields`. */
  readonly list?: boolean;
  /** What is wrong with a body, which is then on record; the route answers it as the server would. */
  check?(body: unknown): string | null;
  serve(context: RouteContext): Answer;
}

/** A number in the path. */
export function numberAt(context: RouteContext, place: number): number {
  return Number(context.params[place]);
}
