import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCredentials } from '../../../electron/credentials/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { keyringAvailable, noKeyring, startKeyring } from '../../runtime/keyring.ts';

const run = promisify(execFile);
const SECRET = 'canary-Vq3!x';

/** Runs credential calls in a process of their own, since keytar takes its bus from the environment. */
async function inProcess(env: Record<string, string>, work: string): Promise<unknown> {
  const areas = JSON.stringify(join(import.meta.dirname, '../../../electron/credentials/index.ts'));
  const script = `
    import { createCredentials, openKeytarKeychain } from ${areas};
    const log = { info() {}, warn() {}, error() {} };
    const credentials = createCredentials({ keychain: openKeytarKeychain, log });
    console.log(JSON.stringify(await (async () => { ${work} })()));
    process.exit(0);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout);
}

describe.runIf(keyringAvailable())('credentials in a real keychain', () => {
  it('keeps, replaces and removes a secret over restarts, and nothing in a readable file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'resolutionflow-keyring-'));
    const keyring = await startKeyring(folder);
    onTestFinished(() => {
      keyring.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const name = JSON.stringify('anthropic-api-key');

    expect(
      await inProcess(
        keyring.env,
        `return [await credentials.storage(), await credentials.get(${name}),
          await credentials.set(${name}, 'first'), await credentials.set(${name}, '${SECRET}')];`,
      ),
    ).toEqual(['os', null, 'os', 'os']);
    expect(await inProcess(keyring.env, `return credentials.get(${name});`)).toBe(SECRET);

    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const entry of files.filter((candidate) => candidate.isFile())) {
      expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(SECRET);
    }
    expect(
      await inProcess(
        keyring.env,
        `return [await credentials.remove(${name}), await credentials.remove(${name}), await credentials.get(${name})];`,
      ),
    ).toEqual([true, false, null]);
  });

  it('keeps secrets for this run only where no keychain answers', async () => {
    const work = `
      const where = await credentials.set('anthropic-api-key', 'x');
      return [await credentials.storage(), where, await credentials.get('anthropic-api-key'),
        await credentials.remove('anthropic-api-key'), await credentials.get('anthropic-api-key')];`;
    expect(await inProcess(noKeyring, work)).toEqual(['memory', 'memory', 'x', true, null]);
  });
});

describe('credentials', () => {
  it('never tells a secret to the log', async () => {
    const log = createTestLog();
    const credentials = createCredentials({
      keychain: () => Promise.reject(new Error('no secret service')),
      log,
    });
    await credentials.set('connectwise-private-key', SECRET);
    expect(await credentials.get('connectwise-private-key')).toBe(SECRET);
    expect(log.lines.join('\n')).not.toContain(SECRET);
    expect(log.lines.join('\n')).toContain('no secret service');
  });
});
