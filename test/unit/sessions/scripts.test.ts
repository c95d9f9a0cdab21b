import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { scriptGenerationSchema } from '../../../shared/domain/script.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { newSession, test } from './store-test.ts';

const TEMPLATE = {
  name: 'Reset-Password.ps1',
  language: 'powershell',
  description: 'Sets a new password.',
  body: 'Set-ADAccountPassword {{user}}',
  parameters: [
    { name: 'user', label: 'User', secret: false, required: true },
    { name: 'password', label: 'New password', secret: true, required: true },
  ],
} as const;

describe('script templates', () => {
  test('are saved, listed by name and saved again', ({ store }) => {
    const saved = store.templates.save(TEMPLATE);
    store.templates.save({ ...TEMPLATE, name: 'A first one' });
    expect(store.templates.list().map((template) => template.name)).toEqual([
      'A first one',
      TEMPLATE.name,
    ]);
    expect(store.templates.get(saved.id)).toMatchObject(TEMPLATE);
    const renamed = store.templates.save({ ...TEMPLATE, id: saved.id, name: 'Renamed' });
    expect(renamed).toMatchObject({ id: saved.id, name: 'Renamed', created_at: saved.created_at });
  });

  test('that are not on file are NOT_FOUND', ({ store }) => {
    const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(() => store.templates.get(99)).toThrow(NOT_FOUND);
    expect(() => store.templates.save({ ...TEMPLATE, id: 99 })).toThrow(NOT_FOUND);
  });
});

describe('script generations', () => {
  test('are generated until the technician says that they ran', ({ store, session }) => {
    const template = store.templates.save(TEMPLATE);
    const generated = store.scripts.generate({
      session_id: session,
      template_id: template.id,
      name: template.name,
      language: template.language,
      body: 'Set-ADAccountPassword maria',
      parameters: [{ name: 'user', secret: false, value: 'maria' }],
    });
    expect(scriptGenerationSchema.strict().parse(generated)).toEqual(generated);
    expect(generated).toMatchObject({ state: 'generated', outcome: null, ran_at: null });

    const ran = store.scripts.markRan(generated.id, 'Done.');
    expect(ran).toMatchObject({ state: 'ran', outcome: 'Done.' });
    const corrected = store.scripts.markRan(generated.id, 'Access denied.');
    expect(corrected).toEqual({ ...ran, outcome: 'Access denied.' });
    expect(store.scripts.list(session)).toEqual([corrected]);
  });

  test('can be runs by hand', ({ store, session }) => {
    const run = store.scripts.recordRun({
      session_id: session,
      name: 'ipconfig',
      language: 'cmd',
      body: 'ipconfig /flushdns',
      outcome: 'Flushed.',
    });
    expect(run).toMatchObject({
      template_id: null,
      parameters: [],
      state: 'ran',
      outcome: 'Flushed.',
    });
    expect(run.ran_at).toBe(run.created_at);
  });

  test('never keep the value of a secret parameter', ({ folder }) => {
    const store = openTestStore(folder);
    const secret = 'hunter2-correct-horse';
    const { parameters } = store.scripts.generate({
      session_id: newSession(store),
      template_id: null,
      name: 'Reset',
      language: 'powershell',
      body: 'Reset {{password}}',
      parameters: [{ name: 'password', secret: true, value: secret }],
    });
    expect(parameters).toEqual([{ name: 'password', secret: true, value: null }]);
    const { file } = store;
    store.close();
    expect(readFileSync(file).includes(secret)).toBe(false);
  });

  test('refuse such a value in the database itself', ({ store, session }) => {
    const { file } = store;
    const direct = new Database(file);
    const insert = direct.prepare(
      `INSERT INTO script_generations (session_id, name, language, body, parameters, state, created_at, updated_at)
       VALUES (?, 'x', 'bash', '', ?, 'generated', 0, 0)`,
    );
    expect(() => insert.run(session, '[{"name":"p","secret":true,"value":"x"}]')).toThrow(
      'secret_value',
    );
    expect(() => insert.run(session, '[{"name":"p","secret":true,"value":null}]')).not.toThrow();
    direct.close();
  });
});
