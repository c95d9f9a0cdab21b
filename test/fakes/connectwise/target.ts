import { type Answer, errorAnswer, notFound } from './answers.ts';
import { companyInfo, pathBelowBase } from './gate.ts';
import { noteRoutes } from './note-routes.ts';
import type { Route } from './route.ts';
import { setupRoutes } from './setup-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

const ROUTES: readonly Route[] = [...ticketRoutes, ...noteRoutes, ...setupRoutes];
const COMPANY_INFO = /^\/login\/companyinfo\/[^/]+$/;

/**
 * Where a request leads: to a route, or to an answer of its own. `open`: no keys are asked for. `lost`: no
 * client of ours should ever get there; one with an address from before an upgrade may.
 */
export type Target =
  | { readonly open: boolean; readonly route: Route; readonly params: readonly string[] }
  | { readonly open: boolean; readonly lost: boolean; readonly answer: Answer };

/** Finds it. */
export function targetOf(method: string, url: URL, company: string, codebase: string): Target {
  if (method === 'GET' && COMPANY_INFO.test(url.pathname)) {
    const route: Route = {
      step: 'companyinfo',
      method: 'GET',
      path: COMPANY_INFO,
      serve: () => companyInfo(url.pathname, company, codebase),
    };
    return { open: true, route, params: [] };
  }
  const path = pathBelowBase(url.pathname, codebase);
  if (typeof path !== 'string') return { open: true, lost: path.status !== 404, answer: path };
  const there = ROUTES.filter((route) => route.path.test(path));
  const route = there.find((one) => one.method === method);
  if (route === undefined) {
    const refused =
      there.length > 0
        ? errorAnswer(405, 'MethodNotAllowed', `${method} is not allowed.`)
        : notFound('Resource');
    return { open: false, lost: true, answer: refused };
  }
  return { open: false, route, params: route.path.exec(path)?.slice(1) ?? [] };
}
