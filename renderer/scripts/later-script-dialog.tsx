import { lazy, Suspense, useState } from 'react';
import { useViewState } from '../view-state.ts';

const ScriptDialog = lazy(() =>
  import('./script-dialog.tsx').then((module) => ({ default: module.ScriptDialog })),
);

/** The script library, fetched when it is opened for the first time. */
export function LaterScriptDialog() {
  const wanted = useViewState((state) => state.dialog === 'scripts');
  const [met, setMet] = useState(false);
  if (wanted && !met) setMet(true);
  return <Suspense>{(wanted || met) && <ScriptDialog />}</Suspense>;
}
