import { openStore } from '../../../electron/sessions/index.ts';
import { createTestLog } from '../../fixtures/log.ts';

/** A process that writes two answers, in two sessions, and waits in the middle of them to be killed. */
const opening = openStore({ folder: process.argv[2] ?? '', log: createTestLog() });
if (opening.state === 'unavailable') throw new Error(opening.problem.message);
const { store } = opening;

const answers = ['First', 'Second'].map((title) => {
  const session_id = store.sessions.create({
    ...{ title, intake: '', domain: 'other', ticket_ref: null },
  }).id;
  const asked = store.messages.add({ session_id, author: 'technician', body: 'Why?' });
  const { id } = store.messages.startAnswer({ session_id, reply_to: asked.id });
  store.messages.keepAnswer(id, { body: `${title} answer, so far`, state: 'streaming' });
  return { id, session_id, title };
});
process.stdout.write(`${JSON.stringify(answers)}\n`);
setInterval(() => {}, 1_000);
