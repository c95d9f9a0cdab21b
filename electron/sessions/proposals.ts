import type { Proposal, ProposalKind, Proposed } from '../../shared/domain/proposal.ts';
import { AppError } from '../../shared/errors.ts';
import type { CheckQueries } from './checks.ts';
import type { WritableDatabase } from './database.ts';
import type { FactQueries } from './facts.ts';
import { found, requireActive, requireOwn } from './guards.ts';

export interface NewProposal {
  readonly session_id: number;
  /** The answer of the copilot that it came with. */
  readonly message_id: number;
  readonly proposed: Proposed;
}

/** What a call that confirms a proposal says it is. */
export interface ExpectedProposal {
  readonly session_id: number;
  readonly kind: ProposalKind;
}

type Decision = Exclude<Proposal['state'], 'open'>;

/**
 * What the copilot proposed. A proposed fact and a proposed check are rows of their own, and how they
 * stand is how the proposal stands; of the others the decision is kept here. The state version stays:
 * no note reads a proposal.
 */
export interface ProposalQueries {
  /** To active sessions only. What it names must be of the same session. */
  add(proposal: NewProposal): Proposal;
  /** Oldest first, decided ones too; without those whose answer was replaced. */
  list(sessionId: number): Proposal[];
  get(id: number): Proposal;
  /**
   * Said twice it is the same; `CONFLICT` for a proposal that was decided otherwise. A fact is
   * confirmed or removed with it, a check taken off the list; a check cannot be confirmed here, since
   * that takes its result.
   */
  decide(id: number, decision: Decision): Proposal;
  /** Turns it down. A proposed fact leaves the facts, a check its list. */
  reject(id: number): Proposal;
  /** The proposal if it is one of this session and kind, else `NOT_FOUND` or `INVALID_INPUT`. */
  expect(id: number, expected: ExpectedProposal): Proposal;
  /** Turns down all that is still open of an answer and of the later ones. */
  rejectFrom(sessionId: number, messageId: number): void;
}

interface Parts {
  readonly facts: FactQueries;
  readonly checks: CheckQueries;
}

const STATE = `CASE
  WHEN proposals.fact_id IS NOT NULL THEN (
    SELECT CASE WHEN deleted_at IS NOT NULL THEN 'rejected'
      WHEN status = 'confirmed' THEN 'confirmed' ELSE 'open' END
    FROM facts WHERE facts.id = proposals.fact_id)
  WHEN proposals.check_id IS NOT NULL THEN (
    SELECT CASE state WHEN 'dropped' THEN 'rejected' WHEN 'done' THEN 'confirmed' ELSE 'open' END
    FROM checks WHERE checks.id = proposals.check_id)
  ELSE proposals.state END`;

const SELECT = `SELECT proposals.id, proposals.session_id, proposals.message_id, ${STATE} AS state,
  proposals.proposed, proposals.created_at
  FROM proposals JOIN messages ON messages.id = proposals.message_id`;

const INSERT = `INSERT INTO proposals
  (session_id, message_id, proposed, fact_id, check_id, created_at)
  VALUES (@session_id, @message_id, @proposed, @fact_id, @check_id, @at) RETURNING id`;

type Row = Omit<Proposal, 'proposed'> & { readonly proposed: string };

const NOT_ON_FILE = 'This proposal is not on file. Reload the session and try again.';

const OF_ANOTHER_KIND: Record<ProposalKind, string> = {
  fact: 'This proposal is no fact, so nothing was changed.',
  check: 'This proposal is no check, so nothing was changed.',
  fix: 'This proposal is no fix, so no fix was suggested.',
  script: 'This proposal is no script, so none was made.',
  outcome: 'This proposal is no outcome of this fix, so none was recorded.',
  summary: 'This proposal is no summary and has no hand-off fields, so nothing was changed.',
  hand_off: 'This proposal has no hand-off fields, so nothing was changed.',
};

const DECIDED: Record<Decision, string> = {
  confirmed: 'This proposal was confirmed already, so nothing was changed.',
  rejected: 'This proposal was turned down already, so nothing was changed.',
};

export function createProposalQueries(
  database: WritableDatabase,
  now: () => number,
  { facts, checks }: Parts,
): ProposalQueries {
  const get = (id: number) =>
    proposal(found(database.one<Row>(`${SELECT} WHERE proposals.id = @id`, { id }), NOT_ON_FILE));

  function requireOwnParts({ session_id, message_id, proposed }: NewProposal): void {
    const answer = database.one(
      `SELECT 1 FROM messages WHERE id = @message_id AND session_id = @session_id
       AND author = 'copilot' AND replaced_at IS NULL`,
      { message_id, session_id },
    );
    found(answer, 'The answer that this proposal comes with is not part of this session.');
    if (proposed.kind === 'fact') requireOwn(database, 'facts', proposed.fact_id, session_id);
    if (proposed.kind === 'check') requireOwn(database, 'checks', proposed.check_id, session_id);
    if (proposed.kind === 'outcome') {
      requireOwn(database, 'suggested_fixes', proposed.fix_id, session_id);
    }
  }

  function decide(id: number, decision: Decision): Proposal {
    return database.write(() => {
      const { session_id, state, proposed } = get(id);
      requireActive(database, session_id);
      if (state === decision) return get(id);
      if (state !== 'open') throw new AppError('CONFLICT', DECIDED[state]);
      if (proposed.kind === 'fact') {
        if (decision === 'confirmed') facts.confirm(proposed.fact_id);
        else facts.remove(proposed.fact_id);
      } else if (proposed.kind === 'check') {
        if (decision === 'confirmed') {
          throw new AppError('INVALID_INPUT', 'A check is done with its result. Write it down.');
        }
        checks.drop(proposed.check_id);
      } else {
        database.run('UPDATE proposals SET state = @decision WHERE id = @id', { id, decision });
      }
      return get(id);
    });
  }

  return {
    add: (added) =>
      database.write(() => {
        const { session_id, message_id, proposed } = added;
        requireActive(database, session_id);
        requireOwnParts(added);
        const row = database.one<{ id: number }>(INSERT, {
          session_id,
          message_id,
          proposed: JSON.stringify(proposed),
          fact_id: proposed.kind === 'fact' ? proposed.fact_id : null,
          check_id: proposed.kind === 'check' ? proposed.check_id : null,
          at: now(),
        });
        return get(found(row, NOT_ON_FILE).id);
      }),
    list: (sessionId) =>
      database
        .all<Row>(
          `${SELECT} WHERE proposals.session_id = @session_id AND messages.replaced_at IS NULL
           ORDER BY proposals.id`,
          { session_id: sessionId },
        )
        .map(proposal),
    get,
    decide,
    reject: (id) => decide(id, 'rejected'),
    expect(id, { session_id, kind }) {
      const expected = get(id);
      if (expected.session_id !== session_id) {
        throw new AppError('NOT_FOUND', 'This proposal is not part of this session.');
      }
      if (expected.proposed.kind === kind) return expected;
      throw new AppError('INVALID_INPUT', OF_ANOTHER_KIND[kind]);
    },
    rejectFrom(sessionId, messageId) {
      database.write(() => {
        const open = database.all<{ id: number }>(
          `SELECT proposals.id FROM proposals
           WHERE session_id = @session_id AND message_id >= @message_id AND ${STATE} = 'open'`,
          { session_id: sessionId, message_id: messageId },
        );
        for (const { id } of open) decide(id, 'rejected');
      });
    },
  };
}

function proposal({ proposed, ...rest }: Row): Proposal {
  return { ...rest, proposed: JSON.parse(proposed) as Proposed };
}
