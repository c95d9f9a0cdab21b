import { type ReactNode, useId } from 'react';
import { classesOf } from './class-names.ts';
import styles from './field.module.css';

const css = classesOf(styles);

/** What every labelled control has in common. */
export interface FieldText {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
  /** Set beside the label in quiet type, for example "optional". */
  readonly aside?: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was typed, in the person's words. */
  readonly error?: string | undefined;
}

interface FieldFrameProps extends FieldText {
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** Label, control, hint and error, tied together by id. */
export function FieldFrame({
  label,
  labelHidden = false,
  aside,
  hint,
  error,
  children,
}: FieldFrameProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css('field')}>
      <div className={css('labels', labelHidden && 'hidden')}>
        <label htmlFor={id} className={css('label')}>
          {label}
        </label>
        {aside && <span className={css('aside')}>{aside}</span>}
      </div>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className={css('hint')}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={css('error')} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
