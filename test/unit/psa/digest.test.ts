import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseWhitespace, noteDigest } from '../../../electron/psa/index.ts';

describe('note digest', () => {
  it('is the same for a note whose white space a PSA changed', () => {
    const note = '## Problem\n\nOutlook asked  again.\n\n- One\n- Two\n';
    const folded = '## Problem\r\n\r\n\r\nOutlook asked again. \r\n\t- One\r\n- Two';
    expect(noteDigest(folded)).toBe(noteDigest(note));
  });

  it('differs where a word differs', () => {
    expect(noteDigest('It works.')).not.toBe(noteDigest('It worked.'));
    expect(noteDigest('- a\n- b')).not.toBe(noteDigest('- a - b'));
  });

  it('normalises once and for all, and never adds or drops a visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseWhitespace(text);
        expect(normaliseWhitespace(once)).toBe(once);
        expect(once.replace(/[\s\u00A0]/g, '')).toBe(text.replace(/[\s\u00A0]/g, ''));
      }),
    );
  });
});
