import { describe, expect } from 'vitest';
import { knownNameSchema } from '../../../shared/domain/known-name.ts';
import { newSession, test } from './store-test.ts';

const SERVER = { name: 'SRV01', kind: 'host', wording: 'the server' } as const;
const ACCOUNT = { name: 'svc-backup', kind: 'account', wording: null } as const;

describe('known names', () => {
  test('are kept by session, in the order in which they came', ({ store, session }) => {
    const other = newSession(store);
    store.names.set(session, SERVER);
    store.names.set(other, ACCOUNT);
    expect(store.names.set(session, ACCOUNT)).toEqual([SERVER, ACCOUNT]);
    expect(store.snapshot(session).names).toEqual([SERVER, ACCOUNT]);
    expect(store.names.list(session).map((name) => knownNameSchema.strict().parse(name))).toEqual([
      ...[SERVER, ACCOUNT],
    ]);
    expect(store.names.list(other)).toEqual([ACCOUNT]);
  });

  test.for([
    ['SRV01', 'srv01'],
    ['Zürich-PC', 'ZÜRICH-PC'],
    ['СЕРВЕР-01', 'сервер-01'],
  ])('are the same in another case: %s, %s', ([name = '', same = ''], { store, session }) => {
    store.names.set(session, { ...SERVER, name });
    const [renamed, ...more] = store.names.set(session, { ...ACCOUNT, name: same });
    expect(renamed).toEqual({ ...ACCOUNT, name: same });
    expect(more).toEqual([]);
    expect(store.names.remove(session, name)).toEqual([]);
  });

  test('that are learned leave alone what is on record', ({ store, session }) => {
    store.names.set(session, SERVER);
    const learned = store.names.learn(session, [
      { name: 'srv01', kind: 'account', wording: 'x' },
      ACCOUNT,
      { ...ACCOUNT, name: 'SVC-BACKUP' },
    ]);
    expect(learned).toEqual([SERVER, ACCOUNT]);
  });

  test('need a session that is there', ({ store }) => {
    for (const write of [
      () => store.names.set(99, SERVER),
      () => store.names.learn(99, []),
      () => store.names.remove(99, 'SRV01'),
    ]) {
      expect(write).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    }
  });
});
