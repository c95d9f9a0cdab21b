import { z } from 'zod';
import type {
  ParameterProblem,
  ParameterValues,
  ScriptTemplate,
} from '../../../../shared/domain/script-template.ts';
import type { SimilarWork } from '../../../../shared/domain/similar-work.ts';
import type { ChatSnapshot, ChatStore } from '../chat-store.ts';

/** What a tool may reach. All that it can write waits for the technician's word. */
export interface ToolContext {
  readonly session_id: number;
  /** The answer that the proposal comes with. */
  readonly message_id: number;
  readonly store: ChatStore;
  /** The session as it stands at this moment. */
  readonly snapshot: () => ChatSnapshot;
  readonly templates: () => Promise<readonly ScriptTemplate[]>;
  readonly problemsOf: (
    template: ScriptTemplate,
    values: ParameterValues,
  ) => readonly ParameterProblem[];
  readonly similar: (query: string | null) => Promise<readonly SimilarWork[]>;
  /** Names, numbers and paths of a text that stand in none of the sources. */
  readonly unsupported: (text: string, sources: readonly string[]) => readonly string[];
  /** The texts without secrets. */
  readonly redact: (texts: readonly string[]) => Promise<readonly string[]>;
}

/** What the model is told. `refused`: nothing was done; `notice` is for the technician, in plain words. */
export type ToolResult =
  | { readonly said: string; readonly proposed: boolean }
  | { readonly refused: string; readonly notice?: string };

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON schema of its arguments. */
  readonly input_schema: Record<string, unknown>;
  /** What it makes, as the technician reads it: `a fact`. */
  readonly makes: string;
  run(input: unknown, context: ToolContext): Promise<ToolResult>;
}

interface ToolDefinition<Schema extends z.ZodType> {
  readonly name: string;
  readonly description: string;
  readonly makes: string;
  readonly schema: Schema;
  run(input: z.infer<Schema>, context: ToolContext): Promise<ToolResult>;
}

/** A tool whose arguments are checked against one schema, the same that the model is shown. */
export function tool<Schema extends z.ZodType>(definition: ToolDefinition<Schema>): Tool {
  const { schema, run, ...rest } = definition;
  return {
    ...rest,
    input_schema: closedSchema(schema),
    async run(input, context) {
      const parsed = schema.safeParse(input);
      if (parsed.success) return run(parsed.data, context);
      const faults = parsed.error.issues
        .slice(0, 5)
        .map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`);
      return refusal(`The arguments do not fit. ${faults.join('; ')}`, unusable(rest.makes));
    },
  };
}

/** What the model is told of a proposal without a row of its own. */
export const PROPOSED: ToolResult = { said: 'Proposed. The technician decides.', proposed: true };

export function refusal(refused: string, notice?: string): ToolResult {
  return notice === undefined ? { refused } : { refused, notice };
}

export function unusable(makes: string): string {
  return `The copilot proposed ${makes} in a form that could not be used. It was left out.`;
}

/** Bounds that the API's strict schemas do not take; they are checked here when the arguments come. */
const BOUNDS = new Set([
  '$schema',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
  'pattern',
  'format',
]);

function closedSchema(schema: z.ZodType): Record<string, unknown> {
  return withoutBounds(z.toJSONSchema(schema)) as Record<string, unknown>;
}

function withoutBounds(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutBounds);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      BOUNDS.has(key) ? [] : [[key, withoutBounds(value)]],
    ),
  );
}
