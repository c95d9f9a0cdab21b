import { useEffect, useRef } from 'react';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { useCall } from '../../bridge/queries.ts';
import { classesOf } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { fieldError, formError } from '../../ui/errors.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { useUnsaved } from '../../ui/unsaved-text.ts';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import styles from '../script-card.module.css';
import { outputOf } from './output-of.ts';

const css = classesOf(styles);

interface AddOutputProps {
  readonly script: ScriptGeneration;
  readonly onDone: () => void;
}

/** Keeps what a script printed, which was not at hand when its run was noted. */
export function AddOutput({ script, onDone }: AddOutputProps) {
  const { values, set, clear } = useUnsaved(`script-output:${script.id}`, { output: '' });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const keep = useCall('attachments.addText', {
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  const overlong = tooLong(values.output, LIMITS.attachment_text);
  const submit = () => {
    if (keep.isPending || overlong !== undefined) return;
    keep.mutate(outputOf(script, values.output));
  };
  const problem = formError(keep.error, ['text']);
  return (
    <form className={css('form')} {...useFormKeys({ onSubmit: submit, onCancel: onDone })}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        mono
        label="Output"
        rows={4}
        value={values.output}
        error={overlong ?? fieldError(keep.error, 'text')}
        onChange={(event) => set('output', event.target.value)}
      />
      <FormFoot
        submitLabel="Keep output"
        keys="Mod+Enter"
        busy={keep.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
