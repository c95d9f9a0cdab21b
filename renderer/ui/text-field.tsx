import type { ComponentProps } from 'react';
import { classesOf, joinClasses } from './class-names.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldText } from './field.tsx';

const css = classesOf(styles);

type TextFieldProps = FieldText & ComponentProps<'input'> & { readonly mono?: boolean };

/** One line of text with its label. */
export function TextField({
  label,
  labelHidden,
  aside,
  hint,
  error,
  mono = false,
  className,
  ...input
}: TextFieldProps) {
  return (
    <FieldFrame {...fieldText({ label, labelHidden, aside, hint, error })}>
      {(ids) => (
        <input
          autoComplete="off"
          spellCheck={!mono}
          {...ids}
          {...input}
          className={joinClasses(css('control', mono && 'mono'), className)}
        />
      )}
    </FieldFrame>
  );
}

type TextAreaProps = FieldText &
  ComponentProps<'textarea'> & {
    readonly mono?: boolean;
    /** It grows with its text up to this many lines, then scrolls. */
    readonly maxRows?: number;
  };

/** Several lines of text with their label. Grows with what is typed. */
export function TextArea({
  label,
  labelHidden,
  aside,
  hint,
  error,
  mono = false,
  maxRows = 12,
  rows = 2,
  className,
  ...area
}: TextAreaProps) {
  return (
    <FieldFrame {...fieldText({ label, labelHidden, aside, hint, error })}>
      {(ids) => (
        <textarea
          rows={rows}
          {...ids}
          {...area}
          style={{
            maxHeight: `calc(${maxRows} * 1lh + 14px)`,
            minHeight: `calc(${rows} * 1lh + 14px)`,
          }}
          className={joinClasses(css('control', 'area', mono && 'mono'), className)}
        />
      )}
    </FieldFrame>
  );
}

function fieldText(text: {
  label: string;
  labelHidden: boolean | undefined;
  aside: string | undefined;
  hint: FieldText['hint'];
  error: string | undefined;
}): FieldText {
  return {
    label: text.label,
    labelHidden: text.labelHidden ?? false,
    hint: text.hint,
    error: text.error,
    ...(text.aside === undefined ? {} : { aside: text.aside }),
  };
}
