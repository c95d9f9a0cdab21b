import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import { fieldError, formError } from './errors.ts';
import { focusAtEnd } from './focus-at-end.ts';
import { FormFoot } from './form-foot.tsx';
import styles from './section.module.css';
import { TextArea } from './text-field.tsx';
import { tooLong } from './too-long.ts';
import { useHoldsWords } from './unsaved-forms.ts';
import { useFormKeys } from './use-form-keys.ts';

interface WordingFormProps {
  /** The words for the customer so far; null where there are none. */
  readonly wording: string | null;
  /** A shorter version, where one is of use. */
  readonly short?: string | null;
  readonly limit: number;
  /** What the call names the wording. */
  readonly field: 'customer_wording' | 'customer_outcome';
  readonly busy: boolean;
  readonly error: unknown;
  /** Null takes the wording away. */
  readonly onSave: (wording: string | null, short: string | null) => void;
  readonly onDone: () => void;
}

/** Words something for the customer in place. Enter saves, an empty text takes the wording away. */
export function WordingForm(props: WordingFormProps) {
  const { wording, short, limit, field, busy, error, onSave, onDone } = props;
  const [text, setText] = useState(wording ?? '');
  const [shortText, setShortText] = useState(short ?? '');
  useHoldsWords('Customer wording', text !== (wording ?? '') || shortText !== (short ?? ''));
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    focusAtEnd(box.current);
    box.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const overlong = tooLong(text, limit);
  const overlongShort = tooLong(shortText, limit);
  const problem = formError(error, [field, 'short_wording']);
  const form = useFormKeys({
    enterIn: box,
    onCancel: onDone,
    onSubmit() {
      if (busy || overlong !== undefined || overlongShort !== undefined) return;
      onSave(text.trim() || null, shortText.trim() || null);
    },
  });
  return (
    <form className={styles.form} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        label="Customer wording"
        aside="optional"
        placeholder="Without internal names"
        rows={1}
        value={text}
        error={overlong ?? fieldError(error, field)}
        onChange={(event) => setText(event.target.value)}
      />
      {short !== undefined && (
        <TextArea
          label="Short wording"
          aside="optional"
          placeholder="One line that says what matters"
          rows={1}
          value={shortText}
          error={overlongShort ?? fieldError(error, 'short_wording')}
          onChange={(event) => setShortText(event.target.value)}
        />
      )}
      <FormFoot submitLabel="Save" keys="Enter" busy={busy} onCancel={onDone} />
    </form>
  );
}
