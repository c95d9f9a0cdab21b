import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classesOf } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './popup.module.css';

const css = classesOf(styles);
const field = classesOf(fieldStyles);

interface SelectProps<Value extends string> {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Shown, and not to be chosen; its label says why. */
    readonly disabled?: boolean;
  }[];
  readonly size?: 'md' | 'sm';
  readonly disabled?: boolean;
  readonly aside?: string;
  readonly hint?: string | undefined;
  /** What is wrong with the choice, in the person's words. */
  readonly error?: string | undefined;
}

/** One choice from a list. */
export function Select<Value extends string>({
  label,
  labelHidden = false,
  value,
  onChange,
  options,
  size = 'md',
  disabled = false,
  aside,
  hint,
  error,
}: SelectProps<Value>) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <Base.Root
      modal={false}
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <div className={field('field')}>
        <div className={field('labels', labelHidden && 'hidden')}>
          <Base.Label className={field('label')}>{label}</Base.Label>
          {aside && <span className={field('aside')}>{aside}</span>}
        </div>
        <Base.Trigger
          className={field('control', 'select', size)}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        >
          <Base.Value className={field('value')} />
          <ChevronDown size={14} aria-hidden className={field('chevron')} />
        </Base.Trigger>
        {hint && (
          <p id={`${id}-hint`} className={field('hint')}>
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className={field('error')} role="alert">
            {error}
          </p>
        )}
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={5} alignItemWithTrigger={false} className={css('positioner')}>
          <Base.Popup className={css('popup', 'list')}>
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className={css('item')}
                >
                  <span className={css('check')}>
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText className={css('label')}>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
