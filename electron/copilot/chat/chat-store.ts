import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { Check } from '../../../shared/domain/check.ts';
import type { Fact } from '../../../shared/domain/fact.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { Proposal, Proposed } from '../../../shared/domain/proposal.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../../shared/domain/snapshot.ts';

/** What the copilot reads of a session. */
export type ChatSnapshot = Pick<
  SessionSnapshot,
  | 'session'
  | 'messages'
  | 'earlier_messages'
  | 'attachments'
  | 'proposals'
  | 'checks'
  | 'names'
  | 'facts'
  | 'fixes'
  | 'scripts'
>;

/** How an answer stands, as it is written to its row. */
export interface AnswerToKeep extends Pick<Message, 'body' | 'state'> {
  readonly failure?: Message['failure'];
  readonly notices?: readonly string[];
  readonly usage?: Message['usage'];
}

/**
 * What the copilot needs of the session store. There is no way in it to post, to change a ticket, a
 * status or an outcome, or to confirm anything: all that it can add waits for the technician.
 */
export interface ChatStore {
  readonly sessions: { get(id: number): Pick<Session, 'state'> };
  readonly messages: {
    add(message: {
      readonly session_id: number;
      readonly author: Message['author'];
      readonly body: string;
      readonly attachment_ids?: readonly number[];
    }): Message;
    list(sessionId: number): Message[];
    get(id: number): Message;
    startAnswer(answer: { readonly session_id: number; readonly reply_to: number }): Message;
    keepAnswer(id: number, answer: AnswerToKeep): Message;
    replaceFrom(messageId: number): void;
  };
  readonly attachments: {
    get(id: number): { readonly attachment: Attachment; readonly content: Buffer };
  };
  readonly facts: {
    add(fact: {
      readonly session_id: number;
      readonly text: string;
      readonly source_type: Fact['source_type'];
      readonly source_summary: string | null;
      readonly source_message_id: number | null;
      readonly role: Fact['role'];
      readonly customer_wording: string | null;
      readonly status: 'proposed';
    }): Fact;
  };
  readonly checks: {
    add(check: {
      readonly session_id: number;
      readonly instruction: string;
      readonly meaning: string;
    }): Check;
  };
  readonly proposals: {
    add(proposal: {
      readonly session_id: number;
      readonly message_id: number;
      readonly proposed: Proposed;
    }): Proposal;
  };
  snapshot(sessionId: number): ChatSnapshot;
  transaction<Result>(work: () => Result): Result;
}
