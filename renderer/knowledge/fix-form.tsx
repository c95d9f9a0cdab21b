import { useEffect, useRef } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { ConfidenceField, readConfidence } from './confidence.tsx';

const css = classesOf(styles);

export interface FixValues extends Readonly<Record<string, string>> {
  readonly title: string;
  readonly description: string;
  readonly confidence: string;
}

interface FixFormProps {
  readonly values: FixValues;
  readonly set: (name: 'title' | 'description' | 'confidence', value: string) => void;
  readonly submitLabel: string;
  /** Said above the fields, for example what this fix takes the place of. */
  readonly remark?: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (confidence: number) => void;
  readonly onCancel: () => void;
}

/** The fields of a suggested fix, to suggest one or to reword one. */
export function FixForm({
  values,
  set,
  submitLabel,
  remark,
  busy,
  error,
  onSubmit,
  onCancel,
}: FixFormProps) {
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => {
    focusAtEnd(title.current);
    title.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);

  const confidence = readConfidence(values.confidence);
  const overlong = {
    title: tooLong(values.title, LIMITS.fix_title),
    description: tooLong(values.description, LIMITS.fix_description),
  };
  const problem = formError(error, ['title', 'description', 'confidence']);
  const form = useFormKeys({
    onCancel,
    onSubmit() {
      if (busy || confidence === undefined || overlong.title || overlong.description) return;
      onSubmit(confidence);
    },
  });

  return (
    <form className={css('form')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      {remark && <p className={css('small')}>{remark}</p>}
      <TextField
        ref={title}
        label="Fix"
        placeholder="Clear the stored Office sign-in"
        value={values.title}
        error={overlong.title ?? fieldError(error, 'title')}
        onChange={(event) => set('title', event.target.value)}
      />
      <TextArea
        label="Description"
        aside="optional"
        rows={2}
        placeholder="How it is done, step by step"
        value={values.description}
        error={overlong.description ?? fieldError(error, 'description')}
        onChange={(event) => set('description', event.target.value)}
      />
      <ConfidenceField
        value={values.confidence}
        error={
          confidence === undefined
            ? 'The confidence is a whole number from 0 to 100.'
            : fieldError(error, 'confidence')
        }
        onChange={(value) => set('confidence', value)}
      />
      <FormFoot submitLabel={submitLabel} keys="Mod+Enter" busy={busy} onCancel={onCancel} />
    </form>
  );
}
