import type { NoteKind } from '../../shared/domain/note.ts';
import type { PostingPlan } from '../../shared/domain/posting.ts';

/** What the press on `Confirm & post` does, as far as it is known. */
export interface Consequence {
  /** After `Confirm & post →` on the button. */
  readonly words: string;
  /** `local`: the note stays on this machine. */
  readonly tone: 'local' | 'customer' | 'internal';
  /** Why it cannot be pressed, or null. */
  readonly refusal: string | null;
  /** It is still being found out. */
  readonly pending: boolean;
}

const LOCAL_WORDS: Readonly<Record<NoteKind, string>> = {
  resolve: 'resolve locally',
  escalate: 'escalate locally',
};

const AUDIENCE: Readonly<Record<NoteKind, Consequence['tone'] & ('customer' | 'internal')>> = {
  resolve: 'customer',
  escalate: 'internal',
};

const AUDIENCE_WORDS = { customer: 'customer', internal: 'internal only' } as const;

/** A note without a ticket stays here. */
export function localConsequence(kind: NoteKind): Consequence {
  return { words: LOCAL_WORDS[kind], tone: 'local', refusal: null, pending: false };
}

/**
 * Who will see the note and what the status becomes. Without a plan the ticket is still being read, or
 * could not be: the button then says no more than is known.
 */
export function consequenceOf(
  kind: NoteKind,
  plan: PostingPlan | undefined,
  pending: boolean,
): Consequence {
  if (plan === undefined) {
    const words = pending
      ? 'reading the ticket…'
      : `${AUDIENCE_WORDS[AUDIENCE[kind]]}, ticket not read`;
    return { words, tone: AUDIENCE[kind], refusal: null, pending };
  }
  if (plan.local_because !== null) return localConsequence(kind);
  const who = AUDIENCE_WORDS[plan.audience];
  return {
    words: `${who}, ${statusWords(plan)}`,
    tone: plan.audience,
    refusal: plan.refusal,
    pending: false,
  };
}

function statusWords({ ticket, target_status, refusal }: PostingPlan): string {
  if (refusal !== null) return 'not to this ticket';
  if (ticket === null) return 'ticket not read';
  if (target_status === null || target_status.id === ticket.status.id) return 'status stays';
  return `set ${target_status.name}`;
}

/** In which views of the ticket the note will stand, and who reads them. */
export function viewWords({ audience, flags }: PostingPlan): string {
  if (audience === 'internal') return 'Internal only: customers do not see it.';
  return flags.discussion
    ? 'The customer sees it, under Resolution and in the discussion.'
    : 'The customer sees it, under Resolution.';
}
