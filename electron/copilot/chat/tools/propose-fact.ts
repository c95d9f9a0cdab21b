import { z } from 'zod';
import {
  defaultRole,
  FACT_ROLES,
  factRoleSchema,
  SOURCE_TYPES,
  sourceTypeSchema,
} from '../../../../shared/domain/fact.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import type { ChatSnapshot } from '../chat-store.ts';
import { unsupportedIn } from './evidence.ts';
import { refusal, type ToolContext, type ToolResult, tool, unusable } from './tool.ts';
import { line, prose, sameWords } from './wording.ts';

const MAKES = 'a fact';

export const proposeFact = tool({
  name: 'propose_fact',
  description: `Proposes one fact for the record. source_type is one of ${SOURCE_TYPES.join(', ')} and says who established it; from_message is the number of the technician's message that says so, null where it stands in the intake or in the output of a script. source_summary names the source in a few words, or is null. role is one of ${FACT_ROLES.join(', ')}: what is wrong and for whom, what was observed, what caused it, what was done apart from fixes and scripts, that it works again; null where the source decides. customer_wording says the same for the customer, without computer names, accounts, addresses and technical terms; null where the customer need not read it or can read the text.`,
  makes: MAKES,
  schema: z.object({
    text: z.string().max(LIMITS.fact),
    source_type: sourceTypeSchema,
    from_message: z.int().positive().nullable(),
    source_summary: z.string().max(LIMITS.source_summary).nullable(),
    role: factRoleSchema.nullable(),
    customer_wording: z.string().max(LIMITS.fact).nullable(),
  }),
  async run({ from_message, source_type, ...given }, context) {
    const [text = '', summary = '', customerWords = ''] = await context.redact([
      prose(given.text),
      line(given.source_summary ?? ''),
      prose(given.customer_wording ?? ''),
    ]);
    if (text === '') return refusal('The text is empty.', unusable(MAKES));
    const snapshot = context.snapshot();
    const problem =
      wrongMessage(from_message, context) ??
      wrongSource(source_type, from_message, snapshot) ??
      known(text, snapshot);
    if (problem !== undefined) return problem;
    const { session_id, message_id, store } = context;
    const unsupported = unsupportedIn(`${text}\n${customerWords}`, context);
    const role = given.role ?? defaultRole(source_type);
    const customer_wording = customerWords === '' ? null : customerWords;
    const fact = store.transaction(() => {
      const added = store.facts.add({
        session_id,
        text,
        source_type,
        source_summary: summary === '' ? null : summary,
        source_message_id: from_message,
        role,
        customer_wording,
        status: 'proposed',
      });
      store.proposals.add({
        session_id,
        message_id,
        proposed: {
          ...{ kind: 'fact', fact_id: added.id, text, source_type },
          ...{ role, customer_wording, unsupported },
        },
      });
      return added;
    });
    return { said: `Proposed as fact:${fact.id}. The technician decides.`, proposed: true };
  },
});

/** Only a message of this session, and of the technician: what the copilot said is no source. */
function wrongMessage(id: number | null, context: ToolContext): ToolResult | undefined {
  if (id === null) return undefined;
  const { messages, earlier_messages } = context.snapshot();
  const near = messages.find((message) => message.id === id);
  const message =
    near ??
    (earlier_messages > 0
      ? context.store.messages.list(context.session_id).find((one) => one.id === id)
      : undefined);
  if (message?.author === 'technician') return undefined;
  return refusal(
    message === undefined
      ? `message:${id} is not part of this session.`
      : `message:${id} is your own; it is no source.`,
    unusable(MAKES),
  );
}

function wrongSource(
  type: z.infer<typeof sourceTypeSchema>,
  from_message: number | null,
  { session, scripts, checks, attachments }: ChatSnapshot,
): ToolResult | undefined {
  const isSaid = from_message !== null;
  const hasIntake = session.intake.trim() !== '' || session.ticket_ref !== null;
  const fits = {
    technician: isSaid || hasIntake,
    user_report: isSaid || hasIntake,
    ticket: hasIntake,
    script_output: isSaid || scripts.some(({ state }) => state === 'ran'),
    diagnostic_check:
      isSaid || checks.some(({ state }) => state === 'done') || attachments.length > 0,
  }[type];
  if (fits) return undefined;
  const reason = {
    technician: 'Name the message of the technician that says so.',
    user_report: 'Name the message that tells what the user said.',
    ticket: 'This session has no ticket and no intake.',
    script_output: 'No script ran in this session; name the message that holds the output.',
    diagnostic_check: 'No check was done; name the message that holds the result.',
  }[type];
  return refusal(reason, unusable(MAKES));
}

function known(text: string, { facts, proposals }: ChatSnapshot): ToolResult | undefined {
  const fact = facts.find((one) => sameWords(one.text, text));
  if (fact !== undefined) return refusal(`That is on record already as fact:${fact.id}.`);
  const isRejected = proposals.some(
    ({ proposed, state }) =>
      state === 'rejected' && proposed.kind === 'fact' && sameWords(proposed.text, text),
  );
  return isRejected ? refusal('The technician turned this down before.') : undefined;
}
