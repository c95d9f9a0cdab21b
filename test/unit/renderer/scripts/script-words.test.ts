import { describe, expect, test } from 'vitest';
import { factLines } from '../../../../renderer/scripts/output/fact-lines.ts';
import {
  copiedWords,
  effectWords,
  importedWords,
  listed,
} from '../../../../renderer/scripts/script-words.ts';

test('names are listed as one says them', () => {
  expect(listed([])).toBe('');
  expect(listed(['A'])).toBe('A');
  expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
});

test('a copied script tells when it leaves the clipboard and what it will ask for', () => {
  const copied = { copied: true, cleared_after: null, asks_for: [] };
  expect(copiedWords(copied)).toBe('');
  expect(copiedWords({ ...copied, cleared_after: 60 })).toBe(
    'It holds a password, so it leaves the clipboard in 60 seconds.',
  );
  expect(copiedWords({ ...copied, asks_for: ['New password', 'PIN'] })).toBe(
    'It asks for New password and PIN when it runs.',
  );
});

describe('an import is told in words', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));

  test.each([
    [named('A'), [], 'Added 1 template: “A”.'],
    [named('A', 'B'), ['C'], 'Added 2 templates: “A” and “B”. “C” is here already, word for word.'],
    [[], ['A', 'B'], 'Nothing new: “A” and “B” are here already, word for word.'],
    [[], [], 'The file holds no templates.'],
    [named('A', 'B', 'C', 'D', 'E', 'F'), [], 'Added 6 templates: “A”, “B”, “C”, “D” and 2 more.'],
  ])('%j and %j', (added, known, words) => {
    expect(importedWords({ added, known })).toBe(words);
  });
});

test('what a script does to the system is told before and after', () => {
  expect(effectWords({ state: 'generated', undo: null })).toBe(
    'Changes the system · how to undo it is not noted',
  );
  expect(effectWords({ state: 'ran', undo: 'restart' })).toBe('Changed the system · undo: restart');
});

test('lines of an output become facts without rules, gaps and repetitions', () => {
  expect(factLines('Drive  Free\r\n-----  ----\n\n  C:    2 GB \nC: 2 GB\n│ ═ │\nÄ')).toEqual([
    'Drive Free',
    'C: 2 GB',
    'Ä',
  ]);
});
