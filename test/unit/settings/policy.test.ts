import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createSettings, readPolicy } from '../../../electron/settings/index.ts';
import { policyJsonSchema } from '../../../shared/domain/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/domain/settings.ts';
import { POLICY_SCHEMA_FILE } from '../../contract/policy-schema.ts';

const FILE = '/etc/resolutionflow/policy.json';
const policyOf = (content: unknown) =>
  readPolicy({
    file: FILE,
    text: typeof content === 'string' ? content : JSON.stringify(content),
  });

function settingsUnder(content: unknown, kept: Record<string, unknown> = {}) {
  const values = new Map(Object.entries(kept));
  return createSettings({
    policy: policyOf(content),
    backing: {
      get: (name) => values.get(name),
      set: (given) => {
        for (const [name, value] of Object.entries(given)) values.set(name, value);
      },
      clear: () => values.clear(),
      trouble: () => ({ set_aside: null, lasting: true }),
    },
    onChange: () => {},
  });
}

describe('the policy file', () => {
  it('presets and fixes', () => {
    const policy = policyOf({
      $schema: './policy.schema.json',
      version: 1,
      settings: { theme: 'dark', ai_base_address: 'https://gateway.example/' },
      locked: ['ai_base_address', 'local_drafts_only'],
    });
    expect(policy).toEqual({
      file: FILE,
      presets: { theme: 'dark', ai_base_address: 'https://gateway.example' },
      locked: new Set(['ai_base_address', 'local_drafts_only']),
      problems: [],
    });
  });

  it('is nothing where there is none, and takes the mark that editors of Windows write', () => {
    expect(readPolicy(null)).toMatchObject({ file: null, problems: [] });
    expect(policyOf('\uFEFF{"version":1}').problems).toEqual([]);
  });

  it('passes on why it was not read', () => {
    expect(readPolicy({ file: FILE, refusal: 'Everybody may write it.' })).toMatchObject({
      file: FILE,
      presets: {},
      problems: ['Everybody may write it.'],
    });
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '"theme"',
    '{"settings":{"theme":"dark"}}',
    '{"version":2,"settings":{"theme":"dark"}}',
    '{"version":"1"}',
  ])('is left out as a whole, in words: %s', (text) => {
    const policy = policyOf(text);
    expect(policy).toMatchObject({ presets: {}, file: FILE });
    expect(policy.locked.size).toBe(0);
    expect(policy.problems).toHaveLength(1);
  });

  it('leaves out each wrong entry by itself, with its lock, and keeps the others', () => {
    const policy = policyOf({
      version: 1,
      comment: 'ours',
      settings: {
        theme: 'sepia',
        local_drafts_only: true,
        them: 'dark',
        ai_base_address: 'http://x',
      },
      locked: ['theme', 'local_drafts_only', 'nothing', 7],
    });
    expect(policy.presets).toEqual({ local_drafts_only: true });
    expect(policy.locked).toEqual(new Set(['local_drafts_only']));
    expect(policy.problems).toHaveLength(7);
    expect(policy.problems.join('\n')).toContain('“Theme” (theme) is not fixed');
    expect(policyOf({ version: 1, settings: [], locked: 'theme' }).problems).toHaveLength(2);
  });

  it('refuses secrets, by name and by look, and never quotes a value', () => {
    const key = 'sk-ant-api03-abcdefghijklmnop';
    const { presets, problems } = policyOf({
      version: 1,
      settings: { anthropic_api_key: key, connectwise_client_id: key, connectwise_member: 'jdoe' },
    });
    expect(presets).toEqual({ connectwise_member: 'jdoe' });
    expect(problems).toHaveLength(2);
    for (const problem of problems) expect(problem).toMatch(/secrets do not belong/);
    expect(problems.join()).not.toContain(key);
  });

  it('is not led astray by names that every object has', () => {
    const policy = policyOf(
      '{"version":1,"settings":{"__proto__":{"theme":"dark"},"constructor":1},"locked":["toString"]}',
    );
    expect(policy.presets).toEqual({});
    expect(policy.problems).toHaveLength(3);
    expect(({} as Record<string, unknown>).theme).toBeUndefined();
  });
});

describe('settings under a policy', () => {
  it('start with what is preset, and the technician may change it', () => {
    const settings = settingsUnder({ version: 1, settings: { theme: 'dark' } });
    expect(settings.get().theme).toBe('dark');
    expect(settings.update({ theme: 'light' }).theme).toBe('light');
    expect(settings.reset().theme).toBe('dark');
  });

  it('keep what is fixed, whatever was kept before and whoever asks', () => {
    const settings = settingsUnder(
      { version: 1, settings: { local_drafts_only: true }, locked: ['local_drafts_only', 'theme'] },
      { local_drafts_only: false, theme: 'dark' },
    );
    expect(settings.get()).toMatchObject({ local_drafts_only: true, theme: 'system' });
    expect(() => settings.update({ local_drafts_only: false, knowledge_open: false })).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message:
          '“Draft on this machine only” is managed by your administrator and was not changed.',
      }),
    );
    // All or nothing.
    expect(settings.get().knowledge_open).toBe(true);
    expect(settings.update({ local_drafts_only: true, knowledge_open: false })).toMatchObject({
      local_drafts_only: true,
      knowledge_open: false,
    });
    expect(settings.status().managed).toEqual(['local_drafts_only', 'theme']);
  });
});

describe('the published schema', () => {
  const published: unknown = JSON.parse(readFileSync(POLICY_SCHEMA_FILE, 'utf8'));

  it('is that of the settings there are; else run npm run policy-schema', () => {
    expect(published).toEqual(policyJsonSchema());
  });

  it('takes what the app takes', () => {
    const validate = new Ajv2020({ strict: false }).compile(published as object);
    const whole: { version: number; settings: Partial<Settings>; locked: string[] } = {
      version: 1,
      settings: DEFAULT_SETTINGS,
      locked: Object.keys(DEFAULT_SETTINGS),
    };
    expect(validate(whole)).toBe(true);
    expect(policyOf(whole).problems).toEqual([]);
    expect(validate({ version: 1, settings: { api_key: 'x' } })).toBe(false);
    expect(validate({ version: 1, locked: ['api_key'] })).toBe(false);
  });
});
