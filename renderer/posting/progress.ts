import { create } from 'zustand';
import type { PostingProgress } from '../../shared/domain/posting.ts';
import { onEvent } from '../bridge/client.ts';

/** The steps of a posting so far, the current one last. */
export type Steps = readonly PostingProgress[];

const NO_STEPS: Steps = [];

const useAllSteps = create<Readonly<Record<number, Steps>>>()(() => ({}));

/** Takes down each step of every posting as it is told. Call once, before the first render. */
export function followPostingProgress(): void {
  onEvent('posting.progress', (step) =>
    useAllSteps.setState((all) => ({
      [step.session_id]: withStep(all[step.session_id] ?? NO_STEPS, step),
    })),
  );
}

/** The steps with one more. A step that comes again begins anew from there. */
export function withStep(steps: Steps, step: PostingProgress): Steps {
  if (steps.some(({ kind }) => kind !== step.kind)) return [step];
  const index = steps.findIndex((taken) => taken.step === step.step);
  return [...(index < 0 ? steps : steps.slice(0, index)), step];
}

/** The steps of one session's posting. */
export function useSteps(sessionId: number): Steps {
  return useAllSteps((all) => all[sessionId] ?? NO_STEPS);
}

export function forgetSteps(sessionId: number): void {
  useAllSteps.setState({ [sessionId]: NO_STEPS });
}
