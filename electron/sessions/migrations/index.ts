import { sessionsMigration } from './0001-sessions.ts';
import { knowledgeMigration } from './0002-knowledge.ts';
import { notesMigration } from './0003-notes.ts';
import { searchMigration } from './0004-search.ts';
import { evidenceMigration } from './0005-evidence.ts';
import { writeBackIntentsMigration } from './0006-write-back-intents.ts';
import { copilotMigration } from './0007-copilot.ts';
import { closedWorkMigration } from './0008-closed-work.ts';
import { recordMigration } from './0009-record.ts';

/** All migrations in order: the first brings a file to version 1. Shipped ones never change; append. */
export const MIGRATIONS: readonly string[] = [
  sessionsMigration,
  knowledgeMigration,
  notesMigration,
  searchMigration,
  evidenceMigration,
  writeBackIntentsMigration,
  copilotMigration,
  closedWorkMigration,
  recordMigration,
];
