import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { AppError } from '../../shared/errors.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';

export interface NewFix {
  readonly session_id: number;
  readonly title: string;
  readonly description: string;
  /** Per cent, a whole number. */
  readonly confidence: number;
}

export interface FixChanges {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly confidence?: number | undefined;
}

export interface FixVerdict {
  readonly outcome: FixOutcome;
  readonly outcome_note: string | null;
}

export interface FixQueries {
  /** Adds a fix and supersedes the one that was active, in one transaction. */
  suggest(fix: NewFix): SuggestedFix;
  /** `CONFLICT` for a superseded fix: its story is over. */
  setOutcome(id: number, verdict: FixVerdict): SuggestedFix;
  /** `CONFLICT` for a superseded fix. */
  update(id: number, changes: FixChanges): SuggestedFix;
  /** Newest first, superseded ones included. */
  list(sessionId: number): SuggestedFix[];
  get(id: number): SuggestedFix;
}

const COLUMNS =
  'id, session_id, title, description, confidence, outcome, outcome_note, outcome_at, applied_at, superseded_at, created_at';

const SUPERSEDE = `UPDATE suggested_fixes SET superseded_at = @at, updated_at = @at
  WHERE session_id = @session_id AND superseded_at IS NULL AND outcome NOT IN ('failed', 'dismissed')`;

const INSERT = `INSERT INTO suggested_fixes (session_id, title, description, confidence, created_at, updated_at)
  VALUES (@session_id, @title, @description, @confidence, @at, @at) RETURNING ${COLUMNS}`;

const UPDATE = `UPDATE suggested_fixes SET title = @title, description = @description,
  confidence = @confidence, outcome = @outcome, outcome_note = @outcome_note,
  outcome_at = @outcome_at, applied_at = @applied_at, updated_at = @at WHERE id = @id RETURNING ${COLUMNS}`;

const NOT_ON_FILE = 'This suggested fix is not on file. Reload the session and try again.';

export function createFixQueries(database: WritableDatabase, now: () => number): FixQueries {
  const get = (id: number) =>
    found(
      database.one<SuggestedFix>(`SELECT ${COLUMNS} FROM suggested_fixes WHERE id = @id`, { id }),
      NOT_ON_FILE,
    );

  function change(id: number, decide: (fix: SuggestedFix) => Partial<SuggestedFix> | null) {
    return database.write(() => {
      const fix = get(id);
      requireActive(database, fix.session_id);
      if (fix.superseded_at !== null) {
        throw new AppError(
          'CONFLICT',
          'A newer suggested fix has taken the place of this one, so it was not changed. Work with the newer one, or suggest this one again.',
        );
      }
      const changes = decide(fix);
      if (changes === null) return fix;
      const { title, description, confidence, outcome, outcome_note, outcome_at, applied_at } = {
        ...fix,
        ...changes,
      };
      const row = {
        id,
        title,
        description,
        confidence,
        outcome,
        outcome_note,
        outcome_at,
        applied_at,
        at: now(),
      };
      return found(database.one<SuggestedFix>(UPDATE, row), NOT_ON_FILE);
    });
  }

  return {
    suggest({ session_id, title, description, confidence }) {
      return database.write(() => {
        requireActive(database, session_id);
        const at = now();
        database.run(SUPERSEDE, { session_id, at });
        const row = { session_id, title, description, confidence, at };
        return found(database.one<SuggestedFix>(INSERT, row), NOT_ON_FILE);
      });
    },
    setOutcome: (id, { outcome, outcome_note }) =>
      change(id, (fix) => {
        if (fix.outcome === outcome && fix.outcome_note === outcome_note) return null;
        const at = now();
        return {
          outcome,
          outcome_note,
          outcome_at: outcome === 'proposed' ? null : at,
          applied_at: wasApplied(outcome) ? (fix.applied_at ?? at) : null,
        };
      }),
    update: (id, changes) =>
      change(id, (fix) => {
        const next = {
          title: changes.title ?? fix.title,
          description: changes.description ?? fix.description,
          confidence: changes.confidence ?? fix.confidence,
        };
        const differs =
          next.title !== fix.title ||
          next.description !== fix.description ||
          next.confidence !== fix.confidence;
        return differs ? next : null;
      }),
    list: (sessionId) =>
      database.all<SuggestedFix>(
        `SELECT ${COLUMNS} FROM suggested_fixes WHERE session_id = @session_id ORDER BY id DESC`,
        { session_id: sessionId },
      ),
    get,
  };
}

function wasApplied(outcome: FixOutcome): boolean {
  return outcome !== 'proposed' && outcome !== 'dismissed';
}
