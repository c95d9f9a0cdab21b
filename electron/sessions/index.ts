export type { AuditQueries, AuditStep, NewAuditEntry } from './audit.ts';
export type { DraftQueries } from './drafts.ts';
export type { FactChanges, FactQueries, NewFact } from './facts.ts';
export type { FixChanges, FixQueries, FixVerdict, NewFix } from './fixes.ts';
export { type IntegrityReport, integrityCheck } from './integrity.ts';
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
export type { MessageQueries, NewMessage } from './messages.ts';
export { openStore, type StoreOpening, type StoreOptions } from './open.ts';
export type { PreviewQueries, StoredPreview } from './previews.ts';
export type { ProblemKind, StoreProblem } from './problem.ts';
export { type Recovery, recoverStore } from './recover.ts';
export { addSampleSessions } from './samples/index.ts';
export type { NewGeneration, ScriptQueries, ScriptRun } from './scripts.ts';
export { createSearchClient, type SearchClient } from './search-client.ts';
export { openSearch, type SearchConnection } from './search-connection.ts';
export type { NewSession, SessionChanges, SessionPage, SessionQueries } from './sessions.ts';
export type { SessionStore } from './store.ts';
export type {
  ScriptTemplate,
  TemplateParameter,
  TemplateQueries,
  TemplateToSave,
} from './templates.ts';
export type { Closed, LocalClosing, TicketClosing, WriteBackQueries } from './write-backs.ts';
