import { z } from 'zod';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { sourcesOf } from '../checks/sources.ts';

/** A line as the model answers it: words, and the rows that they rest on. */
export interface AnswerLine {
  readonly text: string;
  readonly evidence_ids: readonly string[];
}

export interface ResolutionAnswer {
  readonly problem: AnswerLine;
  readonly confirmed: readonly AnswerLine[];
  readonly root_cause: AnswerLine | null;
  readonly resolution: readonly AnswerLine[];
}

export interface EscalationAnswer {
  readonly problem: AnswerLine;
  readonly confirmed: readonly AnswerLine[];
  readonly tried: readonly AnswerLine[];
  /** What speaks for and against the active fix. Its name, confidence and standing are code's to write. */
  readonly hypothesis_reasons: AnswerLine | null;
  readonly next_steps: readonly AnswerLine[];
}

export interface AnswerOf {
  readonly resolve: ResolutionAnswer;
  readonly escalate: EscalationAnswer;
}

/**
 * The shape of an answer for this session. Evidence ids are those of the session's own rows, so an
 * invented one cannot come back; `null` and empty lists are allowed everywhere, for a field that must
 * be filled invites invention. There is no field for a recipient, a status or who may see the note.
 */
export function answerSchema<Kind extends NoteKind>(
  kind: Kind,
  bundle: InputBundle,
): z.ZodType<AnswerOf[Kind]> {
  const evidenceId = z.enum(evidenceIds(bundle));
  const line = z.object({ text: z.string(), evidence_ids: z.array(evidenceId) });
  const lines = z.array(line);
  const schema = {
    resolve: z.object({
      problem: line,
      confirmed: lines,
      root_cause: line.nullable(),
      resolution: lines,
    }),
    escalate: z.object({
      problem: line,
      confirmed: lines,
      tried: lines,
      hypothesis_reasons: line.nullable(),
      next_steps: lines,
    }),
  }[kind];
  // The table is indexed by the very kind that the answer is typed by.
  return schema as unknown as z.ZodType<AnswerOf[Kind]>;
}

/** The schema as the API takes it: no dialect line, every object closed. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { reused: 'ref' });
  return rest;
}

function evidenceIds(bundle: InputBundle): [string, ...string[]] {
  return [SESSION_EVIDENCE, ...sourcesOf(bundle).ids.filter((id) => id !== SESSION_EVIDENCE)];
}
