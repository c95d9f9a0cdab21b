export type {
  AttachmentContent,
  AttachmentQueries,
  NewImage,
  NewText,
} from './attachments.ts';
export type { AuditQueries, AuditStep, NewAuditEntry } from './audit.ts';
export type { CheckQueries, CheckResult, NewCheck } from './checks.ts';
export type { DraftQueries } from './drafts.ts';
export { type ExportProgress, runExport } from './export-client.ts';
export type { FactChanges, FactQueries, NewFact } from './facts.ts';
export type { FixChanges, FixQueries, FixVerdict, NewFix, ResultFact } from './fixes.ts';
export { type IntegrityReport, integrityCheck, schemaVersion } from './integrity.ts';
export type {
  FixedIntent,
  Intent,
  IntentProgress,
  NewIntent,
  TicketAsItWas,
} from './intent.ts';
export type { IntentQueries, StageChange } from './intents.ts';
export type { StoreLog } from './log.ts';
export { type MaintenanceTask, runMaintenance } from './maintenance.ts';
export type { AnswerProgress } from './message-row.ts';
export type { MessagePage, MessageQueries, NewAnswer, NewMessage } from './messages.ts';
export type { NameQueries } from './names.ts';
export { openStore, type StoreOpening, type StoreOptions } from './open.ts';
export { type StorePaths, storePaths } from './paths.ts';
export type { PreviewQueries, StoredPreview } from './previews.ts';
export type { ProblemKind, StoreProblem } from './problem.ts';
export type { ExpectedProposal, NewProposal, ProposalQueries } from './proposals.ts';
export { type Recovery, recoverStore } from './recover.ts';
export { addSampleSessions } from './samples/index.ts';
export type { NewGeneration, RunResult, ScriptQueries, ScriptRun } from './scripts.ts';
export { createSearchClient, type SearchClient } from './search-client.ts';
export { openSearch, type SearchConnection } from './search-connection.ts';
export type { NewSession, SessionChanges, SessionPage, SessionQueries } from './sessions.ts';
export type { SessionStore } from './store.ts';
export type { OwnTemplate, TemplateQueries, TemplateToSave } from './templates.ts';
export type { NewUsage, UsageQueries } from './usage.ts';
export type { Closed, LocalClosing, TicketClosing, WriteBackQueries } from './write-backs.ts';
