/** A stretch of a text, in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export interface MarkedPiece {
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marked ranges; nothing is lost, and ranges that overlap are one. */
export function markedPieces(text: string, ranges: readonly TextRange[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let done = 0;
  const cut = (to: number, marked: boolean) => {
    const end = Math.min(to, text.length);
    if (end <= done) return;
    const last = pieces.at(-1);
    const piece = { from: done, text: text.slice(done, end), marked };
    if (last?.marked && marked) pieces.splice(-1, 1, { ...last, text: last.text + piece.text });
    else pieces.push(piece);
    done = end;
  };
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    cut(from, false);
    cut(to, true);
  }
  cut(text.length, false);
  return pieces;
}
