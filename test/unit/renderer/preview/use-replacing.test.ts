import { expect, it } from 'vitest';
import type { Work } from '../../../../renderer/preview/generation.ts';
import { asksFirst } from '../../../../renderer/preview/use-replacing.ts';

const failed = (wish: 'follow' | 'again' | 'local'): Work => ({
  phase: 'failed',
  wish,
  error: new Error('a fault'),
});

it('asks before every way to replace the technician’s own words, and only then', () => {
  for (const how of ['again', 'local', 'shown'] as const) {
    expect(asksFirst(how, true, { phase: 'idle' })).toBe(true);
    expect(asksFirst(how, true, failed('follow'))).toBe(true);
    expect(asksFirst(how, false, failed('again'))).toBe(false);
  }
  expect(asksFirst('retry', true, failed('again'))).toBe(true);
  expect(asksFirst('retry', true, { phase: 'stopped', wish: 'local' })).toBe(true);
  expect(asksFirst('retry', false, failed('again'))).toBe(false);
});

it('does not ask before a new attempt at a note that only follows the session', () => {
  expect(asksFirst('retry', true, failed('follow'))).toBe(false);
});
