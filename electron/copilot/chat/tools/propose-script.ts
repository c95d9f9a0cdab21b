import { z } from 'zod';
import type { ScriptTemplate } from '../../../../shared/domain/script-template.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { refusal, type ToolContext, type ToolResult, tool, unusable } from './tool.ts';
import { line, prose } from './wording.ts';

const MAKES = 'a script';

const value = z.object({
  name: z.string().max(LIMITS.script_name),
  value: z.string().max(LIMITS.parameter_value),
});

export const proposeScript = tool({
  name: 'propose_script',
  description:
    'Proposes to run one of the script templates of the record. template is its key; values holds what is known of its parameters, by name, and the technician fills in the rest; reason says in a sentence why now.',
  makes: MAKES,
  schema: z.object({
    template: z.string().max(100),
    values: z.array(value).max(LIMITS.script_parameters),
    reason: z.string().max(LIMITS.check),
  }),
  async run(given, context) {
    const template = (await context.templates()).find(({ key }) => key === given.template);
    if (template === undefined) {
      return refusal('There is no template with this key in the record.', unusable(MAKES));
    }
    const [reason = '', ...texts] = await context.redact([
      prose(given.reason),
      ...given.values.map((one) => line(one.value)),
    ]);
    const values = Object.fromEntries(
      given.values.map(({ name }, index) => [name, texts[index] ?? '']),
    );
    const problem = wrongValues(template, values, context);
    if (problem !== undefined) return problem;
    const { session_id, message_id, store } = context;
    store.proposals.add({
      session_id,
      message_id,
      proposed: {
        kind: 'script',
        template_key: template.key,
        template_name: template.name,
        values,
        reason,
      },
    });
    return { said: 'Proposed. The technician fills in the rest and decides.', proposed: true };
  },
});

/** What is given must fit; what is not given is the technician's to fill in. */
function wrongValues(
  template: ScriptTemplate,
  values: Readonly<Record<string, string>>,
  { problemsOf }: ToolContext,
): ToolResult | undefined {
  const parameters = new Map(template.parameters.map((one) => [one.name, one]));
  for (const name of Object.keys(values)) {
    const type = parameters.get(name)?.type;
    if (type === undefined) {
      return refusal(`The template has no parameter ${name}.`, unusable(MAKES));
    }
    if (type === 'password') {
      return refusal(
        `${name} is a secret that the technician types. Leave it out.`,
        'The copilot proposed a script with a password in it. It was left out.',
      );
    }
  }
  const problem = problemsOf(template, values).find(({ parameter }) =>
    Object.hasOwn(values, parameter),
  );
  return problem && refusal(`${problem.parameter}: ${problem.message}`, unusable(MAKES));
}
