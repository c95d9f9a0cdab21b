import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { AppError } from '../../shared/errors.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive, requireSession } from './guards.ts';
import type { ProposalQueries } from './proposals.ts';

export interface NewFix {
  readonly session_id: number;
  readonly title: string;
  readonly description: string;
  /** Per cent, a whole number. */
  readonly confidence: number;
  /** The earlier session that it is brought over from. */
  readonly from_session_id?: number | null | undefined;
  /** The proposal of the copilot that this confirms, as it stands or reworded. */
  readonly proposal_id?: number | null | undefined;
}

export interface FixChanges {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly confidence?: number | undefined;
}

export interface FixVerdict {
  readonly outcome: FixOutcome;
  readonly outcome_note: string | null;
  /** The proposal of the copilot that this confirms. */
  readonly proposal_id?: number | null | undefined;
}

export interface FixQueries {
  /** Adds a fix and supersedes the one that was active, in one transaction. */
  suggest(fix: NewFix): SuggestedFix;
  /**
   * `CONFLICT` for a superseded fix: its story is over. The same where a failed or dismissed one would
   * come back to life beside a newer one: only one fix is active.
   */
  setOutcome(id: number, verdict: FixVerdict): SuggestedFix;
  /** `CONFLICT` for a superseded fix. */
  update(id: number, changes: FixChanges): SuggestedFix;
  /** Newest first, superseded ones included. */
  list(sessionId: number): SuggestedFix[];
  get(id: number): SuggestedFix;
}

const COLUMNS =
  'id, session_id, title, description, confidence, outcome, outcome_note, outcome_at, applied_at, superseded_at, from_session_id, created_at';

const ACTIVE =
  "session_id = @session_id AND superseded_at IS NULL AND outcome NOT IN ('failed', 'dismissed')";

const SUPERSEDE = `UPDATE suggested_fixes SET superseded_at = @at, updated_at = @at WHERE ${ACTIVE}`;

const OTHER_ACTIVE = `SELECT title FROM suggested_fixes WHERE ${ACTIVE} AND id <> @id`;

const INSERT = `INSERT INTO suggested_fixes
  (session_id, title, description, confidence, from_session_id, created_at, updated_at)
  VALUES (@session_id, @title, @description, @confidence, @from_session_id, @at, @at) RETURNING ${COLUMNS}`;

const UPDATE = `UPDATE suggested_fixes SET title = @title, description = @description,
  confidence = @confidence, outcome = @outcome, outcome_note = @outcome_note,
  outcome_at = @outcome_at, applied_at = @applied_at, updated_at = @at WHERE id = @id RETURNING ${COLUMNS}`;

const NOT_ON_FILE = 'This suggested fix is not on file. Reload the session and try again.';

export function createFixQueries(
  database: WritableDatabase,
  now: () => number,
  { proposals }: { readonly proposals: ProposalQueries },
): FixQueries {
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

  function requireNoOtherActive({ id, session_id }: SuggestedFix): void {
    const other = database.one<{ title: string }>(OTHER_ACTIVE, { id, session_id });
    if (other === undefined) return;
    throw new AppError(
      'CONFLICT',
      `“${other.title}” is the active fix by now, so this one was not changed. Record that one as failed or dismissed first, or suggest this one again.`,
    );
  }

  /** A second press must not suggest the same fix once more, so that a confirmed one refuses too. */
  function confirmFix(sessionId: number, proposalId: number): void {
    const { state } = proposals.expect(proposalId, { session_id: sessionId, kind: 'fix' });
    if (state === 'confirmed') {
      throw new AppError('CONFLICT', 'This fix was confirmed already, so nothing was changed.');
    }
    proposals.decide(proposalId, 'confirmed');
  }

  function confirmOutcome({ id, session_id }: SuggestedFix, proposalId: number): void {
    const { proposed } = proposals.expect(proposalId, { session_id, kind: 'outcome' });
    if (proposed.kind !== 'outcome' || proposed.fix_id !== id) {
      throw new AppError(
        'INVALID_INPUT',
        'This proposal is about another fix, so no outcome was recorded.',
      );
    }
    proposals.decide(proposalId, 'confirmed');
  }

  return {
    suggest({ session_id, title, description, confidence, ...given }) {
      return database.write(() => {
        requireActive(database, session_id);
        const { from_session_id = null, proposal_id = null } = given;
        if (from_session_id !== null) requireSession(database, from_session_id);
        if (proposal_id !== null) confirmFix(session_id, proposal_id);
        const at = now();
        database.run(SUPERSEDE, { session_id, at });
        const row = { session_id, title, description, confidence, from_session_id, at };
        return found(database.one<SuggestedFix>(INSERT, row), NOT_ON_FILE);
      });
    },
    setOutcome: (id, { outcome, outcome_note, proposal_id = null }) =>
      change(id, (fix) => {
        if (proposal_id !== null) confirmOutcome(fix, proposal_id);
        if (fix.outcome === outcome && fix.outcome_note === outcome_note) return null;
        if (isOver(fix.outcome) && !isOver(outcome)) requireNoOtherActive(fix);
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

/** Of such a fix nothing more is expected; a newer one may be active beside it. */
function isOver(outcome: FixOutcome): boolean {
  return outcome === 'failed' || outcome === 'dismissed';
}

function wasApplied(outcome: FixOutcome): boolean {
  return outcome !== 'proposed' && outcome !== 'dismissed';
}
