import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, answer } from './answers.ts';
import { faultAnswer } from './fault-answers.ts';
import { bentBody } from './fault-bodies.ts';
import { type Effect, effectOf, type Faults } from './faults.ts';
import { authorizationOf, type Credentials, refusal, requestFaults } from './gate.ts';
import { meanwhile } from './meanwhile.ts';
import { bodyOf, type createConnections, headersOf, type SeenRequest } from './request-log.ts';
import { schemaCheck } from './schema-check.ts';
import type { State } from './state.ts';
import { type Target, targetOf } from './target.ts';
import { wantedStatus } from './ticket-routes.ts';
import type { Timers } from './timers.ts';
import { send, severed } from './wire.ts';

/** All that serving takes. */
export interface Server {
  readonly state: State;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly credentials: Credentials;
  readonly key_member: string;
  readonly connections: ReturnType<typeof createConnections>;
  readonly requests: SeenRequest[];
  readonly violations: string[];
  /** With a slash at its end; another one after an upgrade. */
  codebase(): string;
}

/** Serves one request from its first byte to its last, and writes down what came of it. */
export async function serve(
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const used = server.connections.use(request.socket);
  const method = request.method ?? 'GET';
  const url = new URL(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`);
  const body = await bodyOf(request);
  const target = targetOf(method, url, server.credentials.company, server.codebase());
  const route = 'route' in target ? target.route : null;
  const ticketId = 'route' in target && route?.of_ticket ? Number(target.params[0]) : null;
  const refused = target.open ? undefined : refusal(request, server.credentials);
  const effects =
    route === null || refused
      ? []
      : server.faults.strike({
          step: route.step,
          ticket_id: ticketId,
          reused_connection: used.carried_before > 0,
        });

  const seen = {
    ...used,
    method,
    path: `${url.pathname}${url.search}`,
    step: route?.step ?? null,
    headers: headersOf(request),
    authorization: authorizationOf(request, server.credentials),
    body,
    received_at: Date.now(),
    effects: effects.map(({ kind }) => kind),
    outcome: null as SeenRequest['outcome'],
  };
  server.requests.push(seen);
  const violate = (fault: string) =>
    void server.violations.push(`${method} ${url.pathname}: ${fault}`);
  wrongs(request, url, body, target).forEach(violate);

  meanwhile(effects, 'before', server.state, ticketId);
  const cut = effectOf(effects, 'cut');
  if (cut?.when === 'before-write') {
    seen.outcome = severed(response, cut.reset);
    return;
  }
  const delayed = effectOf(effects, 'delayed');
  // A server that was stopped meanwhile writes nothing any more.
  if (delayed?.late && !(await server.timers.sleep(delayed.ms))) return;

  const given = refused ?? answerTo(server, target, url, body, effects);
  meanwhile(effects, 'after', server.state, ticketId);
  const fault = given.schema === null ? null : schemaCheck().fault(given.schema, given.body);
  if (fault) violate(`answer: ${fault}`);
  seen.outcome = await send(response, given, effects, server.timers);
}

/** What is wrong with a request, whether the server takes it or not. */
function wrongs(request: IncomingMessage, url: URL, body: unknown, target: Target): string[] {
  const found: string[] = [];
  const route = 'route' in target ? target.route : undefined;
  if (!target.open) found.push(...requestFaults(request, url.searchParams, route?.list === true));
  if ('answer' in target && target.lost) found.push('the server has no such route');
  const wrong = route?.check?.(body);
  if (wrong) found.push(`request: ${wrong}`);
  return found;
}

/** The right answer, or the one that a fault puts in its place; the work is done where it is to be. */
function answerTo(
  server: Server,
  target: Target,
  url: URL,
  body: unknown,
  effects: readonly Effect[],
): Answer {
  if ('answer' in target) return target.answer;
  const { state, timers } = server;
  const query = new URLSearchParams(url.searchParams);
  if (effectOf(effects, 'order-ignored')) query.delete('orderBy');
  const context = {
    state,
    params: target.params,
    list: { query, url: url.href },
    body,
    effects,
    key_member: server.key_member,
    later: timers.later,
  };
  const instead = faultAnswer(effects, {
    path: `${url.pathname}${url.search}`,
    wanted_status: wantedStatus(body),
    board_id: state.tickets.get(Number(target.params[0]))?.board_id ?? 0,
  });
  if (instead && !instead.applied) return instead.answer;
  const done = target.route.serve(context);
  if (instead) return instead.answer;
  if (done.status >= 300 || done.schema === null) return done;
  return answer(done.status, done.schema, bentBody(effects, done.body), done.headers);
}
