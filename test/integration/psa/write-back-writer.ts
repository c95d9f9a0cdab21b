import type { Psa } from '../../../electron/psa/index.ts';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import type { NoteKind } from '../../../shared/domain/note.ts';
import type { FakeConnectWise } from '../../fakes/connectwise/index.ts';
import { MARKDOWN, postingOver } from '../../fixtures/posting/desk.ts';
import { CONNECTWISE_RULES, connectWiseOver } from '../../fixtures/posting/systems.ts';
import { openTestStore } from '../../fixtures/sessions.ts';

/**
 * A process for the test of sudden ends: posts a note, or goes on with what is on disk, and kills itself
 * at a point that is named to it. Points: `stage:note_sending` (that stage has just become durable),
 * `call:addNote` (about to be made), `answer:addNote` (answered, and nothing written down of it). A number
 * after the name means the nth time: `call:getTicket:2`. At any other point it is for others to kill it.
 */
export interface WriterTask {
  readonly folder: string;
  readonly fake: Pick<FakeConnectWise, 'url' | 'credentials'>;
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly work: 'post' | 'queue' | 'resume';
  readonly die_at: string | null;
}

const task = JSON.parse(process.argv[2] ?? '{}') as WriterTask;
const SPEED = 40;

const counts = new Map<string, number>();
function pass(point: string): void {
  const count = (counts.get(point) ?? 0) + 1;
  counts.set(point, count);
  if (task.die_at === point || task.die_at === `${point}:${count}`) {
    process.kill(process.pid, 'SIGKILL');
  }
}

const CALLS = [
  'getTicket',
  'newestNotes',
  'addNote',
  'getNote',
  'setStatus',
  'listStatuses',
] as const;

/** The same PSA, with points before and after each call. */
function mined(psa: Psa): Psa {
  const wrapped = CALLS.map((call) => [
    call,
    async (...given: readonly unknown[]) => {
      pass(`call:${call}`);
      const answer: unknown = await Reflect.apply(psa[call], psa, given);
      pass(`answer:${call}`);
      return answer;
    },
  ]);
  return { ...psa, ...Object.fromEntries(wrapped) };
}

/** The same store, with a point after each stage that has become durable. */
function minedStore(store: SessionStore): SessionStore {
  const { intents, write_backs } = store;
  let depth = 0;
  const passed: string[] = [];
  const reach = (stage: string) => {
    passed.push(stage);
    if (depth === 0) for (const one of passed.splice(0)) pass(`stage:${one}`);
  };
  return {
    ...store,
    transaction(work) {
      depth += 1;
      try {
        return store.transaction(work);
      } finally {
        depth -= 1;
        if (depth === 0) for (const one of passed.splice(0)) pass(`stage:${one}`);
      }
    },
    intents: {
      ...intents,
      add(intent, audit) {
        const added = intents.add(intent, audit);
        reach(added.stage);
        return added;
      },
      advance(id, from, change, audit) {
        const moved = intents.advance(id, from, change, audit);
        reach(moved.stage);
        return moved;
      },
    },
    write_backs: {
      ...write_backs,
      closeOnTicket(closing) {
        const closed = write_backs.closeOnTicket(closing);
        reach('done');
        return closed;
      },
    },
  };
}

const store = openTestStore(task.folder, Date.now);
const watched = minedStore(store);
const posting = postingOver(() => watched, mined(connectWiseOver(task.fake)), CONNECTWISE_RULES, {
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / SPEED)),
});
const note = { session_id: task.session_id, kind: task.kind, markdown: MARKDOWN[task.kind] };
if (task.work === 'post') await posting.post(note);
if (task.work === 'queue') {
  await posting.queue(note);
  await posting.sendQueued();
}
if (task.work === 'resume') await posting.resume();
await posting.settled();
store.close();
