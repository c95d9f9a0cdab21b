import {
  type EscalationReason,
  escalationReasonSchema,
  type HandOff,
  type HandOffField,
} from '../../shared/domain/session.ts';

/** A reason for escalation from its name; undefined where it is none of ours. */
export function reasonOf(value: string): EscalationReason | undefined {
  const parsed = escalationReasonSchema.safeParse(value.trim().toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

/** The fields as the session takes them. Empty ones are left out, so that they change nothing. */
export function handOffInput(
  fields: readonly { readonly field: HandOffField; readonly value: string }[],
): Partial<HandOff> {
  const input: { -readonly [Field in HandOffField]?: HandOff[Field] } = {};
  for (const { field, value } of fields) {
    if (field === 'escalation_reason') {
      const reason = reasonOf(value);
      if (reason !== undefined) input.escalation_reason = reason;
    } else if (value.trim() !== '') {
      input[field] = value.trim();
    }
  }
  return input;
}
