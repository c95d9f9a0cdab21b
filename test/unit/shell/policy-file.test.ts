import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { policyPlaces, readPolicyFile } from '../../../electron/shell/policy-file.ts';
import { createTestFolder } from '../../fixtures/sessions.ts';

const TEXT = '{"version":1}';

function place() {
  const { folder, dispose } = createTestFolder();
  onTestFinished(dispose);
  return { folder, file: join(folder, 'policy.json') };
}

describe('where the policy file stands', () => {
  const env = { RESOLUTIONFLOW_POLICY: '/tmp/mine.json', ProgramData: 'D:\\Data' };

  test.each([
    ['linux', ['/etc/resolutionflow/policy.json']],
    ['darwin', ['/Library/Application Support/ResolutionFlow/policy.json']],
    [
      'win32',
      ['C:\\ProgramData\\ResolutionFlow\\policy.json', 'D:\\Data\\ResolutionFlow\\policy.json'],
    ],
  ] as const)('%s, and no variable leads a packaged app elsewhere', (platform, places) => {
    expect(policyPlaces({ platform, env, packaged: true })).toEqual(places);
    expect(policyPlaces({ platform, env, packaged: false })).toEqual(['/tmp/mine.json']);
    expect(policyPlaces({ platform, env: {}, packaged: false })[0]).toBe(places[0]);
  });
});

describe('reading it', () => {
  test('there need not be one', () => {
    const { file } = place();
    expect(readPolicyFile([file, join(file, 'below')], true)).toBeNull();
  });

  test('the first that exists counts', () => {
    const { file, folder } = place();
    writeFileSync(file, TEXT);
    expect(readPolicyFile([join(folder, 'none.json'), file], false)).toEqual({ file, text: TEXT });
  });

  test.runIf(process.platform !== 'win32')('one that everybody may write is refused', () => {
    const { file, folder } = place();
    writeFileSync(file, TEXT);
    chmodSync(file, 0o646);
    expect(readPolicyFile([file], false)).toMatchObject({
      refusal: expect.stringMatching(/not administrators/),
    });
    chmodSync(file, 0o644);
    chmodSync(folder, 0o777);
    expect(readPolicyFile([file], false)).toHaveProperty('refusal');
    // Behind a link the file itself counts.
    const inner = join(folder, 'inner');
    mkdirSync(inner, { mode: 0o755 });
    chmodSync(folder, 0o755);
    const loose = join(inner, 'loose.json');
    writeFileSync(loose, TEXT);
    chmodSync(loose, 0o666);
    symlinkSync(loose, join(folder, 'link.json'));
    expect(readPolicyFile([join(folder, 'link.json')], false)).toHaveProperty('refusal');
  });

  test('a folder or a file too large is refused', () => {
    const { file, folder } = place();
    expect(readPolicyFile([folder], false)).toHaveProperty('refusal');
    writeFileSync(file, ' '.repeat(300_000));
    expect(readPolicyFile([file], false)).toHaveProperty('refusal');
  });
});
