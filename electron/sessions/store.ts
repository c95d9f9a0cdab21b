import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { type AttachmentQueries, createAttachmentQueries } from './attachments.ts';
import { type AuditQueries, createAuditQueries } from './audit.ts';
import { type CheckQueries, createCheckQueries } from './checks.ts';
import type { WritableDatabase } from './database.ts';
import { createDraftQueries, type DraftQueries } from './drafts.ts';
import { createFactQueries, type FactQueries } from './facts.ts';
import { createFixQueries, type FixQueries } from './fixes.ts';
import { createIntentQueries, type IntentQueries } from './intents.ts';
import { createMessageQueries, type MessageQueries } from './messages.ts';
import { createNameQueries, type NameQueries } from './names.ts';
import { createPreviewQueries, type PreviewQueries } from './previews.ts';
import { createProposalQueries, type ProposalQueries } from './proposals.ts';
import { createScriptQueries, type ScriptQueries } from './scripts.ts';
import { createSearchQueries, type SearchQueries } from './search.ts';
import { createSessionQueries, type SessionQueries } from './sessions.ts';
import { createSnapshots, type SnapshotQueries } from './snapshot.ts';
import { createTemplateQueries, type TemplateQueries } from './templates.ts';
import { createUsageQueries, type UsageQueries } from './usage.ts';
import { createWriteBackQueries, type WriteBackQueries } from './write-backs.ts';

/** All that is kept of sessions, on disk when a call returns. Every failure is an `AppError`. */
export interface SessionStore extends SearchQueries, SnapshotQueries {
  /** The database file, for a search worker's connection. */
  readonly file: string;
  readonly sessions: SessionQueries;
  readonly messages: MessageQueries;
  readonly attachments: AttachmentQueries;
  readonly proposals: ProposalQueries;
  readonly checks: CheckQueries;
  readonly facts: FactQueries;
  /** Hosts and accounts. */
  readonly names: NameQueries;
  readonly fixes: FixQueries;
  readonly templates: TemplateQueries;
  readonly scripts: ScriptQueries;
  readonly previews: PreviewQueries;
  readonly drafts: DraftQueries;
  /** Notes on their way to a ticket. */
  readonly intents: IntentQueries;
  readonly write_backs: WriteBackQueries;
  readonly audit: AuditQueries;
  readonly usage: UsageQueries;
  /** Runs several calls as one transaction: all of them are kept, or none. */
  transaction<Result>(work: () => Result): Result;
  /** Runs calls as though it were `at` (milliseconds since 1970), for samples and imports. */
  backdate<Result>(at: number, work: () => Result): Result;
  /**
   * Whether the file was too large to be checked while the app starts. Then `integrityCheck` wants
   * to be run in the background.
   */
  readonly check_pending: boolean;
  /** Whether a backup is due that is too large to be made while the app quits. */
  backupDue(): boolean;
  /**
   * Writes what is pending, makes a backup if one is due and small, lets go of the file. Without a
   * backup where the file is set aside whole, or deleted: making one would hold up all else.
   */
  close(options?: { readonly back_up: boolean }): BackupInfo | null;
}

type Housekeeping = Pick<SessionStore, 'file' | 'check_pending' | 'backupDue' | 'close'>;

/** Joins the queries over one database. */
export function createStore(
  database: WritableDatabase,
  clock: () => number,
  housekeeping: Housekeeping,
): SessionStore {
  let pretended: number | undefined;
  const now = () => pretended ?? clock();
  const audit = createAuditQueries(database, now);
  const drafts = createDraftQueries(database, now);
  const intents = createIntentQueries(database, now, audit);
  const attachments = createAttachmentQueries(database, now);
  const facts = createFactQueries(database, now);
  const checks = createCheckQueries(database, now, { facts, attachments });
  const proposals = createProposalQueries(database, now, { facts, checks });
  const queries = {
    sessions: createSessionQueries(database, now, { proposals }),
    messages: createMessageQueries(database, now, { attachments, proposals }),
    attachments,
    proposals,
    checks,
    facts,
    names: createNameQueries(database, now),
    fixes: createFixQueries(database, now, { proposals, facts }),
    templates: createTemplateQueries(database, now),
    scripts: createScriptQueries(database, now),
    previews: createPreviewQueries(database, now),
    write_backs: createWriteBackQueries(database, now, { audit, drafts, intents }),
    intents,
    drafts,
    audit,
    usage: createUsageQueries(database, now),
  };
  return {
    ...housekeeping,
    ...queries,
    ...createSearchQueries(database),
    ...createSnapshots(database, queries),
    transaction: database.write,
    backdate(at, work) {
      const before = pretended;
      pretended = at;
      try {
        return work();
      } finally {
        pretended = before;
      }
    },
  };
}
