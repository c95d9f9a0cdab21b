import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NOTE_KINDS, type NoteKind } from '../../../shared/domain/note.ts';
import { noteReference } from '../../../shared/domain/note-reference.ts';
import {
  type FakeConnectWise,
  type Step,
  startFakeConnectWise,
} from '../../fakes/connectwise/index.ts';
import { linkedSession, MARKDOWN, postingOver } from '../../fixtures/posting/desk.ts';
import { CONNECTWISE_RULES, connectWiseOver } from '../../fixtures/posting/systems.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';
import type { WriterTask } from './write-back-writer.ts';

const WRITER = fileURLToPath(new URL('./write-back-writer.ts', import.meta.url));
const TICKET = 48213;

/** Here nothing is on disk yet: the session is as it was. */
const BEFORE = ['call:newestNotes', 'answer:getTicket'];

/** Written down that it is sent, and not sent: nobody can know that afterwards. */
const IN_DOUBT = 'stage:note_sending';

const AFTER = [
  'stage:prepared',
  'flight:addNote',
  'answer:addNote',
  'stage:note_posted',
  'answer:getNote',
  'stage:note_verified',
  'stage:status_sending',
  'flight:setStatus',
  'answer:setStatus',
  'answer:getTicket:2',
  'stage:done',
];

const QUEUED = ['stage:queued', 'answer:newestNotes', 'stage:prepared', 'flight:addNote'];

/** Here the server has the request and has done it, but not answered: it tells when that is so. */
const FLIGHTS: Readonly<Record<string, Step>> = {
  'flight:addNote': 'postNote',
  'flight:setStatus': 'patchStatus',
};

/** The first end, and the one that strikes the process that goes on. */
const TWICE: readonly (readonly [string, string])[] = [
  ['flight:addNote', 'call:newestNotes'],
  ['flight:addNote', 'stage:note_posted'],
  ['stage:note_posted', 'flight:setStatus'],
  ['stage:prepared', 'flight:addNote'],
];

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly complaint: string;
}

/** Lets a process work until it dies, by its own hand or, once `mayGoOn` says no, by this one. */
function run(task: WriterTask, mayGoOn: () => boolean): Promise<Ended> {
  const child = spawn(process.execPath, [WRITER, JSON.stringify(task)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += String(text);
  });
  const watch = setInterval(() => mayGoOn() || child.kill('SIGKILL'), 10);
  return new Promise((resolve) => {
    child.on('close', (_, signal) => {
      clearInterval(watch);
      resolve({ signal, complaint });
    });
  });
}

/** Posts, dies at each of the points in turn, and goes on in this process. */
async function endAt(kind: NoteKind, work: 'post' | 'queue', points: readonly string[]) {
  const { folder, dispose } = createTestFolder();
  const fake = await startFakeConnectWise();
  try {
    const before = openTestStore(folder, Date.now);
    const session_id = linkedSession(before, `${TICKET}`, kind);
    before.close();

    const { url, credentials } = fake;
    const task = { folder, fake: { url, credentials }, session_id, kind };
    for (const [index, die_at] of points.entries()) {
      const step = FLIGHTS[die_at];
      if (step !== undefined) fake.fault({ step, effect: { kind: 'delayed', ms: 600_000 } });
      const ended = await run(
        { ...task, work: index === 0 ? work : 'resume', die_at },
        () => step === undefined || !fake.requests.some((request) => request.step === step),
      );
      expect(ended).toEqual({ signal: 'SIGKILL', complaint: '' });
    }
    return await goOn(folder, fake, session_id, kind);
  } finally {
    await fake.stop();
    dispose();
  }
}

/** The start of the app after the last sudden end. */
async function goOn(folder: string, fake: FakeConnectWise, session_id: number, kind: NoteKind) {
  const store = openTestStore(folder, Date.now);
  try {
    const posting = postingOver(() => store, connectWiseOver(fake), CONNECTWISE_RULES, {
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 40)),
    });
    await posting.resume();
    const waiting = posting.outbox();
    const posts_alone = countPosts(fake);
    if (waiting[0]?.stage === 'note_unknown') await posting.decide(session_id, 'post_again');
    await posting.settled();
    const { session, drafts, write_backs } = store.snapshot(session_id);
    const reference = noteReference(session_id, kind, TICKET);
    return {
      waiting,
      state: session.state,
      draft: drafts.find((draft) => draft.kind === kind)?.markdown,
      write_back: write_backs[0],
      open: store.intents.findOpen(session_id)?.stage,
      status: fake.ticket(TICKET).status.name,
      notes: fake.notes(TICKET).filter(({ text }) => text.includes(reference)),
      posts_alone,
      posts: countPosts(fake),
      violations: fake.violations,
    };
  } finally {
    store.close();
  }
}

function countPosts({ requests }: FakeConnectWise): number {
  return requests.filter(({ method }) => method === 'POST').length;
}

describe.concurrent.each(NOTE_KINDS)(
  'a sudden end while posting: %s',
  { timeout: 60_000 },
  (kind) => {
    const closed = kind === 'resolve' ? 'resolved' : 'escalated';
    const status = kind === 'resolve' ? 'Completed' : 'Escalated';
    type Seen = Awaited<ReturnType<typeof endAt>>;

    function expectClosed(seen: Seen): void {
      expect(seen).toMatchObject({
        posts: 1,
        notes: [{ id: seen.write_back?.external_note_id }],
        state: closed,
        open: undefined,
        draft: undefined,
        status,
        write_back: { outcome: closed, markdown: MARKDOWN[kind], verified_status: status },
        violations: [],
      });
    }

    it.each(BEFORE)('at %s leaves all as it was', async (point) => {
      const left = { state: 'active', draft: MARKDOWN[kind], open: undefined, waiting: [] };
      expect(await endAt(kind, 'post', [point])).toMatchObject({ ...left, notes: [], posts: 0 });
    });

    it.each([
      ...AFTER.map((point) => ['post', [point]] as const),
      ...QUEUED.map((point) => ['queue', [point]] as const),
      ...TWICE.map((points) => ['post', points] as const),
    ])('%s, at %j: goes on by itself, with one note', async (work, points) => {
      const seen = await endAt(kind, work, points);
      expect(seen.waiting).toEqual([]);
      expectClosed(seen);
    });

    it('just before the note is sent asks the technician, and sends nothing by itself', async () => {
      const seen = await endAt(kind, 'post', [IN_DOUBT]);
      expect(seen.waiting).toMatchObject([
        { stage: 'note_unknown', problem: { code: 'PSA_OUTCOME_UNKNOWN' } },
      ]);
      expectClosed(seen);
    });
  },
);
