import { describe, expect, it } from 'vitest';
import { createAiAccess } from '../../../electron/copilot/index.ts';
import { createCredentials } from '../../../electron/credentials/index.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import { createFakeKeychain } from '../../fakes/keychain.ts';
import { createTestLog } from '../../fixtures/log.ts';

describe('the API key in a keychain that does not answer', () => {
  it('is told as such, not as a missing key, and asked for again the next time', async () => {
    const keychain = createFakeKeychain();
    keychain.entries.set('anthropic-api-key', 'sk-ant-canary');
    keychain.mood = { read: 'hang' };
    const ai = createAiAccess({
      keys: createCredentials({
        keychain: keychain.open,
        log: createTestLog(),
        limitMilliseconds: 20,
      }),
      settings: async () => DEFAULT_SETTINGS,
      fetch,
      onChange: () => {},
    });
    const unavailable = { code: 'KEYCHAIN_UNAVAILABLE' };
    await expect(ai.status()).rejects.toMatchObject(unavailable);
    await expect(ai.client()).rejects.toMatchObject(unavailable);
    await expect(ai.models(new AbortController().signal)).rejects.toMatchObject(unavailable);

    keychain.mood = {};
    for (const call of keychain.hanging) call.goOn();
    expect(await ai.status()).toEqual({ state: 'ready', has_key: true, key_storage: 'os' });
  });
});
