import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/scripts/library/index.ts';
import { lintTemplate } from '../../../electron/scripts/lint/index.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import { templateKeySchema } from '../../../shared/domain/script.ts';
import { templateContentSchema } from '../../../shared/domain/script-template.ts';

const all = Object.entries(SHIPPED);

describe('the shipped library', () => {
  test('holds more than a dozen, in every language', () => {
    expect(all.length).toBeGreaterThan(15);
    const languages = new Set(all.map(([, { language }]) => language));
    expect(languages).toEqual(new Set(['powershell', 'bash', 'cmd']));
    expect(new Set(all.map(([, { name }]) => name)).size).toBe(all.length);
  });

  test.each(all)('%s is a good template', async (name, template) => {
    expect(templateKeySchema.parse(`shipped/${name}`)).toBe(`shipped/${name}`);
    expect(templateContentSchema.parse(template)).toEqual(template);
    expect(lintTemplate(template)).toEqual([]);
  });

  test.each(all)(
    '%s holds nothing that reads like a secret, so that a copy can be saved',
    async (_, template) => {
      const found = await createSecretGuard().find(JSON.stringify(template, null, 2));
      expect(found.filter(({ kind }) => kind !== 'doubt')).toEqual([]);
    },
  );

  test.each(all)(
    '%s says what it changes and how to undo it, or that it reads only',
    (_, template) => {
      expect(template.description.length).toBeGreaterThan(20);
      expect(template.undo !== '').toBe(template.changes_system);
    },
  );

  test.each(all.filter(([, { language }]) => language === 'powershell'))(
    '%s can be pasted into a console: else and catch follow their bracket',
    (_, { body }) => {
      expect(body).not.toMatch(/^\s*(?:else|elseif|catch|finally)\b/m);
      expect(body).not.toMatch(/[\u2010-\u201F`]/);
      expect(body).not.toMatch(/\b(?:iex|Invoke-Expression)\b/i);
    },
  );

  test.each(all.filter(([, { language }]) => language === 'bash'))(
    '%s parses as bash',
    (_, { body }) => {
      expect(() => execFileSync('bash', ['-n'], { input: body })).not.toThrow();
    },
  );
});
