import type { Router } from '../../electron/ipc/index.ts';
import { addSampleSessions, type SessionStore } from '../../electron/sessions/index.ts';
import type { CallInput, CallName } from '../../shared/contract/index.ts';
import type { FakeConnectWise, Fault } from '../fakes/connectwise/index.ts';
import { linkedSession, MARKDOWN } from '../fixtures/posting/desk.ts';
import { TICKET } from '../fixtures/posting/systems.ts';
import { PICTURE } from './values.ts';

const FIRST_OWN_TICKET = 70_000;

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
    propose(store, session_id);
  }
}

/** An answer of the copilot with a suggestion that nobody has decided on. */
function propose(store: SessionStore, session_id: number): void {
  const asked = store.messages.add({ session_id, author: 'technician', body: 'Why?' });
  const answer = store.messages.startAnswer({ session_id, reply_to: asked.id });
  store.messages.keepAnswer(answer.id, { body: 'Look there.', state: 'complete' });
  const proposed = { kind: 'fix', title: 'Restart it', description: '', confidence: 80 } as const;
  store.proposals.add({
    session_id,
    message_id: answer.id,
    proposed: { ...proposed, unsupported: [] },
  });
}

/** How a posting stops half-way. */
const STOPS: readonly { readonly how: 'post' | 'queue'; readonly fault?: Fault }[] = [
  { how: 'post', fault: { step: 'patchStatus', effect: { kind: 'status-ignored' } } },
  { how: 'post', fault: { step: 'postNote', effect: { kind: 'cut', when: 'before-write' } } },
  // Something comes in on the ticket before it is sent, so that the technician is asked.
  { how: 'queue', fault: { step: 'getTicket', effect: { kind: 'customer-note', text: 'News?' } } },
  { how: 'queue' },
];

/**
 * Postings that are not finished, each in a session and on a ticket of its own. While there is one, no
 * call may exchange or delete the store, so not every world has them.
 */
export async function seedPostings(
  store: SessionStore,
  router: Router,
  fake: FakeConnectWise,
): Promise<void> {
  const handle = (name: CallName, input: object) =>
    router.handle({ name, input, requestId: undefined });
  for (const [index, { how, fault }] of STOPS.entries()) {
    const id = FIRST_OWN_TICKET + index;
    fake.addTicket({ id, summary: 'Outlook asks for a password', status_id: 17 });
    const session_id = linkedSession(store, `${id}`, 'resolve');
    const note = { session_id, kind: 'resolve', markdown: MARKDOWN.resolve, override_reason: 'x' };
    await handle('posting.plan', { session_id, kind: 'resolve' });
    if (fault !== undefined) fake.fault({ ...fault, ticket_id: id });
    await handle(`posting.${how}`, note);
    if (how === 'queue' && fault !== undefined) await handle('outbox.send', {});
  }
}
