import { faultsInText, matches } from './find-text.ts';
import { isCited, type NoteItem, type NoteView } from './note-view.ts';
import { rule } from './rule.ts';

const PLACEHOLDER =
  /(?<=^\s*)N\/A(?=[\s.]*$)|\[(?:\s*(?:\.{2,}|…|insert|your|enter|fill|name|date|time|user ?name|user|client|customer|company|ticket|host ?name|host|details?|number|description|placeholder|tbd|x{2,})[^\]\n]{0,60})\]|<\s*(?:\.{2,}|…|insert|your|enter|name|date|time|user ?name|user|client|customer|company|ticket|host ?name|details?|number|description|placeholder)[^>\n]{0,60}>|\{\{[^{}\n]{0,80}\}\}|\blorem ipsum\b|\binsert (?:name|date|time|details?|text|here|description|number)\b|_{4,}|\?{3,}/gi;

/** Only in capitals: a to-do list or an xxx-large shirt is none. */
const MARKER = /\b(?:TBD|TBC|TODO|FIXME|XXX+)\b/g;

/** S4: no placeholder. Code is left alone in the internal note, where a script may hold one. */
export const placeholdersRule = rule('S4', (note) =>
  faultsInText(
    note,
    (text) => [...matches(PLACEHOLDER)(text), ...matches(MARKER)(text)],
    (found) => `“${found.text.trim()}” is a placeholder. Fill it in or delete it.`,
    {
      allow_cited: true,
      excused: (found, item) => isJoined(note, item, found.text),
      code: note.kind === 'resolve',
    },
  ).map((fault) => ({
    ...fault,
    repair: { label: 'Delete the placeholder', from: fault.from, to: fault.to, replacement: '' },
  })),
);

/** Opened by a bracket in the words of one row, closed by one in another's, which a drafter put together. */
function isJoined(note: NoteView, item: NoteItem, text: string): boolean {
  const words = text.trim().split(/\s+/);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length === 1) return false;
  return isCited(note, item, first) && isCited(note, item, last);
}
