import { useEffect } from 'react';
import { unsavedForms } from './unsaved-text.ts';

/** Forms that outlive their view, by how their name begins: as their heading says. */
const NAMES: Readonly<Record<string, string>> = {
  'new-session': 'New session',
  'add-fact': 'Add fact',
  'add-check': 'Add check',
  check: 'Result of a check',
  'suggest-fix': 'Suggest a fix',
  result: 'Result of a fix',
  'record-run': 'Record a run',
  'mark-ran': 'Result of a script',
  'script-output': 'Output of a script',
  summary: 'Problem in one sentence',
  fill: 'A script template being filled in',
  intake: 'Problem, as first described',
  'note-field': 'Fields of a note',
};

/** Open editors that hold words which end with their view; each mount has a place of its own. */
const editors = new Set<string[]>();

/** Names an editor for as long as it holds words that are not saved. */
export function useHoldsWords(name: string, holds: boolean): void {
  useEffect(() => {
    if (!holds) return;
    const place = [name];
    editors.add(place);
    return () => void editors.delete(place);
  }, [name, holds]);
}

/** Where words would be lost if the window went now, in words; each kind of form once. */
export function formsWithWords(): readonly string[] {
  const kept = unsavedForms().map((form) => NAMES[form.split(':')[0] ?? ''] ?? 'A form');
  return [...new Set([...kept, ...[...editors].flat()])];
}
