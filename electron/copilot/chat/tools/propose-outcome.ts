import { z } from 'zod';
import { activeFix } from '../../../../shared/domain/active-fix.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { unsupportedIn } from './evidence.ts';
import { PROPOSED, refusal, tool, unusable } from './tool.ts';
import { line, prose } from './wording.ts';

const MAKES = 'an outcome';

const OUTCOMES = ['applied', 'worked', 'partly', 'failed', 'pending', 'dismissed'] as const;

export const proposeOutcome = tool({
  name: 'propose_outcome',
  description:
    'Proposes the result of a fix of the record, as the technician described it. fix is its number. note says why it failed, or on what the result waits; null where there is nothing to say. done says in the past tense what was done, and cause in one line what caused the problem; each is null unless the technician said so.',
  makes: MAKES,
  schema: z.object({
    fix: z.int().positive(),
    outcome: z.enum(OUTCOMES),
    note: z.string().max(LIMITS.outcome_note).nullable(),
    done: z.string().max(LIMITS.outcome_note).nullable(),
    cause: z.string().max(LIMITS.fact).nullable(),
  }),
  async run({ fix: id, outcome, ...given }, context) {
    const [note = null, done = null, cause = null] = (
      await context.redact([
        prose(given.note ?? ''),
        prose(given.done ?? ''),
        line(given.cause ?? ''),
      ])
    ).map((words) => (words === '' ? null : words));
    const { fixes, proposals } = context.snapshot();
    const fix = fixes.find((one) => one.id === id);
    if (fix === undefined) {
      return refusal(`fix:${id} is not part of this session.`, unusable(MAKES));
    }
    if (fix.superseded_at !== null) {
      return refusal(`fix:${id} is superseded; its story is over.`, unusable(MAKES));
    }
    const active = activeFix(fixes);
    if (isOver(fix.outcome) && !isOver(outcome) && active !== undefined) {
      return refusal(`fix:${id} is over, and fix:${active.id} is the active one by now.`);
    }
    if (fix.outcome === outcome && done === null && cause === null) {
      return refusal(`fix:${id} has that outcome already.`);
    }
    if ((outcome === 'failed' || outcome === 'pending') && note === null) {
      return refusal('Say in the note why it failed, or on what the verdict waits.');
    }
    const isProposed = proposals.some(
      ({ proposed, state }) =>
        state === 'open' &&
        proposed.kind === 'outcome' &&
        proposed.fix_id === id &&
        proposed.outcome === outcome,
    );
    if (isProposed) return refusal('That is proposed already.');
    const { session_id, message_id, store } = context;
    const unsupported = unsupportedIn([note, done, cause].join('\n'), context);
    store.proposals.add({
      session_id,
      message_id,
      proposed: {
        ...{ kind: 'outcome', fix_id: id, fix_title: fix.title, outcome, note },
        ...{ done, cause, unsupported },
      },
    });
    return PROPOSED;
  },
});

function isOver(outcome: string): boolean {
  return outcome === 'failed' || outcome === 'dismissed';
}
