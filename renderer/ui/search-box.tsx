import { Search, X } from 'lucide-react';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { classesOf } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './search-box.module.css';

const css = classesOf(styles);

interface SearchBoxProps
  extends Omit<ComponentProps<'input'>, 'ref' | 'value' | 'onChange' | 'className'> {
  /** Its name; what is said in it while it is empty, unless there is a placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Its edge is drawn more strongly: for a box on a dialog or a popover. */
  readonly strong?: boolean;
  /** What stands at its end: keys, or what was found. */
  readonly aside?: ReactNode;
}

/** A box that something is searched with, and the way to empty it. */
export function SearchBox({
  label,
  value,
  onChange,
  field,
  strong = false,
  aside,
  ...input
}: SearchBoxProps) {
  return (
    <div className={css('search', strong && 'strong')}>
      <Search size={15} aria-hidden className={css('icon')} />
      <input
        type="search"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        {...input}
        ref={field}
        aria-label={label}
        value={value}
        className={css('input')}
        onChange={(event) => onChange(event.target.value)}
      />
      {aside !== undefined && <div className={css('aside')}>{aside}</div>}
      {value !== '' && (
        <IconButton
          icon={X}
          label="Clear the search"
          hint={null}
          size="sm"
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
