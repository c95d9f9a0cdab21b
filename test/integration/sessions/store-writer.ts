import { openStore } from '../../../electron/sessions/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createRandom } from '../../fixtures/sessions.ts';

/**
 * A process for the durability test: writes a random mix of everything, and says after each write
 * what it was, until it is killed. A line is printed only when the store has answered.
 */
const [folder = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const opening = openStore({ folder, log: createTestLog() });
if (opening.state === 'unavailable') throw new Error(opening.problem.message);
const { store } = opening;

/** One acknowledged write, as the parent looks it up again. */
export type Acknowledged =
  | { readonly kind: 'message' | 'fact'; readonly id: number; readonly text: string }
  | { readonly kind: 'draft'; readonly session_id: number; readonly text: string }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: string }
  | { readonly kind: 'closed'; readonly session_id: number };

const OUTCOMES = ['applied', 'worked', 'partly', 'failed', 'pending'] as const;

function write(count: number): Acknowledged {
  const text = `${seed}-${count} ${'x'.repeat(Math.floor(random() * 3_000))}`;
  const session_id = sessionToWrite();
  const dice = random();
  if (dice < 0.35) {
    const { id } = store.messages.add({ session_id, author: 'technician', body: text });
    return { kind: 'message', id, text };
  }
  if (dice < 0.65) {
    const { id } = store.facts.add({ session_id, text, source_type: 'technician' });
    return { kind: 'fact', id, text };
  }
  if (dice < 0.85) {
    store.drafts.save({
      session_id,
      kind: 'resolve',
      markdown: text,
      base_markdown: '',
      base_state_version: 1,
    });
    return { kind: 'draft', session_id, text };
  }
  if (dice < 0.97) {
    const { id } = store.fixes.suggest({
      session_id,
      title: text.slice(0, 50),
      description: '',
      confidence: 50,
    });
    const outcome = OUTCOMES[Math.floor(random() * OUTCOMES.length)] ?? 'applied';
    store.fixes.setOutcome(id, { outcome, outcome_note: null });
    return { kind: 'outcome', id, outcome };
  }
  store.write_backs.closeLocally({
    session_id,
    kind: 'resolve',
    markdown: text,
    digest: '',
    draft_markdown: null,
    draft_origin: null,
    sent: null,
    audit: [{ step: 'confirmed', detail: '' }],
  });
  return { kind: 'closed', session_id };
}

/** The newest active session, or a new one. */
function sessionToWrite(): number {
  const [active] = store.sessions.list({ limit: 1, state: 'active' });
  if (active !== undefined && random() > 0.05) return active.id;
  return store.sessions.create({ title: 'Session', intake: '', domain: 'other', ticket_ref: null })
    .id;
}

for (let count = 0; ; count += 1) process.stdout.write(`${JSON.stringify(write(count))}\n`);
