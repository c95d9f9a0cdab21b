import type { SentRequest } from '../../shared/domain/ai.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { WriteBackStage } from '../../shared/domain/posting.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import type { ErrorShape } from '../../shared/errors.ts';

export interface Named {
  readonly id: number;
  readonly name: string;
}

/** A ticket as it was when it was last read for a posting. */
export interface TicketAsItWas {
  readonly board: Named;
  readonly status: Named;
  readonly closed: boolean;
  /** ISO time; null where the system does not tell it. */
  readonly last_updated: string | null;
}

/** What an intent says once and for all. */
export interface FixedIntent {
  readonly session_id: number;
  readonly kind: NoteKind;
  /** The system that the ticket is in; the number alone says nothing in another one. */
  readonly psa_identity: string;
  readonly ticket_id: number;
  /** The bytes that the technician saw and confirmed. */
  readonly markdown: string;
  /** The bytes to be posted: the markdown and the reference. */
  readonly body: string;
  readonly body_digest: string;
  readonly reference: string;
  readonly override_reason: string | null;
  /** The draft that the note came from, who wrote it, and what went to the AI for it. */
  readonly draft_markdown: string | null;
  readonly draft_origin: WriteBack['draft_origin'];
  readonly sent: SentRequest | null;
  readonly flags: {
    readonly discussion: boolean;
    readonly internal: boolean;
    readonly resolution: boolean;
  };
  readonly notify: boolean;
}

/** What an intent learns on its way. */
export interface IntentProgress {
  /** The status that the ticket is to get; null where there is none, or none is known yet. */
  readonly target: Named | null;
  readonly target_skipped_reason: string | null;
  readonly ticket: TicketAsItWas | null;
  /** The newest note on the ticket before ours, 0 where there was none; null where nobody looked. */
  readonly newest_note_id: number | null;
  readonly note_id: number | null;
  readonly problem: ErrorShape | null;
}

export type NewIntent = FixedIntent &
  IntentProgress & { readonly stage: Extract<WriteBackStage, 'queued' | 'prepared'> };

/** A note that is to be posted to a ticket, and how far it has come. */
export interface Intent extends FixedIntent, IntentProgress {
  readonly id: number;
  readonly stage: WriteBackStage;
  /** How often something was sent for it: the note, or a change of status. */
  readonly attempts: number;
  readonly created_at: number;
  readonly updated_at: number;
}
