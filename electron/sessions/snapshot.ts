import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { AttachmentQueries } from './attachments.ts';
import type { CheckQueries } from './checks.ts';
import type { ReadableDatabase } from './database.ts';
import type { DraftQueries } from './drafts.ts';
import type { FactQueries } from './facts.ts';
import type { FixQueries } from './fixes.ts';
import type { MessageQueries } from './messages.ts';
import type { NameQueries } from './names.ts';
import type { ProposalQueries } from './proposals.ts';
import type { ScriptQueries } from './scripts.ts';
import type { SessionQueries } from './sessions.ts';
import type { WriteBackQueries } from './write-backs.ts';

export interface SnapshotQueries {
  /** Everything that the screen shows of one session, at one moment. */
  snapshot(sessionId: number): SessionSnapshot;
}

interface Parts {
  readonly sessions: SessionQueries;
  readonly messages: MessageQueries;
  readonly attachments: AttachmentQueries;
  readonly proposals: ProposalQueries;
  readonly checks: CheckQueries;
  readonly names: NameQueries;
  readonly facts: FactQueries;
  readonly fixes: FixQueries;
  readonly scripts: ScriptQueries;
  readonly drafts: DraftQueries;
  readonly write_backs: WriteBackQueries;
}

export function createSnapshots(database: ReadableDatabase, parts: Parts): SnapshotQueries {
  return {
    snapshot: (sessionId) =>
      database.read(() => {
        const session = parts.sessions.get(sessionId);
        const { messages, earlier } = parts.messages.newest(sessionId, LIMITS.messages_page);
        return {
          session,
          messages,
          earlier_messages: earlier,
          attachments: parts.attachments.list(sessionId),
          proposals: parts.proposals.list(sessionId),
          checks: parts.checks.list(sessionId),
          names: parts.names.list(sessionId),
          facts: parts.facts.list(sessionId),
          fixes: parts.fixes.list(sessionId),
          scripts: parts.scripts.list(sessionId),
          drafts: parts.drafts.list(sessionId),
          write_backs: parts.write_backs.list(sessionId),
        };
      }),
  };
}
