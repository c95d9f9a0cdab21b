import { Switch as Base } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import { classesOf } from './class-names.ts';
import styles from './switch.module.css';

const css = classesOf(styles);

interface SwitchProps {
  readonly label: string;
  /** Keeps the label for screen readers only, where the words stand beside it already. */
  readonly labelHidden?: boolean;
  /** What it means, in quiet type below the label. */
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is on or off, at once. */
export function Switch({ label, labelHidden = false, hint, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={css('row')}>
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        nativeButton
        render={<button type="button" />}
        aria-labelledby={`${id}-label`}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        className={css('track')}
      >
        <Base.Thumb className={css('thumb')} />
      </Base.Root>
      {/* The words are pressed like the switch; for the keyboard and screen readers the switch is enough. */}
      <div className={css('words', labelHidden && 'hidden')}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
        <span id={`${id}-label`} className={css('label')} onClick={() => onChange(!checked)}>
          {label}
        </span>
        {hint && (
          <p id={`${id}-hint`} className={css('hint')}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
