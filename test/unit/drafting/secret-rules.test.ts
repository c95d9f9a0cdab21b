import { describe, expect, it } from 'vitest';
import { buildBundle, checkNote } from '../../../electron/drafting/index.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import type { NoteCheck } from '../../../shared/domain/note.ts';
import { noteText, ofRule, pointedAt, repaired } from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const VALUE = 'Harbor-Lantern-29';

async function check(markdown: string): Promise<NoteCheck> {
  const guard = createSecretGuard();
  guard.remember(VALUE, { session_id: 1 });
  const secrets = await guard.find(markdown);
  const bundle = buildBundle(session().build());
  return checkNote({ kind: 'escalate', markdown, bundle, bases: [], secrets });
}

function noteWith(line: string): string {
  return noteText('escalate', { Problem: line });
}

describe.each([
  [
    'X1',
    `Typed ${VALUE} again.`,
    VALUE,
    'Line 2 has a password that this session used. Remove it.',
  ],
  [
    'X1',
    'Typed Harbor**-**Lantern-29 again.',
    'Harbor**-**Lantern-29',
    'Line 2 has a password that this session used. Remove it.',
  ],
  [
    'X2',
    'The new password is Summer2024! for now.',
    'Summer2024!',
    'Line 2 has what looks like a password. Remove it.',
  ],
  [
    'X2',
    'Signed in with admin / pw: Gr4nite.Door.',
    'Gr4nite.Door',
    'Line 2 has what looks like a password. Remove it.',
  ],
  [
    'X2',
    'Ran net use Z: \\\\fs01\\data Passw0rd1 /user:mlee there.',
    'Passw0rd1',
    'Line 2 has what looks like a password in “net use”. Remove it.',
  ],
])('%s blocks %j', (rule, line, value, message) => {
  it('without saying what it is, cannot be overridden, and is mended by one press', async () => {
    const markdown = noteWith(line);
    const [finding, ...more] = ofRule(await check(markdown), rule);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ level: 'block', can_override: false, message });
    expect(finding && pointedAt(markdown, finding)).toBe(value);
    const mended = finding ? repaired(markdown, finding) : '';
    expect(mended).toBe(noteWith(line.replace(value, '(secret)')));
    expect((await check(mended)).findings.filter(({ rule_id }) => rule_id.startsWith('X'))).toEqual(
      [],
    );
  });
});

describe('X2, what stands behind "password" and is none', () => {
  it.each(['password: fs01.northgate.local', 'pw: setup2.exe', 'password: www.portal2.com'])(
    'lets pass %j',
    async (line) => {
      expect(ofRule(await check(noteWith(`See ${line} there.`)), 'X2')).toEqual([]);
    },
  );
});

describe('X3, what could be a secret', () => {
  it('asks, and is mended by one press', async () => {
    const markdown = noteWith('Her password did work, Tr!ckyFox9 even on the phone.');
    const [finding] = ofRule(await check(markdown), 'X3');
    expect(finding).toMatchObject({
      level: 'warn',
      message: 'Line 2 may have a password. Remove it if it does.',
      repair: { label: 'Remove secret', replacement: '(secret)' },
    });
    expect(finding && pointedAt(markdown, finding)).toBe('Tr!ckyFox9');
  });

  it.each([
    'The password was reset, and event 4740 names WS-FIN-07.',
    'Password policy requires 12 characters since KB5034441.',
  ])('says nothing of %j', async (line) => {
    const { findings } = await check(noteWith(line));
    expect(findings.filter(({ rule_id }) => rule_id.startsWith('X'))).toEqual([]);
  });
});
