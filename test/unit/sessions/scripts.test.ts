import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { scriptGenerationSchema } from '../../../shared/domain/script.ts';
import type { TemplateContent, TemplateParameter } from '../../../shared/domain/script-template.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { closeSession, newSession, test } from './store-test.ts';

const TEMPLATE: TemplateContent = {
  name: 'Reset-Password.ps1',
  language: 'powershell',
  description: 'Sets a new password.',
  body: 'Set-ADAccountPassword -Identity $UserName -NewPassword $NewPassword',
  parameters: [someParameter('UserName', 'string'), someParameter('NewPassword', 'password')],
  changes_system: true,
  undo: 'Set another one.',
  needs_administrator: false,
};

function someParameter(name: string, type: TemplateParameter['type']): TemplateParameter {
  return {
    name,
    type,
    label: name,
    help: '',
    required: true,
    default_value: '',
    choices: [],
    minimum: null,
    maximum: null,
  };
}

describe('script templates', () => {
  test('are saved, listed by name and saved again', ({ store }) => {
    const saved = store.templates.save({ id: null, content: TEMPLATE });
    store.templates.save({ id: null, content: { ...TEMPLATE, name: 'a first one' } });
    expect(store.templates.list().map((template) => template.name)).toEqual([
      'a first one',
      TEMPLATE.name,
    ]);
    expect(store.templates.get(saved.id)).toEqual(saved);
    expect(saved).toMatchObject(TEMPLATE);
    const renamed = store.templates.save({
      id: saved.id,
      content: { ...TEMPLATE, name: 'Renamed', needs_administrator: true },
    });
    expect(renamed).toMatchObject({
      id: saved.id,
      name: 'Renamed',
      needs_administrator: true,
      created_at: saved.created_at,
    });
  });

  test('that are not on file are NOT_FOUND', ({ store }) => {
    const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(() => store.templates.get(99)).toThrow(NOT_FOUND);
    expect(() => store.templates.save({ id: 99, content: TEMPLATE })).toThrow(NOT_FOUND);
  });

  test('are removed, and what was made from them stays', ({ store, session }) => {
    const { id } = store.templates.save({ id: null, content: TEMPLATE });
    store.scripts.generate({
      session_id: session,
      template_key: `own/${id}`,
      name: TEMPLATE.name,
      language: TEMPLATE.language,
      body: TEMPLATE.body,
      parameters: [],
    });
    expect(store.templates.remove(id)).toBe(true);
    expect(store.templates.remove(id)).toBe(false);
    expect(store.templates.list()).toEqual([]);
    expect(store.scripts.list(session)).toMatchObject([{ template_key: `own/${id}` }]);
  });
});

describe('script generations', () => {
  test('are generated until the technician says that they ran', ({ store, session }) => {
    const template = store.templates.save({ id: null, content: TEMPLATE });
    const generated = store.scripts.generate({
      session_id: session,
      template_key: `own/${template.id}`,
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

  test('are dropped while they did not run; then they stay', ({ store, session }) => {
    const made = () =>
      store.scripts.generate({
        session_id: session,
        template_key: 'shipped/disk-report',
        name: 'Disk report',
        language: 'powershell',
        body: 'Get-Volume',
        parameters: [],
        changes_system: true,
        undo: '',
      });
    const dropped = made();
    expect(dropped).toMatchObject({ changes_system: true, undo: null });
    const before = store.sessions.get(session).state_version;
    store.scripts.discard(dropped.id);
    expect(store.sessions.get(session).state_version).toBe(before + 1);
    const ran = store.scripts.markRan(made().id, 'Fine.');
    expect(ran).toMatchObject({ changes_system: true });
    expect(() => store.scripts.discard(ran.id)).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
    const left = made();
    closeSession(store, session);
    expect(() => store.scripts.discard(left.id)).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
    expect(store.scripts.list(session)).toEqual([ran, left]);
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
      template_key: null,
      parameters: [],
      state: 'ran',
      outcome: 'Flushed.',
    });
    expect(run.ran_at).toBe(run.created_at);
  });

  test('have a result in the words of the customer, once they ran', ({ store, session }) => {
    const body = { name: 'ipconfig', language: 'cmd', body: 'ipconfig /flushdns' } as const;
    const run = store.scripts.recordRun({
      ...{ session_id: session, ...body, outcome: 'Flushed.', customer_outcome: 'We cleared it.' },
    });
    expect(store.scripts.get(run.id)).toMatchObject({ customer_outcome: 'We cleared it.' });
    // The words for another result do not stay; those for the same one do.
    expect(store.scripts.markRan(run.id, 'Flushed.', { undo: 'None' })).toMatchObject({
      customer_outcome: 'We cleared it.',
    });
    expect(store.scripts.markRan(run.id, 'Access denied.').customer_outcome).toBeNull();
    expect(store.scripts.setCustomerOutcome(run.id, 'Plain').customer_outcome).toBe('Plain');
    expect(store.scripts.setCustomerOutcome(run.id, null).customer_outcome).toBeNull();

    const prepared = store.scripts.generate({
      ...{ session_id: session, template_key: null, parameters: [], ...body },
    });
    expect(() => store.scripts.setCustomerOutcome(prepared.id, 'Plain')).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
    expect(store.scripts.get(prepared.id)).toEqual(prepared);
  });

  test('never keep the value of a secret parameter', ({ folder }) => {
    const store = openTestStore(folder);
    const secret = 'hunter2-correct-horse';
    const { parameters } = store.scripts.generate({
      session_id: newSession(store),
      template_key: null,
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
