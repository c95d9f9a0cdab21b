import {
  type Answer,
  answer,
  badGateway,
  cannotRoute,
  conflict,
  forbidden,
  notFound,
  serverError,
  signInPage,
  statusOfOtherBoard,
  statusRefused,
  textAnswer,
  throttled,
  wrongKeys,
} from './answers.ts';
import type { Effect } from './faults.ts';

/** What an effect needs to know of the request that it answers. */
export interface AnsweredRequest {
  /** Path and query. */
  readonly path: string;
  readonly wanted_status: number;
  readonly board_id: number;
}

/** An answer that a fault gives in place of the right one. */
export interface FaultAnswer {
  readonly answer: Answer;
  /** Whether the request does its work all the same. */
  readonly applied: boolean;
}

/** The answer of the last effect that is one, if any is. */
export function faultAnswer(
  effects: readonly Effect[],
  request: AnsweredRequest,
): FaultAnswer | undefined {
  for (const effect of effects.toReversed()) {
    const given = answerOf(effect, request);
    if (given) {
      return { answer: given, applied: 'applied' in effect && effect.applied === true };
    }
  }
  return undefined;
}

function answerOf(effect: Effect, request: AnsweredRequest): Answer | undefined {
  switch (effect.kind) {
    case 'unauthorized':
      return wrongKeys();
    case 'forbidden':
      return forbidden();
    case 'not-found':
      return notFound('Record');
    case 'cannot-route':
      return cannotRoute();
    case 'conflict':
      return conflict();
    case 'throttled':
      return throttled(effect.seconds);
    case 'server-error':
      return serverError();
    case 'bad-gateway':
      return badGateway();
    case 'sign-in-page':
      return signInPage();
    case 'company-unknown':
      return answer(200, 'CompanyInfo', null);
    case 'status-refused':
      return statusRefused();
    case 'status-of-other-board':
      return statusOfOtherBoard(request.wanted_status, request.board_id);
    case 'redirect': {
      const location = `${effect.to}${request.path}`;
      return { ...textAnswer(effect.status ?? 302, ''), headers: { location } };
    }
    case 'answer': {
      const type = typeof effect.body === 'string' ? 'text/plain' : 'application/json';
      const { status, body, content_type = type, headers = {} } = effect;
      return { status, body, content_type, headers, schema: null };
    }
    default:
      return undefined;
  }
}
