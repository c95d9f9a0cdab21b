import type { Body } from './bodies.ts';
import type { NoteFlags } from './rows.ts';

/** What a request does, told by method and route. */
export type Step =
  | 'companyinfo'
  | 'systemInfo'
  | 'boards'
  | 'statuses'
  | 'findTickets'
  | 'getTicket'
  | 'getProjectTicket'
  | 'configurations'
  | 'listNotes'
  | 'getNote'
  | 'postNote'
  | 'patchStatus'
  | 'members'
  | 'companies'
  | 'contacts';

/** Answers in place of the right one. `applied`: the write took effect all the same. */
type AnswerEffect = { readonly applied?: boolean } & (
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  /** On cloud this is what bad keys or a bad path look like. */
  | { readonly kind: 'cannot-route' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'throttled'; readonly seconds: number }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'bad-gateway' }
  /** 200 and HTML, as of a wrong host. */
  | { readonly kind: 'sign-in-page' }
  | { readonly kind: 'company-unknown' }
  /** `InvalidObject`: the record asks for more first. */
  | { readonly kind: 'status-refused' }
  | { readonly kind: 'status-of-other-board' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 307 | 308 }
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** A string goes out as it is; anything else as JSON. */
      readonly body: unknown;
      readonly content_type?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
);

/** Bends what the server stores. */
type WriteEffect =
  /** 200, and the old status stays. */
  | { readonly kind: 'status-ignored' }
  /**
   * A third status: in the answer already, or, as a workflow rule does it, that long after an answer which
   * shows the wanted one. Without a name it is the first open one that is neither old nor wanted.
   */
  | { readonly kind: 'status-overridden'; readonly status?: string; readonly after_ms?: number }
  /** Closing is a right of its own: refused where the wanted status is a closed one. */
  | { readonly kind: 'no-close-right' }
  | { readonly kind: 'newlines-folded' }
  | { readonly kind: 'text-trimmed'; readonly length: number }
  | { readonly kind: 'flags-stored'; readonly flags: Partial<NoteFlags> };

/** What somebody else does to the ticket, before the request is served or right after its answer. */
type MeanwhileEffect = { readonly when?: 'before' | 'after' } & (
  | { readonly kind: 'ticket-closed' }
  | { readonly kind: 'ticket-merged'; readonly into: number }
  | { readonly kind: 'ticket-moved'; readonly board_id: number }
  | { readonly kind: 'customer-note'; readonly text: string }
);

/** Bends the body of a good answer. */
type BodyEffect =
  | { readonly kind: 'unknown-fields' }
  /** Null in these fields, or in all that a server is free to leave empty. */
  | { readonly kind: 'nulls'; readonly fields?: readonly string[] }
  | { readonly kind: 'overwrite'; readonly fields: Body }
  /** A list in the order of its ids, whatever was asked for; pages are cut after that. */
  | { readonly kind: 'order-ignored' }
  /** A list that lacks its newest rows, as of a replica that lags. */
  | { readonly kind: 'list-lags'; readonly rows: number };

/** Bends the way in which the answer reaches the client. */
type WireEffect =
  | { readonly kind: 'malformed-json' }
  /** A complete answer of half the text. */
  | { readonly kind: 'truncated-json' }
  /** The write takes effect at once, or (`late`) only when the answer goes out. */
  | { readonly kind: 'delayed'; readonly ms: number; readonly late?: boolean }
  | { readonly kind: 'slow-drip'; readonly bytes?: number; readonly every_ms?: number }
  | {
      readonly kind: 'cut';
      readonly when: 'before-write' | 'after-write' | 'mid-answer';
      /** Only on a connection that carried a request before. */
      readonly only_reused?: boolean;
      /** TCP reset in place of an orderly close. */
      readonly reset?: boolean;
    };

export type Effect = AnswerEffect | WriteEffect | MeanwhileEffect | BodyEffect | WireEffect;

/** An effect, and where it strikes. */
export interface Fault {
  readonly step: Step | 'any';
  readonly effect: Effect;
  /** How many requests it strikes; 1 if nothing is said. */
  readonly times?: number | 'always';
  /** The first one struck, counted from when the fault was set; 1 if nothing is said. */
  readonly nth?: number;
  /** Only requests about this ticket. */
  readonly ticket_id?: number;
}

/** What a fault may hang on. */
export interface StruckRequest {
  readonly step: Step;
  readonly ticket_id: number | null;
  readonly reused_connection: boolean;
}

/** The faults that are set. Each counts for itself: two for the same step strike the same request. */
export interface Faults {
  set(fault: Fault): void;
  clear(): void;
  /** The effects for this request, in the order they were set; counts it. */
  strike(request: StruckRequest): readonly Effect[];
}

export function createFaults(): Faults {
  let faults: { readonly fault: Fault; seen: number }[] = [];
  return {
    set: (fault) => void faults.push({ fault, seen: 0 }),
    clear() {
      faults = [];
    },
    strike(request) {
      const effects: Effect[] = [];
      for (const entry of faults) {
        if (!concerns(entry.fault, request)) continue;
        entry.seen += 1;
        const { times = 1, nth = 1, effect } = entry.fault;
        const last = times === 'always' ? Number.POSITIVE_INFINITY : nth + times - 1;
        if (entry.seen >= nth && entry.seen <= last) effects.push(effect);
      }
      return effects;
    },
  };
}

function concerns({ step, effect, ticket_id }: Fault, request: StruckRequest): boolean {
  if (step !== 'any' && step !== request.step) return false;
  if (ticket_id !== undefined && ticket_id !== request.ticket_id) return false;
  return !(effect.kind === 'cut' && effect.only_reused === true && !request.reused_connection);
}

/** The last effect of a kind, as the later one wins. */
export function effectOf<Kind extends Effect['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): Extract<Effect, { kind: Kind }> | undefined {
  return effects.findLast(
    (effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind,
  );
}
