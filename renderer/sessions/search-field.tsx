import type { KeyboardEvent, RefObject } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { Kbd } from '../ui/kbd.tsx';
import { SearchBox } from '../ui/search-box.tsx';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Down, or Enter: into the results. */
  readonly onIntoResults: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Searches titles, problems, facts, messages and posted notes. Escape clears it, then leaves it. */
export function SearchField({ value, onChange, onIntoResults, field }: SearchFieldProps) {
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
    <SearchBox
      field={field}
      label="Search sessions"
      maxLength={LIMITS.search}
      value={value}
      onChange={onChange}
      onKeyDown={onKeyDown}
      aside={
        value === '' ? (
          <span aria-hidden>
            <Kbd keys="Mod+K" />
          </span>
        ) : undefined
      }
    />
  );
}
