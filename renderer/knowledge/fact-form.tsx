import { useEffect, useRef } from 'react';
import type { SourceType } from '../../shared/domain/fact.ts';
import { LIMITS } from '../../shared/limits.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { optionsOf, SOURCE_TYPE_WORDS } from '../ui/words.ts';

const css = classesOf(styles);

export interface FactValues extends Readonly<Record<string, string>> {
  readonly text: string;
  readonly source_type: SourceType;
  readonly source_summary: string;
}

interface FactFormProps {
  readonly values: FactValues;
  readonly set: <Name extends 'text' | 'source_type' | 'source_summary'>(
    name: Name,
    value: FactValues[Name],
  ) => void;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** The fields of a fact, to add one or to reword one. Enter saves, Shift+Enter makes a line. */
export function FactForm({
  values,
  set,
  submitLabel,
  busy,
  error,
  onSubmit,
  onCancel,
}: FactFormProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    focusAtEnd(text.current);
    text.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);

  const overlong = tooLong(values.text, LIMITS.fact);
  const overlongSource = tooLong(values.source_summary, LIMITS.source_summary);
  const problem = formError(error, ['text', 'source_summary']);
  const form = useFormKeys({
    enterIn: text,
    onCancel,
    onSubmit() {
      if (!busy && overlong === undefined && overlongSource === undefined) onSubmit();
    },
  });

  return (
    <form className={css('form')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={text}
        label="Fact"
        labelHidden
        placeholder="One thing held to be true"
        rows={2}
        value={values.text}
        error={overlong ?? fieldError(error, 'text')}
        onChange={(event) => set('text', event.target.value)}
      />
      <Select
        label="Source type"
        size="sm"
        value={values.source_type}
        options={optionsOf(SOURCE_TYPE_WORDS)}
        onChange={(source) => set('source_type', source)}
      />
      <TextField
        label="Source"
        aside="optional"
        placeholder="Sign-in log, 18 Nov, 10:40"
        value={values.source_summary}
        error={overlongSource ?? fieldError(error, 'source_summary')}
        onChange={(event) => set('source_summary', event.target.value)}
      />
      <FormFoot submitLabel={submitLabel} keys="Enter" busy={busy} onCancel={onCancel} />
    </form>
  );
}
