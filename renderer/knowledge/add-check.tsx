import { useEffect, useRef } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';

const css = classesOf(styles);

interface AddCheckProps {
  readonly sessionId: number;
  readonly onDone: () => void;
}

/** Adds checks one after another: after each the form is empty. */
export function AddCheck({ sessionId, onDone }: AddCheckProps) {
  const empty = { instruction: '', meaning: '' };
  const { values, set, clear } = useUnsaved(`add-check:${sessionId}`, empty);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const add = useCall('checks.add', {
    onSuccess: () => {
      announce('Check added.');
      clear();
      box.current?.focus();
    },
  });
  const overlong = {
    instruction: tooLong(values.instruction, LIMITS.check),
    meaning: tooLong(values.meaning, LIMITS.check),
  };
  const problem = formError(add.error, ['instruction', 'meaning']);
  const form = useFormKeys({
    enterIn: box,
    onCancel: onDone,
    onSubmit() {
      if (add.isPending || overlong.instruction || overlong.meaning) return;
      add.mutate({ session_id: sessionId, ...values });
    },
  });
  return (
    <form className={css('form')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        label="Check"
        labelHidden
        placeholder="What to run or look at"
        rows={2}
        value={values.instruction}
        error={overlong.instruction ?? fieldError(add.error, 'instruction')}
        onChange={(event) => set('instruction', event.target.value)}
      />
      <TextArea
        label="What the result would mean"
        aside="optional"
        placeholder="No answer: the firewall blocks it"
        rows={1}
        value={values.meaning}
        error={overlong.meaning ?? fieldError(add.error, 'meaning')}
        onChange={(event) => set('meaning', event.target.value)}
      />
      <FormFoot submitLabel="Add" keys="Enter" busy={add.isPending} onCancel={onDone} />
    </form>
  );
}
