import { LIMITS } from '../../shared/limits.ts';
import { fieldError } from '../ui/errors.ts';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';

/** What a run did to the system, as it is typed. */
export interface EffectValues {
  /** `yes`, or empty. */
  readonly changes: string;
  readonly undo: string;
}

export const NO_EFFECT: EffectValues = { changes: '', undo: '' };

/** The effect as the bridge takes it. */
export function effectOf({ changes, undo }: EffectValues) {
  const changed = changes !== '';
  return { changes_system: changed, undo: changed ? undo.trim() || null : null };
}

/** Why the effect cannot be saved as it stands, or undefined. */
export function effectProblem({ changes, undo }: EffectValues): string | undefined {
  return changes === '' ? undefined : tooLong(undo, LIMITS.outcome_note);
}

interface ScriptEffectProps {
  readonly values: EffectValues;
  readonly set: (name: 'changes' | 'undo', value: string) => void;
  readonly error: unknown;
}

/** Whether a run changed the system, and the way back for whoever takes over. */
export function ScriptEffect({ values, set, error }: ScriptEffectProps) {
  const changed = values.changes !== '';
  return (
    <>
      <Switch
        label="It changed something on the system"
        checked={changed}
        onChange={(on) => set('changes', on ? 'yes' : '')}
      />
      {changed && (
        <TextArea
          label="How to undo it"
          aside="optional"
          rows={1}
          placeholder="Import the registry file saved on the desktop"
          value={values.undo}
          error={effectProblem(values) ?? fieldError(error, 'undo')}
          onChange={(event) => set('undo', event.target.value)}
        />
      )}
    </>
  );
}
