import type { PostingService, Psa } from '../../electron/psa/index.ts';
import type { SessionStore } from '../../electron/sessions/index.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import { noteReference } from '../../shared/domain/note-reference.ts';
import type { WriteBackStage } from '../../shared/domain/posting.ts';
import { AppError } from '../../shared/errors.ts';
import type { FakeConnectWise } from '../fakes/connectwise/index.ts';
import { linkedSession, MARKDOWN, postingOver } from '../fixtures/posting/desk.ts';
import { CONNECTWISE_RULES, connectWiseOver } from '../fixtures/posting/systems.ts';
import { type FaultCase, timeoutOf } from './cases.ts';

/** What can be seen after a step of the technician's. */
export interface Sight {
  /** `post`, `retry`, `look_again` … */
  readonly action: string;
  /** `resolved`, `PSA_REJECTED` … */
  readonly outcome: string;
  readonly message: string;
  /** Whether it was told that the note was stored otherwise. */
  readonly differs: boolean;
  readonly stage: WriteBackStage | null;
  readonly session: 'active' | 'resolved' | 'escalated';
  readonly draft_kept: boolean;
  readonly notes: number;
  /** All three views as they have to be, and the text as it was sent. */
  readonly notes_right: boolean;
  readonly ticket_status: string;
  readonly verified_status: string | null;
  readonly skipped_reason: string | null;
  readonly warnings: number;
}

/** A case as it was played to its end. */
export interface Played {
  readonly the: FaultCase;
  readonly sights: readonly Sight[];
  /** Whether a key stands in anything that was told or kept. */
  readonly leaked: boolean;
  /** POSTs that reached the server. */
  readonly posts: number;
}

/** One fake, one store: cases are played on it one after the other, each on a ticket of its own. */
export interface Lane {
  readonly fake: FakeConnectWise;
  readonly store: SessionStore;
  /** Puts a mistake into the client, to see that the rules find it. */
  readonly bend?: (psa: Psa) => Psa;
}

/** Waits are shortened, so that a look that is due after ten seconds is due after half a second. */
const SPEED = 25;

/** Plays a case: the technician posts, and then does what the screen offers until it is done. */
export async function play(lane: Lane, the: FaultCase, ticketId: number): Promise<Played> {
  const { fake, store } = lane;
  fake.addTicket({ id: ticketId, summary: `${the.fault} / ${the.step}`, status_id: 17 });
  fake.clearFaults();
  if (the.set !== null) fake.fault(the.set);
  if (the.fault === 'cut, and the list lags') {
    fake.fault({ step: 'postNote', effect: { kind: 'cut', when: 'after-write' } });
  }
  const session_id = linkedSession(store, `${ticketId}`, the.kind);
  // The look-ups that a client keeps must strike each case anew.
  const network = { isGone: the.set === null };
  const client = connectWiseOver(fake, {
    timeout_milliseconds: timeoutOf(the),
    fetch: failingFetch(the.from, network),
  });
  const psa = lane.bend?.(client) ?? client;
  const posting = postingOver(() => store, psa, CONNECTWISE_RULES, {
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / SPEED)),
  });
  const note = { session_id, kind: the.kind, markdown: MARKDOWN[the.kind] };
  const see = (action: string, work: () => Promise<unknown>) =>
    sight(lane, { action, session_id, kind: the.kind, ticketId }, work);

  const sights: Sight[] = [await see('post', () => posting.post(note))];
  fake.clearFaults();
  network.isGone = false;
  while (sights.length < 6 && sights.at(-1)?.session === 'active') {
    const action = nextAction(sights);
    sights.push(await see(action, () => act(posting, action, note)));
  }
  await posting.settled();
  const told = JSON.stringify([sights, store.audit.list(session_id), posting.outbox()]);
  const { public_key, private_key } = fake.credentials;
  return {
    the,
    sights,
    leaked: told.includes(private_key) || told.includes(public_key) || told.includes('Basic '),
    posts: fake.requests.filter(
      ({ method, path }) => method === 'POST' && path.includes(`/tickets/${ticketId}/`),
    ).length,
  };
}

