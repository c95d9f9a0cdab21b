import { singleLine } from '../../../shared/text.ts';
import type { BundleFix } from '../bundle.ts';
import { holdsWord } from '../language/anchors.ts';
import { withoutFullStop } from '../language/sentences.ts';
import type { NoteItem } from './note-view.ts';

/** Titles and names shorter than this are too common in plain sentences to be looked for. */
const SHORTEST_NAME = 8;

/** Whether a line speaks of a fix: it cites it, or holds its title. */
export function mentionsFix(item: NoteItem, fix: BundleFix): boolean {
  return item.evidence_ids.includes(fix.evidence_id) || holdsName(item.block.text, fix.title);
}

/** Whether a text holds a title or name as it stands on record, capitals aside. */
export function holdsName(text: string, name: string): boolean {
  const wanted = withoutFullStop(name).toLowerCase();
  if (wanted.length < SHORTEST_NAME) return false;
  const line = text.includes('\n') ? singleLine(text) : text;
  return holdsWord(line.toLowerCase(), wanted);
}
