import type { Finding, NoteKind } from '../../shared/domain/note.ts';
import { FIXED_SENTENCES, NOTE_HEADINGS } from '../../shared/notes/sections.ts';
import { singleLine } from '../../shared/text.ts';

/** One change to a note: `from`–`to` (UTF-16 units) becomes `insert`. */
export interface NoteEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const NOTHING_CONFIRMED: ReadonlySet<string> = new Set(
  Object.values(FIXED_SENTENCES).map(({ nothing_confirmed }) => nothing_confirmed),
);

/**
 * The edit that adds a fact as the last bullet of the section for confirmed things; it replaces the
 * standard text of an empty one. A note without that heading gets it at the end.
 */
export function addFactEdit(markdown: string, kind: NoteKind, factText: string): NoteEdit {
  const bullet = `- ${singleLine(factText)}`;
  const heading = `## ${NOTE_HEADINGS[kind][1]}`;
  const lines = markdown.split('\n');
  const headingAt = lines.findIndex((line) => line.trim() === heading);
  if (headingAt === -1) {
    const end = markdown.trimEnd().length;
    const gap = end === 0 ? '' : '\n\n';
    return { from: end, to: markdown.length, insert: `${gap}${heading}\n${bullet}\n` };
  }

  let last = headingAt;
  for (let at = headingAt + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('## ')) break;
    if (line.trim() !== '') last = at;
  }
  const from = offsetOfLine(lines, last);
  const lastText = lines[last] ?? '';
  const to = from + lastText.length;
  if (NOTHING_CONFIRMED.has(lastText.trim())) return { from, to, insert: bullet };
  return { from: to, to, insert: `\n${bullet}` };
}

function offsetOfLine(lines: readonly string[], line: number): number {
  return lines.slice(0, line).reduce((offset, text) => offset + text.length + 1, 0);
}

/**
 * The edit that a finding's one-press repair makes, or `null` where the text at that place is no
 * longer what the check read: then the next check, a moment away, brings the right place.
 */
export function repairEdit(finding: Finding, checkedText: string, text: string): NoteEdit | null {
  if (finding.repair === null) return null;
  const { from, to, replacement } = finding.repair;
  if (checkedText.slice(from, to) !== text.slice(from, to)) return null;
  if (checkedText.slice(0, from) !== text.slice(0, from)) return null;
  return { from, to, insert: replacement };
}
