/** A part of a block's visible text and the markdown that it stands for. */
export interface Piece {
  /** Index in the visible text. */
  readonly start: number;
  readonly text: string;
  /** Offset of `source` in the note. */
  readonly from: number;
  readonly source: string;
  /** From a code span or block. */
  readonly code: boolean;
}

/** The offset in the note of a place in the visible text; `end` for the place after the last piece. */
export function sourceOffset(pieces: readonly Piece[], visibleIndex: number, end: number): number {
  for (const [number, piece] of pieces.entries()) {
    const within = visibleIndex - piece.start;
    const isLast = number === pieces.length - 1;
    if (within < piece.text.length || (isLast && within === piece.text.length)) {
      return piece.from + indexInSource(piece, Math.max(0, within));
    }
  }
  return end;
}

/** Walks source and text side by side: a backslash, an entity or an indent has no letter of its own in the text. */
function indexInSource({ text, source, code }: Piece, index: number): number {
  if (text === source) return index;
  const whole = code ? source.indexOf(text) : -1;
  if (whole >= 0) return whole + index;
  let at = 0;
  for (let shown = 0; shown < index && at < source.length; shown += 1) {
    const start = skipUnshown(source, at, text[shown] ?? '');
    const escaped = start > at && source[start - 1] === '\\';
    at = start + (escaped ? 1 : lengthOfShown(source, start, text, shown));
  }
  return Math.min(source.length, skipUnshown(source, at, text[index] ?? ''));
}

/** The source of one shown character: an entity is longer, but only where it is not shown as it stands. */
function lengthOfShown(source: string, at: number, text: string, shown: number): number {
  if (source[at] !== '&') return 1;
  const entity = source.slice(at, at + LONGEST_ENTITY).match(/^&#?\w+;/)?.[0];
  return entity === undefined || text.startsWith(entity, shown) ? 1 : entity.length;
}

const LONGEST_ENTITY = 40;

function skipUnshown(source: string, from: number, shown: string): number {
  let at = from;
  while (at < source.length && source[at] !== shown && /[ \t\r>]/.test(source[at] ?? '')) at += 1;
  const escapes = source[at] === '\\' && (shown !== '\\' || source[at + 1] === '\\');
  return escapes ? at + 1 : at;
}
