import { z } from 'zod';
import { activeFix } from '../../../../shared/domain/active-fix.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { refusal, tool, unusable } from './tool.ts';
import { prose } from './wording.ts';

const MAKES = 'an outcome';

const OUTCOMES = ['applied', 'worked', 'partly', 'failed', 'pending', 'dismissed'] as const;

export const proposeOutcome = tool({
  name: 'propose_outcome',
  description:
    'Proposes what came of a fix of the record, as the technician told it. fix is its number. note says why it failed, or on what the verdict waits; null where there is nothing to say.',
  makes: MAKES,
  schema: z.object({
    fix: z.int().positive(),
    outcome: z.enum(OUTCOMES),
    note: z.string().max(LIMITS.outcome_note).nullable(),
  }),
  async run({ fix: id, outcome, ...given }, context) {
    const [words = ''] = await context.redact([prose(given.note ?? '')]);
    const note = words === '' ? null : words;
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
    if (fix.outcome === outcome) return refusal(`fix:${id} has that outcome already.`);
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
    store.proposals.add({
      session_id,
      message_id,
      proposed: { kind: 'outcome', fix_id: id, fix_title: fix.title, outcome, note },
    });
    return { said: 'Proposed. The technician decides.', proposed: true };
  },
});

function isOver(outcome: string): boolean {
  return outcome === 'failed' || outcome === 'dismissed';
}
