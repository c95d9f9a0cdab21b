import { expect, it } from 'vitest';
import { trailText } from '../../../../renderer/preview/trail-text.ts';
import type { SessionSnapshot } from '../../../../shared/domain/snapshot.ts';

const snapshot = {
  session: { title: 'Outlook asks', ticket_ref: '48213', state: 'resolved' },
  write_backs: [
    {
      markdown: '## Problem\nPosted words.\n',
      draft_markdown: '## Problem\nDrafted words.\n',
      draft_origin: 'ai',
    },
  ],
} as unknown as SessionSnapshot;

it('tells every step with its time, and the draft beside what was posted', () => {
  const text = trailText(snapshot, [
    {
      id: 1,
      session_id: 1,
      write_back_id: 1,
      step: 'note_posted',
      detail: 'As note\n9004.',
      created_at: 0,
    },
  ]);
  expect(text).toContain('CW #48213, resolved');
  expect(text).toContain('- 1970-01-01T00:00:00.000Z Note posted: As note 9004.');
  expect(text.indexOf('Posted words.')).toBeGreaterThan(text.indexOf('# Posted'));
  expect(text.indexOf('Drafted words.')).toBeGreaterThan(text.indexOf('# Drafted by the AI'));
});
