import { describe, expect, test } from 'vitest';
import {
  contentOf,
  copyOf,
  draftOf,
  draftOfScript,
  draftProblems,
  EMPTY_DRAFT,
  moved,
  newParameter,
  sameDraft,
} from '../../../../renderer/scripts/editing/template-draft.ts';
import { someParameter, someScript, someTemplate } from './some-template.ts';

describe('a template and its draft', () => {
  const template = someTemplate({
    changes_system: true,
    undo: 'Start it again',
    parameters: [
      someParameter({ name: 'Count', type: 'number', minimum: 1, maximum: 2.5 }),
      someParameter({ name: 'Mode', type: 'choice', choices: ['fast', 'slow'] }),
    ],
  });

  test('say the same', () => {
    const { key: _key, origin: _origin, updated_at: _at, ...content } = template;
    expect(contentOf(draftOf(template))).toEqual(content);
    expect(sameDraft(draftOf(template), draftOf(template))).toBe(true);
  });

  test('leave out what does not belong to the type of a parameter', () => {
    const draft = {
      ...EMPTY_DRAFT,
      undo: 'left from before',
      parameters: [
        {
          ...newParameter('A'),
          choices: 'one\n\n one \ntwo',
          minimum: '1',
          type: 'choice' as const,
        },
        { ...newParameter('B'), choices: 'one', minimum: ' 1,5 ', type: 'number' as const },
        { ...newParameter('C'), default_value: 'hunter2', type: 'password' as const },
      ],
    };
    const { undo, parameters } = contentOf(draft);
    expect(undo).toBe('');
    expect(parameters).toMatchObject([
      { name: 'A', choices: ['one', 'two'], minimum: null },
      { name: 'B', choices: [], minimum: 1.5 },
      { name: 'C', default_value: '' },
    ]);
  });

  test('tell of a bound that is no number, at its field', () => {
    const parameters = [
      newParameter('A'),
      { ...newParameter('B'), type: 'number' as const, minimum: 'few', maximum: '1e999' },
    ];
    expect(draftProblems({ ...EMPTY_DRAFT, parameters })).toEqual({
      'content.parameters.1.minimum': 'This is no number.',
      'content.parameters.1.maximum': 'This is no number.',
    });
  });

  test('a copy has a name of its own', () => {
    expect(copyOf(template, [template.name]).name).toBe('Copy of Restart a service');
    expect(copyOf(template, ['Copy of Restart a service']).name).toBe(
      'Copy of Restart a service 2',
    );
    expect(copyOf(someTemplate({ name: 'x'.repeat(200) }), []).name.length).toBeLessThanOrEqual(
      200,
    );
  });
});

describe('a template of a script', () => {
  test('is its own text where it was run by hand', () => {
    const script = someScript({ language: 'other', changes_system: true, undo: 'Stop it' });
    expect(draftOfScript(script, [])).toMatchObject({
      name: 'Restart a service',
      language: 'powershell',
      body: 'Restart-Service Spooler',
      changes_system: true,
      undo: 'Stop it',
      parameters: [],
    });
  });

  test('is its template again where it was filled in, with the values as defaults but for passwords', () => {
    const template = someTemplate({
      parameters: [
        someParameter({ name: 'Service' }),
        someParameter({ name: 'Secret', type: 'password' }),
      ],
    });
    const script = someScript({
      template_key: template.key,
      body: "$Service = 'Spooler'",
      parameters: [
        { name: 'Service', secret: false, value: 'Spooler' },
        { name: 'Secret', secret: true, value: null },
      ],
    });
    const draft = draftOfScript(script, [template]);
    expect(draft.name).toBe('Copy of Restart a service');
    expect(draft.body).toBe(template.body);
    expect(draft.parameters.map(({ default_value }) => default_value)).toEqual(['Spooler', '']);
  });
});

test('a row moves by one place and not out of the list', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
