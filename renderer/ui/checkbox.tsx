import { type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';
import { classesOf } from './class-names.ts';

const css = classesOf(styles);

interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is being chosen, below the label. */
  readonly children?: ReactNode;
}

/** One of several things that may be chosen together. */
export function Checkbox({ label, checked, disabled = false, onChange, children }: CheckboxProps) {
  const id = useId();
  return (
    <div className={css('row', disabled && 'disabled')}>
      <input
        type="checkbox"
        id={id}
        className={css('box')}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div className={css('words')}>
        <label htmlFor={id} className={css('label')}>
          {label}
        </label>
        {children}
      </div>
    </div>
  );
}
