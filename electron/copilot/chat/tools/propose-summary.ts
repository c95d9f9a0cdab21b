import { z } from 'zod';
import { LIMITS } from '../../../../shared/limits.ts';
import { unsupportedIn } from './evidence.ts';
import { PROPOSED, refusal, tool, unusable } from './tool.ts';
import { line, sameWords } from './wording.ts';

const MAKES = 'a summary';

export const proposeSummary = tool({
  name: 'propose_summary',
  description:
    'Proposes the problem in one sentence, in the past tense: what did not work and for whom. customer_summary says the same without computer names, accounts, addresses and technical terms, or is null where the summary is already fit for the customer.',
  makes: MAKES,
  schema: z.object({
    summary: z.string().max(LIMITS.summary),
    customer_summary: z.string().max(LIMITS.hand_off_field).nullable(),
  }),
  async run(given, context) {
    const [summary = '', customerWords = ''] = await context.redact([
      line(given.summary),
      line(given.customer_summary ?? ''),
    ]);
    if (summary === '') return refusal('The summary is empty.', unusable(MAKES));
    const customer_summary = customerWords === '' ? null : customerWords;
    const { session, proposals } = context.snapshot();
    const isSame = (other: { summary: string; customer_summary: string | null }) =>
      sameWords(other.summary, summary) &&
      sameWords(other.customer_summary ?? '', customer_summary ?? '');
    if (isSame(session)) return refusal('That is the summary on record already.');
    const earlier = proposals.find(
      ({ proposed, state }) =>
        state !== 'confirmed' && proposed.kind === 'summary' && isSame(proposed),
    );
    if (earlier?.state === 'open') return refusal('That is proposed already.');
    if (earlier !== undefined) return refusal('The technician turned this down before.');
    const { session_id, message_id, store } = context;
    const unsupported = unsupportedIn(`${summary}\n${customerWords}`, context);
    store.proposals.add({
      session_id,
      message_id,
      proposed: { kind: 'summary', summary, customer_summary, unsupported },
    });
    return PROPOSED;
  },
});
