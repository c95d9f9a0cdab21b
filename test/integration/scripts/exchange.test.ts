import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallInput } from '../../../shared/contract/index.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { runs } from '../../exploring/runs.ts';
import { openScriptDesk } from '../../fixtures/scripts/desk.ts';

type Content = CallInput<'templates.save'>['content'];

const GREET: Content = {
  name: 'Greet “ünïcode”',
  language: 'bash',
  description: 'Says\nhello.',
  body: 'printf "%s\\n" "$Person"\n',
  parameters: [
    { name: 'Person', label: 'Person', type: 'choice', required: true, choices: ['Anna', 'Bo'] },
  ],
  changes_system: true,
  undo: 'Say goodbye.',
  needs_administrator: true,
};

const file = (templates: unknown[], head: object = {}) =>
  JSON.stringify({ format: 'resolutionflow-script-templates', version: 1, templates, ...head });

async function ownTemplates({ call }: ReturnType<typeof openScriptDesk>) {
  return (await call('templates.list', {})).filter(({ origin }) => origin === 'own');
}

describe('an exported file', () => {
  test('brings the same templates to another installation, and once only', async () => {
    const here = openScriptDesk();
    const { key } = await here.call('templates.save', { key: null, content: GREET });
    const { text, suggested_name } = await here.call('templates.export', {
      keys: [key, 'shipped/disk-report', key],
    });
    expect(suggested_name).toBe('Script templates.json');

    const there = openScriptDesk();
    const first = await there.call('templates.import', { text: `\uFEFF${text}` });
    expect(first.added.map(({ name, origin }) => [name, origin])).toEqual([[GREET.name, 'own']]);
    expect(first.known).toEqual(['Disk report']);
    expect(there.events).toEqual([{ name: 'templates.changed', payload: {} }]);
    const again = await there.call('templates.import', { text });
    expect(again).toEqual({ added: [], known: [GREET.name, 'Disk report'] });
    expect(await there.call('templates.export', { keys: ['own/1'] })).toEqual({
      text: (await here.call('templates.export', { keys: [key] })).text,
      suggested_name: `${GREET.name}.json`,
    });
  });

  test('holds the same one once where it stands in it twice', async () => {
    const desk = openScriptDesk();
    const { added, known } = await desk.call('templates.import', { text: file([GREET, GREET]) });
    expect([added.length, known]).toEqual([1, [GREET.name]]);
  });

  test('is refused where it would be too large to import', async () => {
    const { call } = openScriptDesk();
    const keys: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const body = `# ${index}\n${'é\n'.repeat(LIMITS.script_body / 2 - 10)}`;
      keys.push(
        (await call('templates.save', { key: null, content: { ...GREET, body, parameters: [] } }))
          .key,
      );
    }
    await expect(call('templates.export', { keys })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Export some of them at a time'),
    });
    const { text } = await call('templates.export', { keys: keys.slice(0, 1) });
    expect(await call('templates.import', { text })).toMatchObject({
      added: [],
      known: [GREET.name],
    });
  }, 60_000);
});

describe('a hostile file', () => {
  const noneHere = 'This file holds no script templates of ResolutionFlow';

  test.each([
    ['is empty', '', noneHere],
    ['is no JSON', 'hello', noneHere],
    ['is cut off', file([GREET]).slice(0, -9), noneHere],
    ['is some other JSON', '{"templates":[]}', noneHere],
    ['is a list', '[]', noneHere],
    ['is null', 'null', noneHere],
    ['nests a hundred thousand deep', '['.repeat(100_000), noneHere],
    ['has another format', file([GREET], { format: 'x' }), noneHere],
    ['has templates that are none', file([1]), 'template 1 of the file cannot be used'],
    ['comes from a newer version', file([GREET], { version: 2 }), 'newer version'],
    ['holds too many', file(Array.from({ length: 501 }, () => 0)), 'This file holds 501 templates'],
    ['has an empty script', file([{ ...GREET, body: ' \n' }]), 'The script is empty'],
    ['has a strange language', file([{ ...GREET, language: 'other' }]), 'cannot be used'],
    [
      'has a parameter that is no name',
      file([{ ...GREET, parameters: [{ ...GREET.parameters?.[0], name: 'a;id' }] }]),
      'A parameter name begins with a letter',
    ],
    [
      'sets a variable of the shell',
      file([{ ...GREET, parameters: [{ ...GREET.parameters?.[0], name: 'PATH' }] }]),
      'PATH is a variable of bash itself',
    ],
    [
      'holds a password',
      file([{ ...GREET, body: 'mysql -u root -pSommer-2024x! "$Person"' }]),
      'holds what looks like a secret',
    ],
  ])('that %s is refused in words', async (_, text, words) => {
    const desk = openScriptDesk();
    await expect(desk.call('templates.import', { text })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(words),
    });
    expect(await ownTemplates(desk)).toEqual([]);
    expect(desk.events).toEqual([]);
    expect(desk.log.errors).toEqual([]);
  });

  test('with one bad template after good ones brings none of them', async () => {
    const desk = openScriptDesk();
    const bad = { ...GREET, parameters: [{ ...GREET.parameters?.[0], choices: [] }] };
    await expect(
      desk.call('templates.import', { text: file([GREET, { ...GREET, name: 'Two' }, bad]) }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/^Nothing was imported: template 3 of the file, “Greet/),
    });
    expect(await ownTemplates(desk)).toEqual([]);
  });

  test('cannot say where its templates come from, nor hide what they do', async () => {
    const desk = openScriptDesk();
    const text = file([
      {
        ...GREET,
        key: 'shipped/disk-report',
        origin: 'shipped',
        id: 1,
        body: 'echo "$Person" \u202E; rm x\u200B\r\n',
        ['__proto__']: { polluted: true },
      },
    ]).replace('"key"', '"__proto__":{"polluted":true},"key"');
    const { added } = await desk.call('templates.import', { text });
    expect(added).toMatchObject([{ key: 'own/1', origin: 'own', body: 'echo "$Person" ; rm x\n' }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(added[0]).not.toHaveProperty('polluted');
  });

  test('whatever it holds, is refused or kept whole', async () => {
    const desk = openScriptDesk();
    const anyFile = fc.oneof(
      fc.json(),
      fc.string(),
      fc.array(fc.jsonValue(), { maxLength: 3 }).map((templates) => file(templates)),
      fc
        .record({ name: fc.string(), body: fc.string(), language: fc.constantFrom('cmd', 'bash') })
        .map((content) => file([content])),
    );
    await fc.assert(
      fc.asyncProperty(anyFile, async (text) => {
        const before = (await ownTemplates(desk)).length;
        const answer = await desk.router.handle({
          name: 'templates.import',
          input: { text },
          requestId: undefined,
        });
        const after = (await ownTemplates(desk)).length;
        if (answer.ok) expect(after - before).toBeLessThanOrEqual(1);
        else {
          expect(answer.error.code).toBe('INVALID_INPUT');
          expect(after).toBe(before);
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
