import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bodyDigest,
  bodyOf,
  differencesOf,
  flagsOf,
  foldedText,
  oursOf,
} from '../../../../electron/psa/write-back/note-text.ts';
import { noteReference } from '../../../../shared/domain/note-reference.ts';

const text = fc.string({ unit: 'grapheme' });
const NOTE = {
  author: null,
  created_at: null,
  by_customer: false,
  flags: flagsOf('resolve', false),
};

describe('the text of a posted note', () => {
  it('begins with the very bytes that were shown, and ends with the reference after a blank line', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const body = bodyOf(markdown, '7F3K-2QX');
        expect(body.startsWith(markdown)).toBe(true);
        expect(body.endsWith('\n\nRef: 7F3K-2QX')).toBe(true);
      }),
    );
    expect(bodyOf('a\n', 'R')).toBe('a\n\nRef: R');
    expect(bodyOf('a', 'R')).toBe('a\n\nRef: R');
  });

  it('is known again however white space was changed on the way', () => {
    const blanks = fc.constantFrom(
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u00A0',
      '\u200B ',
      ' \uFEFF',
      '  \n ',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^\S{1,8}$/), blanks, blanks)), (parts) => {
        const one = parts.map(([word, blank]) => word + blank).join('');
        const other = parts.map(([word, _, blank]) => word + blank).join('');
        expect(bodyDigest(one)).toBe(bodyDigest(other));
      }),
    );
  });

  it('is another one where a visible sign differs', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const same = foldedText(one) === foldedText(other);
        expect(bodyDigest(one) === bodyDigest(other)).toBe(same);
        expect(foldedText(foldedText(one))).toBe(foldedText(one));
      }),
    );
    expect(bodyDigest('It works.')).not.toBe(bodyDigest('It worked.'));
  });
});

describe('our note among others', () => {
  const body = bodyOf('It works.', '7F3K-2QX');
  const sought = {
    reference: '7F3K-2QX',
    body,
    body_digest: bodyDigest(body),
    newest_note_id: 10,
    note_id: null,
  };
  const found = (...notes: { id: number; text: string; by_customer?: boolean }[]) =>
    oursOf(
      notes.map((note) => ({ ...NOTE, ...note })),
      sought,
    )?.id;

  it('is known by its reference, or by its text', () => {
    expect(found({ id: 11, text: 'Hello' }, { id: 12, text: `cut … Ref:\n7F3K-2QX` })).toBe(12);
    expect(found({ id: 12, text: body.replaceAll('\n', ' ') })).toBe(12);
    expect(found({ id: 12, text: 'It works.' })).toBeUndefined();
  });

  it('is no older note, and no answer of a customer that quotes it', () => {
    expect(found({ id: 10, text: body })).toBeUndefined();
    expect(found({ id: 12, text: `> ${body}`, by_customer: true })).toBeUndefined();
  });

  it('is the one with the same text before one that only quotes the reference, else the first', () => {
    expect(found({ id: 11, text: 'See Ref: 7F3K-2QX' }, { id: 12, text: body })).toBe(12);
    expect(found({ id: 13, text: body }, { id: 12, text: body })).toBe(12);
  });
});

describe('where a note stands', () => {
  it('is fixed by its kind', () => {
    expect(flagsOf('resolve', false)).toEqual({
      discussion: false,
      internal: false,
      resolution: true,
    });
    expect(flagsOf('resolve', true)).toEqual({
      discussion: true,
      internal: false,
      resolution: true,
    });
    for (const discussionToo of [true, false]) {
      expect(flagsOf('escalate', discussionToo)).toEqual({
        discussion: false,
        internal: true,
        resolution: false,
      });
    }
  });

  it('differs where any of the three flags does', () => {
    const sent = { body_digest: bodyDigest('x'), flags: flagsOf('escalate', false) };
    const note = { ...NOTE, id: 1, text: 'x\n' };
    expect(differencesOf({ ...note, flags: sent.flags }, sent)).toEqual([]);
    for (const flag of ['discussion', 'internal', 'resolution'] as const) {
      const flags = { ...sent.flags, [flag]: !sent.flags[flag] };
      expect(differencesOf({ ...note, flags }, sent)).toEqual(['flags']);
    }
    expect(differencesOf({ ...note, text: 'y', flags: sent.flags }, sent)).toEqual(['text']);
  });
});

describe('a reference', () => {
  it('is short, without signs that are mistaken for others, and always the same', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('resolve', 'escalate'),
        fc.nat(),
        (session, kind, ticket) => {
          const reference = noteReference(session, kind, ticket);
          expect(reference).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{4}-[2-9BCDFGHJKMNPQRSTVWXYZ]{3}$/);
          expect(noteReference(session, kind, ticket)).toBe(reference);
        },
      ),
    );
  });

  it('differs between near sessions, kinds and tickets', () => {
    const all = new Set<string>();
    for (let session = 1_700_000_000; session < 1_700_000_500; session += 1) {
      for (let ticket = 48_200; ticket < 48_220; ticket += 1) {
        all.add(noteReference(session, 'resolve', ticket));
        all.add(noteReference(session, 'escalate', ticket));
      }
    }
    expect(all.size).toBe(20_000);
  });
});
