import { useEffect, useRef } from 'react';
import type { Check } from '../../shared/domain/check.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';

const css = classesOf(styles);

interface CheckResultProps {
  readonly check: Check;
  readonly onDone: () => void;
}

/** What a check showed: the result becomes a confirmed fact, the output is kept with it as evidence. */
export function CheckResult({ check, onDone }: CheckResultProps) {
  const { values, set, clear } = useUnsaved(`check:${check.id}`, { result: '', output: '' });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    focusAtEnd(box.current);
    box.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const complete = useCall('checks.complete', {
    onSuccess: () => {
      announce('Result saved as a fact.');
      clear();
      onDone();
    },
  });
  const overlong = {
    result: tooLong(values.result, LIMITS.fact),
    output: tooLong(values.output, LIMITS.attachment_text),
  };
  const problem = formError(complete.error, ['result', 'output']);
  const form = useFormKeys({
    enterIn: box,
    onCancel: onDone,
    onSubmit() {
      if (complete.isPending || overlong.result || overlong.output) return;
      complete.mutate({ check_id: check.id, ...values });
    },
  });
  return (
    <form className={css('form')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <p>{check.instruction}</p>
      {check.meaning && <p className={css('small')}>{check.meaning}</p>}
      <TextArea
        ref={box}
        label="Result"
        hint="Saved as a fact."
        placeholder="Port 443 answers in 12 ms"
        rows={2}
        value={values.result}
        error={overlong.result ?? fieldError(complete.error, 'result')}
        onChange={(event) => set('result', event.target.value)}
      />
      <TextArea
        mono
        label="Output"
        aside="optional"
        placeholder="Paste what it printed"
        rows={2}
        maxRows={6}
        spellCheck={false}
        value={values.output}
        error={overlong.output ?? fieldError(complete.error, 'output')}
        onChange={(event) => set('output', event.target.value)}
      />
      <FormFoot submitLabel="Save" keys="Enter" busy={complete.isPending} onCancel={onDone} />
    </form>
  );
}
