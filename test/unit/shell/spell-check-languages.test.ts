import { expect, test } from 'vitest';
import { spellCheckLanguages } from '../../../electron/shell/spell-check-languages.ts';

const AVAILABLE = ['de', 'en-AU', 'en-GB', 'en-US', 'fr', 'pt-BR', 'pt-PT'];

test.each([
  [['en-GB'], ['en-GB']],
  [
    ['de-AT', 'en-US'],
    ['de', 'en-US'],
  ],
  [['de-DE', 'de-AT', 'de'], ['de']],
  [['pt'], ['pt-BR']],
  [['EN-gb'], ['en-GB']],
  [['ja-JP'], ['en-US']],
  [[], ['en-US']],
  [
    ['fr-FR', 'de-DE', 'en-GB', 'pt-PT'],
    ['fr', 'de', 'en-GB'],
  ],
])('%j are checked with %j', (wanted, expected) => {
  expect(spellCheckLanguages(wanted, AVAILABLE)).toEqual(expected);
});

test('without any dictionary there is none', () => {
  expect(spellCheckLanguages(['en-US'], [])).toEqual([]);
});