const PATHS: Readonly<Partial<Record<string, RegExp>>> = {
  companyinfo: /^GET .*\/companyinfo\//,
  getTicket: /^GET .*\/service\/tickets\/\d+$/,
  listNotes: /^GET .*\/notes\?/,
  postNote: /^POST /,
  getNote: /^GET .*\/notes\/\d+$/,
  statuses: /^GET .*\/statuses/,
  patchStatus: /^PATCH /,
};

/** The network is gone from the nth request of a kind on: nothing of those is sent. */
function failingFetch(
  from: FaultCase['from'],
  network: { readonly isGone: boolean },
): typeof fetch {
  let seen = 0;
  return async (url, init) => {
    if (network.isGone && PATHS[from.step]?.test(`${init?.method ?? 'GET'} ${url}`)) seen += 1;
    if (network.isGone && seen >= from.nth) {
      const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      throw new TypeError('fetch failed', { cause });
    }
    return fetch(url, init);
  };
}

/** What a sensible technician presses next. */
function nextAction(sights: readonly Sight[]): string {
  const last = sights.at(-1);
  const tried = sights.map(({ action }) => action);
  switch (last?.stage) {
    case 'note_unknown':
      return tried.includes('look_again') ? 'post_again' : 'look_again';
    case 'note_posted':
      return tried.includes('retry') && last.differs ? 'accept_note' : 'retry';
    case 'status_unverified':
      return tried.filter((one) => one === 'retry').length > 1 ? 'close_anyway' : 'retry';
    case null:
      return 'post';
    default:
      return 'retry';
  }
}

function act(
  posting: PostingService,
  action: string,
  note: { readonly session_id: number; readonly kind: NoteKind; readonly markdown: string },
): Promise<unknown> {
  switch (action) {
    case 'look_again':
    case 'post_again':
    case 'accept_note':
      return posting.decide(note.session_id, action);
    case 'close_anyway':
      return posting.closeAnyway(note.session_id, 'The board does not allow it.');
    case 'retry':
      return posting.retry(note.session_id);
    default:
      return posting.post(note);
  }
}

interface Watched {
  readonly action: string;
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly ticketId: number;
}

async function sight(
  { fake, store }: Lane,
  { action, session_id, kind, ticketId }: Watched,
  work: () => Promise<unknown>,
): Promise<Sight> {
  const failure = await work().then(
    () => null,
    (error: unknown) => error,
  );
  const reference = noteReference(session_id, kind, ticketId);
  const ours = fake.notes(ticketId).filter(({ author }) => author === 'tkessler');
  const wanted =
    kind === 'resolve'
      ? { discussion: false, internal: false, resolution: true }
      : { discussion: false, internal: true, resolution: false };
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  const expected = fold(`${MARKDOWN[kind]}\n\nRef: ${reference}`);
  const snapshot = store.snapshot(session_id);
  const closed = snapshot.write_backs.at(-1);
  const error = failure instanceof AppError ? failure : null;
  return {
    action,
    outcome: failure === null ? (closed?.outcome ?? 'nothing') : (error?.code ?? `${failure}`),
    message: error?.message ?? '',
    differs: error?.details?.differences !== undefined,
    stage: store.intents.findOpen(session_id)?.stage ?? null,
    session: snapshot.session.state,
    draft_kept: snapshot.drafts.some(({ markdown }) => markdown === MARKDOWN[kind]),
    notes: ours.length,
    notes_right: ours.every(
      ({ text, flags }) =>
        fold(text) === expected && JSON.stringify(flags) === JSON.stringify(wanted),
    ),
    ticket_status: fake.ticket(ticketId).status.name,
    verified_status: closed?.verified_status ?? null,
    skipped_reason: closed?.status_transition_skipped_reason ?? null,
    warnings: store.audit.list(session_id).filter(({ step }) => step === 'double_note').length,
  };
}
