import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import styles from './script-card.module.css';
import { effectOf, effectProblem, ScriptEffect } from './script-effect.tsx';

const css = classesOf(styles);

interface MarkRanProps {
  readonly script: ScriptGeneration;
  readonly onDone: () => void;
}

/** Says that a generated script ran, what it did, and what came of it. */
export function MarkRan({ script, onDone }: MarkRanProps) {
  const { values, set, clear } = useUnsaved(`mark-ran:${script.id}`, {
    outcome: '',
    // A template knows what it does; the technician has the last word.
    changes: script.changes_system ? 'yes' : '',
    undo: script.undo ?? '',
  });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const mark = useCall('scripts.markRan', {
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  const overlong = tooLong(values.outcome, LIMITS.script_outcome);
  const problem = formError(mark.error, ['outcome', 'undo']);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (mark.isPending || overlong !== undefined || effectProblem(values) !== undefined) return;
    mark.mutate({ generation_id: script.id, outcome: values.outcome, ...effectOf(values) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    } else if (isSubmitKey(event)) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <form className={css('form')} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        label="What came of it"
        rows={2}
        value={values.outcome}
        error={overlong ?? fieldError(mark.error, 'outcome')}
        onChange={(event) => set('outcome', event.target.value)}
      />
      <ScriptEffect values={values} set={set} error={mark.error} />
      <FormFoot
        submitLabel="Save as run"
        keys="Mod+Enter"
        busy={mark.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
