import type { NoteKind } from '../../shared/domain/note.ts';
import { NOTE_KINDS } from '../../shared/domain/note.ts';
import type { Effect, Fault, Step } from '../fakes/connectwise/index.ts';

/** One fault at one step of one posting. */
export interface FaultCase {
  readonly fault: string;
  readonly step: string;
  readonly kind: NoteKind;
  /** As it is set in the fake; null where there is no network at that step. */
  readonly set: Fault | null;
  /** Where the network is gone from: the nth request of its kind. */
  readonly from: { readonly step: Step; readonly nth: number };
}

/**
 * The client gives up on a request after this long where that is what the case is about; a good answer in
 * such a case must still be there before, on a busy machine too.
 */
const TIMEOUT_MILLISECONDS = 1_200;
const TOO_LATE_MILLISECONDS = TIMEOUT_MILLISECONDS + 80;

/** In all other cases only a client that hangs would take so long. */
const PATIENCE_MILLISECONDS = 30_000;

/** Where the fault strikes, in the order of a posting. */
const STEPS: Readonly<Record<string, { readonly step: Step; readonly nth?: number }>> = {
  'find the codebase': { step: 'companyinfo' },
  'read the ticket': { step: 'getTicket' },
  'read its notes': { step: 'listNotes' },
  'post the note': { step: 'postNote' },
  'read the note back': { step: 'getNote' },
  'read the statuses': { step: 'statuses' },
  'change the status': { step: 'patchStatus' },
  'read the ticket again': { step: 'getTicket', nth: 2 },
};

/** What can happen to any request. */
const ANYWHERE: Readonly<Record<string, Effect>> = {
  '401 wrong keys': { kind: 'unauthorized' },
  '403 no right': { kind: 'forbidden' },
  '404': { kind: 'not-found' },
  '400 plain text': { kind: 'cannot-route' },
  '409 in use': { kind: 'conflict' },
  '429, wait 30 s': { kind: 'throttled', seconds: 30 },
  '429, wait 1 s': { kind: 'throttled', seconds: 1 },
  '500': { kind: 'server-error' },
  '502 HTML': { kind: 'bad-gateway' },
  '200 sign-in page': { kind: 'sign-in-page' },
  '302 to another host': { kind: 'redirect', to: 'http://127.0.0.1:9' },
  '200 null': { kind: 'answer', status: 200, body: null },
  'malformed JSON': { kind: 'malformed-json' },
  'truncated JSON': { kind: 'truncated-json' },
  'answer after the time-out': { kind: 'delayed', ms: TOO_LATE_MILLISECONDS },
  'work after the time-out': { kind: 'delayed', ms: TOO_LATE_MILLISECONDS, late: true },
  'slow drip past the time-out': { kind: 'slow-drip', bytes: 8, every_ms: 200 },
  'cut before the work': { kind: 'cut', when: 'before-write' },
  'cut after the work': { kind: 'cut', when: 'after-write' },
  'cut after the work, reset': { kind: 'cut', when: 'after-write', reset: true },
  'cut in the answer': { kind: 'cut', when: 'mid-answer' },
  'cut of a reused connection': { kind: 'cut', when: 'after-write', only_reused: true },
  'unknown fields': { kind: 'unknown-fields' },
  nulls: { kind: 'nulls' },
};

/** How long the client waits for an answer in a case. */
export function timeoutOf({ set }: FaultCase): number {
  const isAboutTime = set !== null && ['delayed', 'slow-drip'].includes(set.effect.kind);
  return isAboutTime ? TIMEOUT_MILLISECONDS : PATIENCE_MILLISECONDS;
}

/** Also once, for the client may get over it by itself. */
const ALSO_ONCE = [
  '500',
  '429, wait 1 s',
  'cut before the work',
  'cut after the work',
  'truncated JSON',
];

/** What somebody else does to the ticket at that moment. */
const MEANWHILE: Readonly<Record<string, Effect>> = {
  'closed meanwhile': { kind: 'ticket-closed' },
  'merged meanwhile': { kind: 'ticket-merged', into: 48213 },
  'moved to another board meanwhile': { kind: 'ticket-moved', board_id: 2 },
  'customer writes meanwhile': { kind: 'customer-note', text: 'Any news?' },
};

/** What only a write can suffer. */
const WRITES: Readonly<Record<string, Readonly<Record<string, Effect>>>> = {
  'post the note': {
    '500, yet done': { kind: 'server-error', applied: true },
    '502 HTML, yet done': { kind: 'bad-gateway', applied: true },
    'newlines folded': { kind: 'newlines-folded' },
    'text cut': { kind: 'text-trimmed', length: 40 },
    'stored as Discussion': {
      kind: 'flags-stored',
      flags: { discussion: true, internal: false, resolution: false },
    },
    'stored in all views': {
      kind: 'flags-stored',
      flags: { discussion: true, internal: true, resolution: true },
    },
  },
  'change the status': {
    '500, yet done': { kind: 'server-error', applied: true },
    '502 HTML, yet done': { kind: 'bad-gateway', applied: true },
    'status refused': { kind: 'status-refused' },
    'status of another board': { kind: 'status-of-other-board' },
    'status ignored': { kind: 'status-ignored' },
    'status overridden': { kind: 'status-overridden' },
    'status overridden later': { kind: 'status-overridden', after_ms: 60 },
    'no right to close': { kind: 'no-close-right' },
  },
};

function* casesOf(kind: NoteKind): Generator<FaultCase> {
  for (const [step, where] of Object.entries(STEPS)) {
    const from = { nth: 1, ...where };
    yield { fault: 'no network', step, kind, set: null, from };
    for (const [fault, effect] of Object.entries(ANYWHERE)) {
      // Such nulls break the fake's own schema.
      if (fault === 'nulls' && where.step === 'companyinfo') continue;
      yield { fault, step, kind, set: { ...where, effect, times: 'always' }, from };
    }
    for (const fault of ALSO_ONCE) {
      const effect = ANYWHERE[fault];
      if (effect)
        yield { fault: `${fault}, once`, step, kind, set: { ...where, effect, times: 1 }, from };
    }
    for (const [fault, effect] of Object.entries(WRITES[step] ?? {})) {
      yield { fault, step, kind, set: { ...where, effect, times: 'always' }, from };
    }
    if (where.step === 'companyinfo' || where.step === 'statuses') continue;
    for (const [fault, effect] of Object.entries(MEANWHILE)) {
      yield { fault, step, kind, set: { ...where, effect, times: 1 }, from };
    }
  }
  const effect = { kind: 'list-lags', rows: 1 } as const;
  yield {
    fault: 'cut, and the list lags',
    step: 'post the note',
    kind,
    set: { step: 'listNotes', nth: 2, effect, times: 'always' },
    from: { step: 'postNote', nth: 1 },
  };
}

/** Every fault at every step, for both kinds. */
export const FAULT_CASES: readonly FaultCase[] = NOTE_KINDS.flatMap((kind) => [...casesOf(kind)]);
