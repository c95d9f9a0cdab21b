import * as drafting from '../../electron/drafting/index.ts';
import { draftLocally } from '../../electron/drafting/index.ts';
import type { Scenario } from '../corpus/scenario.ts';
import { goldOf } from './mutations/mutation.ts';

export interface HandOff {
  readonly scenario: string;
  readonly note: 'gold' | 'local';
  /** The answers of the receiver's questions that the note does not give. */
  readonly unanswered: readonly string[];
}

/** The receiver's test of every escalation package; null while it is not built. */
export function proveHandOffs(scenarios: readonly Scenario[]): HandOff[] | null {
  const test: unknown = Reflect.get(drafting, 'receiverTest');
  if (typeof test !== 'function') return null;
  return scenarios.flatMap((scenario) => {
    const { document, bundle } = goldOf(scenario, 'escalate');
    return (['gold', 'local'] as const).map((note) => {
      const answers: unknown = test(note === 'gold' ? document : draftLocally('escalate', bundle));
      return {
        scenario: scenario.id,
        note,
        unanswered: Object.entries(answers ?? {})
          .filter(([, answered]) => answered !== true)
          .map(([question]) => question),
      };
    });
  });
}
