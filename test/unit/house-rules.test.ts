import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Which part of the app may import which is written down in .dependency-cruiser.cjs. A rule whose
// pattern is wrong finds nothing and looks just like a tidy house; so each has to find something.

const { options, ...ruleSet } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  options: object;
  forbidden: { name: string }[];
};

interface Planted {
  rule: string;
  file: string;
  imports: string;
}

const violations: readonly Planted[] = [
  { rule: 'electron-only-in-the-shell', file: 'electron/psa/a.ts', imports: 'electron' },
  { rule: 'electron-only-in-the-shell', file: 'electron/ipc/main.ts', imports: 'electron/main' },
  { rule: 'electron-only-in-the-shell', file: 'renderer/lane/a.ts', imports: 'electron' },
  { rule: 'electron-only-in-the-shell', file: 'shared/a.ts', imports: 'electron' },
  {
    rule: 'renderer-not-to-main',
    file: 'renderer/lane/b.ts',
    imports: '../../electron/psa/index.ts',
  },
  { rule: 'main-not-to-renderer', file: 'electron/psa/c.ts', imports: '../../renderer/ui/x.ts' },
  { rule: 'shared-to-neither', file: 'shared/b.ts', imports: '../renderer/ui/x.ts' },
  { rule: 'shared-to-neither', file: 'shared/c.ts', imports: '../electron/psa/index.ts' },
  {
    rule: 'areas-through-their-index',
    file: 'electron/psa/d.ts',
    imports: '../drafting/inside.ts',
  },
  { rule: 'entry-points-through-indexes', file: 'electron/main.ts', imports: './psa/inside.ts' },
  { rule: 'entry-points-through-indexes', file: 'electron/main/a.ts', imports: '../psa/inside.ts' },
  { rule: 'nobody-imports-the-joining', file: 'electron/psa/g.ts', imports: '../main/b.ts' },
  {
    rule: 'sessions-know-no-other-area',
    file: 'electron/sessions/a.ts',
    imports: '../psa/index.ts',
  },
  { rule: 'no-cycles', file: 'shared/loop.ts', imports: './loop.ts' },
  {
    rule: 'nothing-shipped-reaches-tests',
    file: 'electron/psa/e.ts',
    imports: '../../test/fakes/x.ts',
  },
  {
    rule: 'nothing-shipped-reaches-tests',
    file: 'renderer/ui/e.ts',
    imports: '../../test/fakes/x.ts',
  },
  { rule: 'nothing-shipped-reaches-tests', file: 'shared/e.ts', imports: '../test/fakes/x.ts' },
  { rule: 'no-unresolvable', file: 'electron/psa/f.ts', imports: './nowhere.ts' },
];

const allowed: readonly Omit<Planted, 'rule'>[] = [
  { file: 'electron/preload.ts', imports: 'electron' },
  { file: 'electron/shell/window.ts', imports: 'electron' },
  { file: 'electron/shell/menu.ts', imports: '../psa/index.ts' },
  { file: 'electron/psa/index.ts', imports: './inside.ts' },
  { file: 'electron/psa/inside.ts', imports: '../../shared/x.ts' },
  { file: 'electron/drafting/index.ts', imports: '../psa/index.ts' },
  { file: 'electron/start.ts', imports: './shell/window.ts' },
  { file: 'electron/main/b.ts', imports: '../shell/window.ts' },
  { file: 'renderer/ui/x.ts', imports: '../../shared/x.ts' },
  { file: 'test/fakes/x.ts', imports: '../../electron/psa/inside.ts' },
];

const ends = ['shared/x.ts', 'electron/drafting/inside.ts'];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'house-rules-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the rules of the house', () => {
  test('each is proved here', () => {
    const proved = new Set(violations.map(({ rule }) => rule));
    expect([...proved].sort()).toEqual(ruleSet.forbidden.map(({ name }) => name).sort());
  });

  test.each([
    ['an import', (module: string) => `import { x } from '${module}';\nexport const y = x;\n`],
    [
      'an import of a type',
      (module: string) => `import type { x } from '${module}';\nexport type y = x;\n`,
    ],
    ['an export', (module: string) => `export * from '${module}';\n`],
    ['a dynamic import', (module: string) => `export const y = await import('${module}');\n`],
  ])('see %s', async (_, statement) => {
    const house = join(folder, crypto.randomUUID());
    for (const file of ends) await plant(house, file, 'export const x = 1;\n');
    for (const { file, imports } of [...allowed, ...violations]) {
      await plant(house, file, statement(imports));
    }

    const found = await broken(house);
    const expected = violations.map(({ rule, file }) => `${rule}: ${file}`);
    expect(found.map(({ rule, file }) => `${rule}: ${file}`).sort()).toEqual(expected.sort());
  });
});

async function plant(house: string, file: string, text: string): Promise<void> {
  const path = join(house, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function broken(house: string): Promise<{ rule: string; file: string }[]> {
  const { output } = await cruise(['electron', 'renderer', 'shared', 'test'], {
    ...options,
    baseDir: house,
    validate: true,
    ruleSet: ruleSet as unknown as IFlattenedRuleSet,
  });
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    file: from,
  }));
}
