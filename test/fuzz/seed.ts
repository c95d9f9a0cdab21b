import type { Router } from '../../electron/ipc/index.ts';
import { addSampleSessions, type SessionStore } from '../../electron/sessions/index.ts';
import type { CallInput, CallName } from '../../shared/contract/index.ts';
import { TICKET } from '../fixtures/posting/systems.ts';
import { PICTURE } from './values.ts';

/** Rows of every kind, so that calls find something: the samples, two tickets, and what samples lack. */
export async function seed(store: SessionStore, router: Router): Promise<void> {
  async function make<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<void> {
    const answer = await router.handle({ name, input, requestId: undefined });
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  }

  addSampleSessions(store);
  const active = store.sessions.list({ limit: 10, state: 'active' });
  for (const [index, { id }] of active.slice(0, 2).entries()) {
    store.sessions.update(id, { ticket_ref: `${TICKET + index}` });
  }
  await make('templates.save', {
    key: null,
    content: {
      name: 'Say it again',
      language: 'bash',
      body: 'echo "$Word"',
      parameters: [{ name: 'Word', label: 'Word', type: 'string', required: true }],
    },
  });
  for (const { id: session_id } of active.slice(0, 3)) {
    await make('checks.add', { session_id, instruction: 'Look at the log.' });
    await make('facts.add', {
      session_id,
      text: 'The service was stopped.',
      source_type: 'diagnostic_check',
      status: 'proposed',
    });
    await make('attachments.addImage', {
      session_id,
      name: 'screen.png',
      media_type: 'image/png',
      data: PICTURE,
    });
    await make('scripts.generate', {
      session_id,
      template_key: 'shipped/ad-password-reset',
      values: { UserName: 'anna', NewPassword: 'Kettle-41' },
    });
  }
}
