import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceSentences } from '../../../electron/drafting/checks/provenance.ts';
import {
  bullet,
  paragraph,
  renderNote,
  sentence,
} from '../../../electron/drafting/note-document.ts';
import { lineAt, parseNote, splitSentences } from '../../../shared/notes/note-text.ts';

describe('parseNote', () => {
  it('knows headings, bullets, paragraphs and blank lines, and nothing else', () => {
    const lines = parseNote(
      '## Problem\nA *b* `c`.\n\n- One\n  - Two\n#tag\n1. three\n\\\\srv\\x ',
    );
    expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Problem'],
      ['paragraph', 'A *b* `c`.'],
      ['blank', ''],
      ['bullet', 'One'],
      ['bullet', 'Two'],
      ['paragraph', '#tag'],
      ['paragraph', '1. three'],
      ['paragraph', '\\\\srv\\x'],
    ]);
  });

  it('gives places that fit, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', ' ', '\n', '- ', '## ', '“', '1', '\t') }),
        (text) => {
          const lines = parseNote(text);
          expect(lines.map(({ from, to }) => text.slice(from, to)).join('\n')).toBe(text);
          for (const line of lines) {
            expect(text.slice(line.textFrom, line.textFrom + line.text.length)).toBe(line.text);
            expect(lineAt(lines, line.from)).toBe(line);
            let end = 0;
            for (const { from, to } of splitSentences(line.text)) {
              expect(line.text.slice(end, from).trim()).toBe('');
              expect(line.text.slice(from, to).trim()).toBe(line.text.slice(from, to));
              end = to;
            }
            expect(line.text.slice(end).trim()).toBe('');
          }
        },
      ),
    );
  });
});

describe('splitSentences', () => {
  it.each([
    ['It failed. We fixed it.', 2],
    ['It failed! “Really?” Yes.', 3],
    ['Moved to 7.4.3 at 8.30 a.m. Done.', 2],
    ['Am 17. November fiel er aus. Danach nicht.', 2],
    ['Ask Dr. Smith, e.g. Monday, about fs01.local.', 1],
    ['J. Doe called from z.B. Berlin.', 1],
    ['Error 0x8.\\path was shown', 1],
    ['C’est cassé… Mais ça marche.', 2],
    ['', 0],
  ])('finds in %j %i', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });
});

describe('traceSentences', () => {
  const base = renderNote({
    kind: 'resolve',
    sections: [
      [paragraph(sentence('Outlook asked.', 'session'), sentence('It began on Monday.', 'fact:1'))],
      [bullet(sentence('The phone worked', 'fact:2')), bullet(sentence('It worked.', 'fact:3'))],
    ],
  });

  function trace(markdown: string) {
    return traceSentences(parseNote(markdown), [base], 'en').map(
      ({ from, to, provenance, evidence_ids }) =>
        `${provenance} ${evidence_ids.join()}: ${markdown.slice(from, to)}`,
    );
  }

  it('gives a generated note the evidence that it was rendered with', () => {
    expect(traceSentences(parseNote(base.markdown), [base], 'en')).toEqual(base.evidence);
  });

  it.each([
    [
      'It began on Monday. Outlook asked.',
      ['generated fact:1: It began on Monday.', 'generated session: Outlook asked.'],
    ],
    [
      '- The phone worked. It worked. So we closed it.',
      [
        'generated fact:2: The phone worked.',
        'generated fact:3: It worked.',
        'technician : So we closed it.',
      ],
    ],
    [
      'As they said: Outlook asked, and no more.',
      [
        'technician : As they said:',
        'generated session: Outlook asked,',
        'technician : and no more.',
      ],
    ],
    ['The phone worked twice.', ['technician : The phone worked twice.']],
    ['Outlook asked twice.', ['technician : Outlook asked twice.']],
    ['- Nothing confirmed yet.', ['fixed : Nothing confirmed yet.']],
  ])('traces %j', (markdown, traced) => {
    expect(trace(markdown)).toEqual(traced);
  });

  it('lets the newest base decide what a sentence rests on', () => {
    const newer = renderNote({
      kind: 'resolve',
      sections: [[paragraph(sentence('Outlook asked.', 'fact:9'))]],
    });
    const [first] = traceSentences(parseNote('Outlook asked.'), [newer, base], 'en');
    expect(first?.evidence_ids).toEqual(['fact:9']);
  });
});
