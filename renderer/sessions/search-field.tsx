import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './search-field.module.css';

const css = classesOf(styles);

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Down, or Enter: into the results. */
  readonly onIntoResults: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Searches titles, problems, facts, messages and posted notes. Escape clears it, then leaves it. */
export function SearchField({ value, onChange, onIntoResults, field }: SearchFieldProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (value === '') field.current?.blur();
      onChange('');
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onIntoResults();
    }
  };
  return (
    <div className={css('search')}>
      <Search size={15} aria-hidden className={css('icon')} />
      <input
        ref={field}
        id={id}
        type="search"
        aria-label="Search sessions"
        placeholder="Search sessions"
        autoComplete="off"
        spellCheck={false}
        maxLength={LIMITS.search}
        value={value}
        className={css('input')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <span className={css('keys')} aria-hidden>
          <Kbd keys="Mod+K" />
        </span>
      ) : (
        <IconButton
          icon={X}
          label="Clear the search"
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
