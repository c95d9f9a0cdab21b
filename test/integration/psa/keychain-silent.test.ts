import { describe, expect, it } from 'vitest';
import { createCredentials } from '../../../electron/credentials/index.ts';
import { createPsaAccess, type Psa } from '../../../electron/psa/index.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import { createFakeKeychain, type FakeKeychain } from '../../fakes/keychain.ts';
import { DESK, DONE, openNotebook } from '../../fakes/notebook-psa.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { linkedSession, MARKDOWN, postingOver } from '../../fixtures/posting/desk.ts';
import { temporaryStore } from '../../fixtures/store.ts';

const TICKET = 48213;
const SET_UP = {
  connectwise_site: 'na.myconnectwise.net',
  connectwise_company: 'tilburg',
  connectwise_client_id: 'client',
};

/**
 * Posting as the app joins it: each connection asks a keychain that may not answer. `moods` are those
 * that the keychain falls into as notes are about to be sent, one for each.
 */
function desk(set: Partial<typeof DEFAULT_SETTINGS> = SET_UP) {
  const keychain = createFakeKeychain();
  const moods: FakeKeychain['mood'][] = [];
  const psa = openNotebook();
  const connection = createPsaAccess({
    keys: createCredentials({
      keychain: keychain.open,
      log: createTestLog(),
      limitMilliseconds: 20,
    }),
    settings: async () => ({ ...DEFAULT_SETTINGS, ...set }),
    // As the real one does, it asks for the keys with each request.
    connect: async ({ keys }): Promise<Psa> => ({
      ...psa,
      getTicket: async (...given) => {
        await keys();
        return psa.getTicket(...given);
      },
      addNote: async (...given) => {
        keychain.mood = moods.shift() ?? keychain.mood;
        await keys();
        return psa.addNote(...given);
      },
    }),
    onChange: () => {},
  });
  const store = temporaryStore();
  const rules = {
    statuses: { [DESK.id]: { resolve: DONE, escalate: null } },
    discussion_too: false,
    notify: false,
  };
  const posting = postingOver(() => store, psa, rules, { psa: connection.current });
  return { keychain, moods, psa, connection, store, posting };
}

const resolve = (session_id: number) =>
  ({ session_id, kind: 'resolve', markdown: MARKDOWN.resolve }) as const;

describe('posting beside a keychain that does not answer', () => {
  it('ends with what to do, sends nothing, and can be confirmed again', async () => {
    const { keychain, psa, connection, store, posting } = desk();
    keychain.mood = { read: 'hang' };
    const id = linkedSession(store, `${TICKET}`, 'resolve');
    await expect(posting.post(resolve(id))).rejects.toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
      message: expect.stringContaining('Unlock it'),
    });
    expect(psa.calls).toEqual([]);
    expect(posting.outbox()).toEqual([]);
    expect(store.sessions.get(id).state).toBe('active');
    expect(store.drafts.find(id, 'resolve')?.markdown).toBe(MARKDOWN.resolve);

    keychain.mood = {};
    await connection.setKeys({ public_key: 'public', private_key: 'private' });
    expect(await posting.post(resolve(id))).toMatchObject({ session: { state: 'resolved' } });
    expect(psa.notesOf(TICKET).filter(({ text }) => text.includes('Ref:'))).toHaveLength(1);
  });

  it('stops before the note where it stops answering on the way, and goes on from there', async () => {
    const { keychain, moods, psa, connection, store, posting } = desk();
    await connection.setKeys({ public_key: 'public', private_key: 'private' });
    const id = linkedSession(store, `${TICKET}`, 'resolve');
    moods.push({ read: 'hang' });
    await expect(posting.post(resolve(id))).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
    expect(psa.calls).not.toContain('addNote');

    keychain.mood = {};
    for (const call of keychain.hanging) call.goOn();
    expect(await posting.retry(id)).toMatchObject({ session: { state: 'resolved' } });
    expect(psa.calls.filter((call) => call === 'addNote')).toHaveLength(1);
  });

  it('is not asked where ConnectWise is not set up: the note stays on this machine', async () => {
    const { keychain, store, posting } = desk({});
    keychain.mood = { open: 'hang' };
    const id = linkedSession(store, null, 'resolve');
    expect(await posting.post(resolve(id))).toMatchObject({ outcome: 'resolved_local' });
    expect(keychain.calls).toEqual([]);
  });
});
