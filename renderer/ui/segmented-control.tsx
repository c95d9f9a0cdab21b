import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { LucideIcon } from 'lucide-react';
import { classesOf } from './class-names.ts';
import styles from './segments.module.css';

const css = classesOf(styles);

interface SegmentedControlProps<Value extends string> {
  /** What is being chosen, for screen readers. */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: LucideIcon;
  }[];
}

/** A few choices side by side, of which one holds. A radio group: arrows move. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  onChange,
  options,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className={css('group')}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          aria-label={option.label}
          nativeButton
          render={<button type="button" />}
          className={css('segment')}
        >
          {option.icon && <option.icon size={14} aria-hidden />}
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
