import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { outputOf } from './output/output-of.ts';
import styles from './script-card.module.css';
import { effectOf, effectProblem, ScriptEffect } from './script-effect.tsx';

const css = classesOf(styles);

interface MarkRanProps {
  readonly script: ScriptGeneration;
  readonly onDone: () => void;
}

/** Records that a generated script ran: its result, also in the customer's words, and its output. */
export function MarkRan({ script, onDone }: MarkRanProps) {
  const { values, set, clear } = useUnsaved(`mark-ran:${script.id}`, {
    outcome: '',
    customer: '',
    output: '',
    // A template knows what it does; the technician has the last word.
    changes: script.changes_system ? 'yes' : '',
    undo: script.undo ?? '',
  });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusAtEnd(box.current), []);
  const mark = useMutation({
    mutationFn: async () => {
      // First the run, for that can be said twice; an output kept twice would be two.
      await invoke('scripts.markRan', {
        generation_id: script.id,
        outcome: values.outcome,
        customer_outcome: values.customer.trim() || null,
        ...effectOf(values),
      });
      if (values.output.trim() !== '') {
        await invoke('attachments.addText', outputOf(script, values.output));
      }
    },
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  const overlong = tooLong(values.outcome, LIMITS.script_outcome);
  const overlongCustomer = tooLong(values.customer, LIMITS.script_outcome);
  const overlongOutput = tooLong(values.output, LIMITS.attachment_text);
  const problem = formError(mark.error, ['outcome', 'customer_outcome', 'undo', 'text']);
  const submit = () => {
    const wrong = overlong ?? overlongCustomer ?? overlongOutput ?? effectProblem(values);
    if (!mark.isPending && wrong === undefined) mark.mutate();
  };
  return (
    <form className={css('form')} {...useFormKeys({ onSubmit: submit, onCancel: onDone })}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        label="Result"
        rows={2}
        value={values.outcome}
        error={overlong ?? fieldError(mark.error, 'outcome')}
        onChange={(event) => set('outcome', event.target.value)}
      />
      <TextArea
        label="Customer wording"
        aside="optional"
        placeholder="The result in the customer’s words"
        rows={1}
        value={values.customer}
        error={overlongCustomer ?? fieldError(mark.error, 'customer_outcome')}
        onChange={(event) => set('customer', event.target.value)}
      />
      <TextArea
        mono
        label="Output"
        aside="optional"
        placeholder="Paste what it printed"
        rows={2}
        maxRows={8}
        value={values.output}
        error={overlongOutput ?? fieldError(mark.error, 'text')}
        onChange={(event) => set('output', event.target.value)}
      />
      <ScriptEffect values={values} set={set} error={mark.error} />
      <FormFoot
        submitLabel="Save result"
        keys="Mod+Enter"
        busy={mark.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
