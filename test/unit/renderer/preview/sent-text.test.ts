import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces } from '../../../../renderer/preview/sent-text.tsx';

describe('a text with marked places', () => {
  it('is cut at them', () => {
    expect(
      markedPieces('the pin is 4711 now', [{ from: 11, to: 15 }]).map(({ text, marked }) => [
        text,
        marked,
      ]),
    ).toEqual([
      ['the pin is ', false],
      ['4711', true],
      [' now', false],
    ]);
  });

  it('loses nothing, whatever the places, and marks no place twice', () => {
    const range = fc.record({ from: fc.nat(60), to: fc.nat(60) });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc.array(range, { maxLength: 6 }),
        (text, ranges) => {
          const pieces = markedPieces(text, ranges);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect(new Set(pieces.map(({ from }) => from)).size).toBe(pieces.length);
        },
      ),
    );
  });
});
