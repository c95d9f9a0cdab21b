import { lazy, useEffect, useState } from 'react';
import { whenReady } from './sessions/window-hooks.ts';

/*
 * What the first view does without. It is fetched as soon as the session list can be used, so that
 * it neither delays the start nor is waited for later.
 */
const openSession = () => import('./open-session.tsx');
const dialogs = () => import('./dialogs.tsx');
const storeProblem = () => import('./settings/store-problem.tsx');

export const OpenSession = lazy(() =>
  openSession().then((module) => ({ default: module.OpenSession })),
);
export const Dialogs = lazy(() => dialogs().then((module) => ({ default: module.Dialogs })));
export const StoreProblem = lazy(() =>
  storeProblem().then((module) => ({ default: module.StoreProblem })),
);

/** Whether the start is over: turns true when the rest of the window has been fetched. */
export function useRestOfWindow(): boolean {
  const [fetched, setFetched] = useState(false);
  useEffect(() => {
    void whenReady.then(() => Promise.all([openSession(), dialogs()])).then(() => setFetched(true));
  }, []);
  return fetched;
}
