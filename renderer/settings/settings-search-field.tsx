import type { KeyboardEvent, RefObject } from 'react';
import { classesOf } from '../ui/class-names.ts';
import { SearchBox } from '../ui/search-box.tsx';
import { counted } from '../ui/words.ts';
import styles from './settings-dialog.module.css';

const css = classesOf(styles);

/** Longer than any setting's words. */
const MAX_LENGTH = 100;

interface SettingsSearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly found: readonly string[];
  readonly onChange: (query: string) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/** Finds settings by their words. Enter goes to the next one, Escape clears it before it closes all. */
export function SettingsSearchField({
  field,
  query,
  found,
  onChange,
  onNext,
  onPrevious,
}: SettingsSearchFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      event.stopPropagation();
      onChange('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (event.shiftKey || event.key === 'ArrowUp') onPrevious();
      else onNext();
    }
  };
  return (
    <search className={css('find')}>
      <SearchBox
        field={field}
        strong
        label="Search settings"
        maxLength={MAX_LENGTH}
        value={query}
        onChange={onChange}
        onKeyDown={onKeyDown}
        aside={<p role="status">{query.trim() !== '' && countWords(found)}</p>}
      />
    </search>
  );
}

/** The first is named, so that whoever does not see the mark knows where it is. */
function countWords(found: readonly string[]): string {
  const [first] = found;
  if (first === undefined) return 'No setting found';
  return found.length === 1 ? first : `${counted(found.length, 'setting')}, first: ${first}`;
}
