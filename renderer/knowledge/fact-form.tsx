import { useEffect, useRef } from 'react';
import { defaultRole, type FactRole, type SourceType } from '../../shared/domain/fact.ts';
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
import { optionsOf, ROLE_WORDS, SOURCE_TYPE_WORDS } from '../ui/words.ts';
import { wantsShortWording } from './fact-rules.ts';

const css = classesOf(styles);

export interface FactValues extends Readonly<Record<string, string>> {
  readonly text: string;
  readonly source_type: SourceType;
  /** Empty takes the default of the source. */
  readonly role: FactRole | '';
  readonly source_summary: string;
  readonly customer_wording: string;
  readonly short_wording: string;
}

/** The fields that the bridge takes with the text and the source. */
export function detailsOf({ source_summary, customer_wording, short_wording }: FactValues) {
  return {
    source_summary: source_summary.trim() || null,
    customer_wording: customer_wording.trim() || null,
    short_wording: short_wording.trim() || null,
  };
}

interface FactFormProps {
  readonly values: FactValues;
  readonly set: <Name extends keyof FactValues & string>(
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
export function FactForm(props: FactFormProps) {
  const { values, set, submitLabel, busy, error, onSubmit, onCancel } = props;
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    focusAtEnd(text.current);
    text.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);

  const overlong = {
    text: tooLong(values.text, LIMITS.fact),
    source_summary: tooLong(values.source_summary, LIMITS.source_summary),
    customer_wording: tooLong(values.customer_wording, LIMITS.fact),
    short_wording: tooLong(values.short_wording, LIMITS.fact),
  };
  const errorOf = (name: keyof typeof overlong) => overlong[name] ?? fieldError(error, name);
  const problem = formError(error, Object.keys(overlong));
  const form = useFormKeys({
    enterIn: text,
    onCancel,
    onSubmit() {
      if (!busy && Object.values(overlong).every((words) => words === undefined)) onSubmit();
    },
  });

  return (
    <form className={css('form')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={text}
        label="Fact"
        labelHidden
        placeholder="e.g. Webmail works with the same password"
        rows={2}
        value={values.text}
        error={errorOf('text')}
        onChange={(event) => set('text', event.target.value)}
      />
      <div className={css('pair')}>
        <Select
          label="How do you know?"
          size="sm"
          value={values.source_type}
          options={optionsOf(SOURCE_TYPE_WORDS)}
          onChange={(source) => set('source_type', source)}
        />
        <Select
          label="Role"
          size="sm"
          value={values.role || defaultRole(values.source_type)}
          options={optionsOf(ROLE_WORDS)}
          onChange={(role) => set('role', role)}
        />
      </div>
      <TextField
        label="Source"
        aside="optional"
        placeholder="Sign-in log, 18 Nov, 10:40"
        value={values.source_summary}
        error={errorOf('source_summary')}
        onChange={(event) => set('source_summary', event.target.value)}
      />
      <TextArea
        label="Customer wording"
        aside="optional"
        placeholder="Without internal names"
        rows={1}
        value={values.customer_wording}
        error={errorOf('customer_wording')}
        onChange={(event) => set('customer_wording', event.target.value)}
      />
      {(values.short_wording !== '' || wantsShortWording(values.text)) && (
        <TextArea
          label="Short wording"
          aside="optional"
          placeholder="One line that says what matters"
          rows={1}
          value={values.short_wording}
          error={errorOf('short_wording')}
          onChange={(event) => set('short_wording', event.target.value)}
        />
      )}
      <FormFoot submitLabel={submitLabel} keys="Enter" busy={busy} onCancel={onCancel} />
    </form>
  );
}
