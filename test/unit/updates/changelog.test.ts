import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readChangelog, releaseOf, releasesAfter } from '../../../renderer/updates/changelog.ts';

const TEXT =
  '# Changelog\n\n## 2.1.0\n\n- One\n  goes on.\n- Two\n\n## 2.0.0 (May)\n\n- Three\n\n## 1.0.0\n- Four\n';

test('a changelog is read by version, and what came after one is found', () => {
  const releases = readChangelog(TEXT);
  expect(releases[0]).toEqual({ title: '2.1.0', items: ['One goes on.', 'Two'] });
  expect(releasesAfter(releases, '1.0.0').map(({ title }) => title)).toEqual([
    '2.1.0',
    '2.0.0 (May)',
  ]);
  expect(releasesAfter(releases, '2.0.0').map(({ title }) => title)).toEqual(['2.1.0']);
  expect(releasesAfter(releases, '0.5.0')).toHaveLength(3);
  expect(releaseOf(releases, '2.0.0')?.items).toEqual(['Three']);
  expect(readChangelog('Fixes and <improvements>')).toEqual([]);
});

test('our own can be read', () => {
  const text = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
  expect(readChangelog(text).length).toBeGreaterThan(0);
  for (const { items } of readChangelog(text)) expect(items.length).toBeGreaterThan(0);
});
