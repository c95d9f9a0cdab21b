import { type RefObject, useEffect, useRef, useState } from 'react';
import { bringIntoView } from './bring-into-view.ts';

const FOUND = '[data-found]';

/** Walks through the settings that were found, and brings each into view. */
export function useFound(page: RefObject<HTMLElement | null>, query: string) {
  const [titles, setTitles] = useState<readonly string[]>([]);
  const at = useRef(0);

  const rows = () => Array.from(page.current?.querySelectorAll<HTMLElement>(FOUND) ?? []);

  function show(index: number): void {
    const found = rows();
    at.current = found.length === 0 ? 0 : (index + found.length) % found.length;
    for (const row of page.current?.querySelectorAll('[data-current]') ?? []) {
      row.removeAttribute('data-current');
    }
    const current = found[at.current];
    current?.setAttribute('data-current', '');
    if (page.current && current) bringIntoView(page.current, current, 'middle');
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are marked for this query by now
  useEffect(() => {
    setTitles(rows().map((row) => row.dataset.found ?? ''));
    show(0);
  }, [query]);

  return { titles, next: () => show(at.current + 1), previous: () => show(at.current - 1) };
}
