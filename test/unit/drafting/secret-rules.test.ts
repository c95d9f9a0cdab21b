import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../../electron/drafting/bundle.ts';
import { checkNote } from '../../../electron/drafting/checks/check-note.ts';
import { noteText, ofRule, pointedAt, repaired } from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const VALUE = 'Harbor-Lantern-29';
const markdown = noteText('escalate', { Problem: `Typed ${VALUE} again.` });
const from = markdown.indexOf(VALUE);

describe.each([
  ['X1', 'known', 'block', false, 'Line 2 has a password. Remove it.'],
  ['X2', 'pattern', 'block', false, 'Line 2 has what looks like a password. Remove it.'],
  ['X3', 'doubt', 'warn', true, 'Line 2 may have a password. Remove it if it does.'],
] as const)('%s, of a secret that is %s', (rule, kind, level, can_override, message) => {
  const secrets = [{ from, to: from + VALUE.length, kind, label: 'a password' }];
  const bundle = buildBundle(session().build());
  const check = checkNote({ kind: 'escalate', markdown, bundle, bases: [], secrets });

  it(`is a ${level} without the value in its message, and removes it by one press`, () => {
    const [finding, ...more] = ofRule(check, rule);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ level, can_override, message });
    expect(finding && pointedAt(markdown, finding)).toBe(VALUE);
    expect(finding && repaired(markdown, finding)).toBe(markdown.replace(VALUE, '(secret)'));
  });
});
