import { describe, expect, test } from 'vitest';
import { redactTexts } from '../../../electron/ipc/redact-input.ts';

const SECRET = 'Hunter-2026';
const redacted = (value: unknown) =>
  redactTexts(value, (text) => text.replaceAll(SECRET, '[REDACTED]'));

describe('known secrets in an input', () => {
  test.each([
    'body',
    'text',
    'instruction',
    'meaning',
    'result',
    'output',
    'label',
    'help',
    'default_value',
  ])('leave the field %s', (field) => {
    expect(redacted({ deep: [{ [field]: `It is ${SECRET}.` }] })).toEqual({
      deep: [{ [field]: 'It is [REDACTED].' }],
    });
  });

  test('leave the texts of a list', () => {
    expect(redacted({ choices: ['one', SECRET] })).toEqual({ choices: ['one', '[REDACTED]'] });
  });

  test('stay where a text is a choice, an id or a file', () => {
    const input = {
      ...{ data: SECRET, media_type: SECRET, template_key: SECRET, kind: SECRET },
      ...{ fact_id: 7, secret: true, nothing: null, keys: [SECRET] },
    };
    expect(redacted(input)).toEqual(input);
    const outcome = { outcome: 'worked' };
    expect(redactTexts(outcome, () => 'x')).toEqual(outcome);
  });
});
