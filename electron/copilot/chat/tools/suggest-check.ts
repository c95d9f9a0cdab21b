import { z } from 'zod';
import { LIMITS } from '../../../../shared/limits.ts';
import { refusal, tool, unusable } from './tool.ts';
import { prose, sameWords } from './wording.ts';

const MAKES = 'a check';

export const suggestCheck = tool({
  name: 'suggest_check',
  description:
    "Puts a check on the technician's list: what to run or look at, and what its result would mean.",
  makes: MAKES,
  schema: z.object({
    instruction: z.string().max(LIMITS.check),
    meaning: z.string().max(LIMITS.check),
  }),
  async run(given, context) {
    const [instruction = '', meaning = ''] = await context.redact([
      prose(given.instruction),
      prose(given.meaning),
    ]);
    if (instruction === '') return refusal('The instruction is empty.', unusable(MAKES));
    const { checks, proposals } = context.snapshot();
    const known = checks.find((check) => sameWords(check.instruction, instruction));
    if (known !== undefined) return refusal(`That is on the list already, check:${known.id}.`);
    const isDropped = proposals.some(
      ({ proposed, state }) =>
        state === 'rejected' &&
        proposed.kind === 'check' &&
        sameWords(proposed.instruction, instruction),
    );
    if (isDropped) return refusal('The technician took this off the list before.');
    const { session_id, message_id, store } = context;
    const check = store.transaction(() => {
      const added = store.checks.add({ session_id, instruction, meaning, status: 'proposed' });
      store.proposals.add({
        session_id,
        message_id,
        proposed: { kind: 'check', check_id: added.id, instruction },
      });
      return added;
    });
    return { said: `On the list as check:${check.id}, not done yet.`, proposed: true };
  },
});
