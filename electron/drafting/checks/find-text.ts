import { spansOf, type TextSpan } from '../language/spans.ts';
import { isCited, type NoteItem, type NoteView, placeOf } from './note-view.ts';
import type { Fault } from './rule.ts';

interface Search {
  /** Which blocks are looked at; all of them unless said. */
  readonly where?: (item: NoteItem) => boolean;
  /** Lets pass what a generated line took over word for word from a row it cites. */
  readonly allow_cited?: boolean;
  /** Lets pass what is none in this line. */
  readonly excused?: (found: TextSpan, item: NoteItem) => boolean;
  /** Looks into code spans and blocks too. */
  readonly code?: boolean;
}

/** Faults for every place in the visible text of a note that `find` answers. */
export function faultsInText(
  note: NoteView,
  find: (text: string) => readonly TextSpan[],
  message: (found: TextSpan, item: NoteItem) => string,
  { where = () => true, allow_cited = false, excused = () => false, code = true }: Search = {},
): Fault[] {
  return note.items.filter(where).flatMap((item) =>
    find(item.block.text)
      .filter((found) => code || !isInCode(item, found))
      .filter((found) => !allow_cited || !isCited(note, item, found.text))
      .filter((found) => !excused(found, item))
      .map((found) => ({ ...placeOf(item, found.from, found.to), message: message(found, item) })),
  );
}

/** Adapts a global pattern to {@link faultsInText}. */
export function matches(pattern: RegExp): (text: string) => TextSpan[] {
  return (text) => spansOf(text, pattern);
}

function isInCode({ block }: NoteItem, { from }: TextSpan): boolean {
  return block.pieces.some(
    (piece) => piece.code && from >= piece.start && from < piece.start + piece.text.length,
  );
}
