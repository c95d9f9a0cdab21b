import type { Fact, SourceType } from '../../shared/domain/fact.ts';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { AppError } from '../../shared/errors.ts';
import { type ChangesOf, changed } from './changes.ts';
import type { Parameters, WritableDatabase } from './database.ts';
import type { FactQueries, ResultLine } from './facts.ts';
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

export type FixChanges = ChangesOf<
  Pick<
    SuggestedFix,
    'title' | 'description' | 'confidence' | 'done' | 'customer_done' | 'customer_note'
  >
>;

/** What caused the problem, or how it was confirmed that it is solved. */
export type ResultFact =
  | { readonly kind: 'none' }
  | { readonly kind: 'fact'; readonly fact_id: number }
  | { readonly kind: 'text'; readonly text: string; readonly source_type: SourceType };

/** The result of a fix. What was done and its customer version stay where they are left out. */
export interface FixVerdict extends ChangesOf<Pick<SuggestedFix, 'done' | 'customer_done'>> {
  readonly outcome: FixOutcome;
  readonly outcome_note: string | null;
  /** Left out, it stays with an unchanged note and goes with a changed one, which it does not fit. */
  readonly customer_note?: string | null | undefined;
  /** Counts for a failed fix; false unless said otherwise. */
  readonly left_in_place?: boolean | undefined;
  readonly cause?: ResultFact | undefined;
  readonly confirmation?: ResultFact | undefined;
  /** The proposal of the copilot that this confirms. */
  readonly proposal_id?: number | null | undefined;
}

export interface FixQueries {
  /** Adds a fix and supersedes the one that was active, in one transaction. */
  suggest(fix: NewFix): SuggestedFix;
  /**
   * Records the result with its cause and confirmation, all or nothing; said twice it is the same.
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

/** All that a fix is, as {@link fixOf} reads it. */
export const FIX_COLUMNS = `id, session_id, title, description, confidence, outcome, outcome_note,
  outcome_at, done, customer_done, customer_note, left_in_place, applied_at, superseded_at,
  from_session_id, created_at`;

export type FixRow = Omit<SuggestedFix, 'left_in_place'> & { readonly left_in_place: 0 | 1 };

/** A fix as it is read from its row. */
export function fixOf(row: FixRow): SuggestedFix {
  return { ...row, left_in_place: row.left_in_place === 1 };
}

const ACTIVE =
  "session_id = @session_id AND superseded_at IS NULL AND outcome NOT IN ('failed', 'dismissed')";

const SUPERSEDE = `UPDATE suggested_fixes SET superseded_at = @at, updated_at = @at WHERE ${ACTIVE}`;

const OTHER_ACTIVE = `SELECT title FROM suggested_fixes WHERE ${ACTIVE} AND id <> @id`;

const INSERT = `INSERT INTO suggested_fixes
  (session_id, title, description, confidence, from_session_id, created_at, updated_at)
  VALUES (@session_id, @title, @description, @confidence, @from_session_id, @at, @at)
  RETURNING ${FIX_COLUMNS}`;

const UPDATE = `UPDATE suggested_fixes SET title = @title, description = @description,
  confidence = @confidence, outcome = @outcome, outcome_note = @outcome_note,
  outcome_at = @outcome_at, done = @done, customer_done = @customer_done,
  customer_note = @customer_note, left_in_place = @left_in_place, applied_at = @applied_at,
  updated_at = @at WHERE id = @id RETURNING ${FIX_COLUMNS}`;

const NOT_ON_FILE = 'This suggested fix is not on file. Reload the session and try again.';

export function createFixQueries(
  database: WritableDatabase,
  now: () => number,
  { proposals, facts }: { readonly proposals: ProposalQueries; readonly facts: FactQueries },
): FixQueries {
  const one = (sql: string, parameters: Parameters) =>
    fixOf(found(database.one<FixRow>(sql, parameters), NOT_ON_FILE));

  const get = (id: number) =>
    one(`SELECT ${FIX_COLUMNS} FROM suggested_fixes WHERE id = @id`, { id });

  function change(id: number, decide: (fix: SuggestedFix) => ChangesOf<SuggestedFix>) {
    return database.write(() => {
      const fix = get(id);
      requireActive(database, fix.session_id);
      if (fix.superseded_at !== null) {
        throw new AppError(
          'CONFLICT',
          'A newer suggested fix has taken the place of this one, so it was not changed. Work with the newer one, or suggest this one again.',
        );
      }
      const next = changed(fix, decide(fix));
      if (next === null) return fix;
      return one(UPDATE, { ...next, left_in_place: Number(next.left_in_place), at: now() });
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

  /** The fact that the result rests on; null for none. */
  function keepResultFact(
    result: ResultFact,
    line: Pick<ResultLine, 'session_id' | 'role'>,
  ): Fact | null {
    switch (result.kind) {
      case 'none':
        return null;
      case 'fact':
        return facts.setResultRole(result.fact_id, line);
      case 'text':
        return facts.addResult({ ...line, text: result.text, source_type: result.source_type });
    }
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
        return one(INSERT, row);
      });
    },
    setOutcome: (id, verdict) =>
      change(id, (fix) => {
        const { outcome, proposal_id = null } = verdict;
        if (proposal_id !== null) confirmOutcome(fix, proposal_id);
        if (isOver(fix.outcome) && !isOver(outcome)) requireNoOtherActive(fix);
        const { session_id } = fix;
        requireTwoFacts(
          keepResultFact(verdict.cause ?? NONE, { session_id, role: 'cause' }),
          keepResultFact(verdict.confirmation ?? NONE, { session_id, role: 'confirmation' }),
        );
        return resultOf(fix, verdict, now());
      }),
    update: (id, changes) => change(id, () => changes),
    list: (sessionId) =>
      database
        .all<FixRow>(
          `SELECT ${FIX_COLUMNS} FROM suggested_fixes WHERE session_id = @session_id ORDER BY id DESC`,
          { session_id: sessionId },
        )
        .map(fixOf),
    get,
  };
}

const NONE: ResultFact = { kind: 'none' };

/** What a result changes of its fix. The times follow the outcome and its note alone. */
function resultOf(fix: SuggestedFix, verdict: FixVerdict, at: number): ChangesOf<SuggestedFix> {
  const { outcome, outcome_note, done, customer_done, customer_note, left_in_place } = verdict;
  const result = {
    ...{ done, customer_done, customer_note },
    left_in_place: outcome === 'failed' && left_in_place === true,
  };
  if (fix.outcome === outcome && fix.outcome_note === outcome_note) return result;
  return {
    ...result,
    outcome,
    outcome_note,
    customer_note: customer_note ?? null,
    outcome_at: outcome === 'proposed' ? null : at,
    applied_at: wasApplied(outcome) ? (fix.applied_at ?? at) : null,
  };
}

/** One fact has one role. */
function requireTwoFacts(cause: Fact | null, confirmation: Fact | null): void {
  if (cause === null || cause.id !== confirmation?.id) return;
  throw new AppError(
    'INVALID_INPUT',
    'The cause and the confirmation are the same, so nothing was changed. Choose another one of them.',
  );
}

/** Of such a fix nothing more is expected; a newer one may be active beside it. */
function isOver(outcome: FixOutcome): boolean {
  return outcome === 'failed' || outcome === 'dismissed';
}

function wasApplied(outcome: FixOutcome): boolean {
  return outcome !== 'proposed' && outcome !== 'dismissed';
}
