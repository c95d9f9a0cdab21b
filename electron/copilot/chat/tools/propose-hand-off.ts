import { z } from 'zod';
import {
  ESCALATION_REASONS,
  escalationReasonSchema,
  HAND_OFF_FIELDS,
  type HandOff,
  type HandOffField,
} from '../../../../shared/domain/session.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import type { ChatSnapshot } from '../chat-store.ts';
import { unsupportedIn } from './evidence.ts';
import { PROPOSED, refusal, tool, unusable } from './tool.ts';
import { line, sameWords } from './wording.ts';

const MAKES = 'hand-off fields';

interface Filled {
  readonly field: HandOffField;
  readonly value: string;
}

export const proposeHandOff = tool({
  name: 'propose_hand_off',
  description: `Proposes values for hand-off fields that the record or the technician's messages answer, each once. affected: who or what cannot work; since: when it began; impact: what that means for their work; priority: as the ticket or the technician names it; escalation_reason: one of ${ESCALATION_REASONS.join(', ')}; escalation_note: that reason in words; promised: what the customer was promised; contact: whom to ask, and when; next_owner: who takes over. Leave out what nobody said.`,
  makes: MAKES,
  schema: z.object({
    fields: z
      .array(
        z.object({
          field: z.enum(HAND_OFF_FIELDS),
          value: z.string().max(LIMITS.hand_off_field),
        }),
      )
      .max(HAND_OFF_FIELDS.length),
  }),
  async run(given, context) {
    const texts = await context.redact(given.fields.map(({ value }) => line(value)));
    const all = given.fields
      .map(({ field }, index): Filled => ({ field, value: texts[index] ?? '' }))
      .filter(({ value }) => value !== '');
    if (new Set(all.map(({ field }) => field)).size < all.length) {
      return refusal('A field is named twice. Name each once.', unusable(MAKES));
    }
    const reason = all.find(({ field }) => field === 'escalation_reason');
    if (reason !== undefined && !escalationReasonSchema.safeParse(reason.value).success) {
      return refusal(
        `escalation_reason is one of ${ESCALATION_REASONS.join(', ')}.`,
        unusable(MAKES),
      );
    }
    const snapshot = context.snapshot();
    const fields = all.filter((one) => !isKnown(one, snapshot));
    if (fields.length === 0) {
      return refusal('Nothing of that is new: it is on record, proposed or turned down already.');
    }
    const { session_id, message_id, store } = context;
    const words = fields.filter((one) => one !== reason).map(({ value }) => value);
    const unsupported = unsupportedIn(words.join('\n'), context);
    store.proposals.add({
      session_id,
      message_id,
      proposed: { kind: 'hand_off', fields, unsupported },
    });
    return PROPOSED;
  },
});

/** On record, or proposed before and not confirmed: then the technician has it in sight or turned it down. */
function isKnown({ field, value }: Filled, { session, proposals }: ChatSnapshot): boolean {
  const handOff: HandOff = session;
  return (
    sameWords(handOff[field] ?? '', value) ||
    proposals.some(
      ({ proposed, state }) =>
        state !== 'confirmed' &&
        proposed.kind === 'hand_off' &&
        proposed.fields.some((one) => one.field === field && sameWords(one.value, value)),
    )
  );
}
