import { z } from 'zod';
import { activeFix } from '../../../../shared/domain/active-fix.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { unsupportedIn } from './evidence.ts';
import { PROPOSED, refusal, tool, unusable } from './tool.ts';
import { line, prose, sameWords } from './wording.ts';

const MAKES = 'a fix';

export const proposeFix = tool({
  name: 'propose_fix',
  description:
    'Proposes a fix: a title of a few words, a description of what to do and why, and a confidence from 0 to 100 that it solves the problem. Confirmed, it takes the place of the active fix.',
  makes: MAKES,
  schema: z.object({
    title: z.string().max(LIMITS.fix_title),
    description: z.string().max(LIMITS.fix_description),
    confidence: z.int().min(0).max(100),
  }),
  async run({ confidence, ...given }, context) {
    const [title = '', description = ''] = await context.redact([
      line(given.title),
      prose(given.description),
    ]);
    if (title === '') return refusal('The title is empty.', unusable(MAKES));
    const { fixes, proposals } = context.snapshot();
    const active = activeFix(fixes);
    if (active !== undefined && sameWords(active.title, title)) {
      return refusal(`That is the active fix already, fix:${active.id}.`);
    }
    const failed = fixes.find((fix) => fix.outcome === 'failed' && sameWords(fix.title, title));
    if (failed !== undefined) return refusal(`fix:${failed.id} is the same, and it failed.`);
    const earlier = proposals.find(
      ({ proposed, state }) =>
        state !== 'confirmed' && proposed.kind === 'fix' && sameWords(proposed.title, title),
    );
    if (earlier?.state === 'open') return refusal('That is proposed already.');
    if (earlier !== undefined) return refusal('The technician turned this down before.');
    const { session_id, message_id, store } = context;
    const unsupported = unsupportedIn(`${title}\n${description}`, context);
    store.proposals.add({
      session_id,
      message_id,
      proposed: { kind: 'fix', title, description, confidence, unsupported },
    });
    return PROPOSED;
  },
});
