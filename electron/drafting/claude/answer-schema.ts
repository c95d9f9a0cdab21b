import { z } from 'zod';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { cleanText, singleLine } from '../../../shared/text.ts';
import { type BundleFact, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { factForCustomer } from '../local/customer-text.ts';
import {
  type NoteBlock,
  type NoteDocument,
  type NoteSentence,
  sentence,
} from '../note-document.ts';
import { customerSession } from '../render-bundle.ts';
import { MOST_STEPS, restsOnAction, rowsOf, stepsOnRecord } from './record-blocks.ts';

/**
 * One part of a note that the model words. Its sentences may rest on these rows alone: no fix and no
 * script is among them, so what became of one is never the model's to say.
 */
export interface AnswerPart {
  readonly name:
    | 'problem'
    | 'confirmed'
    | 'root_cause'
    | 'resolution'
    | 'for_and_against'
    | 'next_steps';
  /** Index of its heading. */
  readonly section: number;
  readonly form: NoteBlock['kind'];
  readonly rows: readonly string[];
}

/** What an answer says in each part, as blocks of the note. */
export type Answer = ReadonlyMap<AnswerPart['name'], readonly NoteBlock[]>;

/** The parts of this note that the model words; one that no row supports is not asked for. */
export function answerParts(
  kind: NoteKind,
  bundle: InputBundle,
  local: NoteDocument,
): readonly AnswerPart[] {
  const parts = kind === 'resolve' ? resolutionParts(bundle, local) : packageParts(bundle, local);
  return parts.filter(({ rows }) => rows.length > 0);
}

function resolutionParts(bundle: InputBundle, local: NoteDocument): readonly AnswerPart[] {
  const facts = bundle.facts.filter((fact) => factForCustomer(fact, bundle.names) !== null);
  const session = customerSession(bundle).length > 0 ? [SESSION_EVIDENCE] : [];
  const ids = (...roles: readonly BundleFact['role'][]) =>
    facts.filter(({ role }) => roles.includes(role)).map(({ evidence_id }) => evidence_id);
  const found = ids('symptom', 'finding');
  // A confirmation that code words together with its fix is not worded twice.
  const covered = new Set((local.sections[3] ?? []).filter(restsOnAction).flatMap(rowsOf));
  const done = ids('change', 'confirmation').filter((id) => !covered.has(id));
  return [
    { name: 'problem', section: 0, form: 'paragraph', rows: [...session, ...found] },
    { name: 'confirmed', section: 1, form: 'bullet', rows: found },
    { name: 'root_cause', section: 2, form: 'paragraph', rows: ids('cause') },
    { name: 'resolution', section: 3, form: 'bullet', rows: done },
  ];
}

function packageParts(bundle: InputBundle, local: NoteDocument): readonly AnswerPart[] {
  const facts = bundle.facts.map(({ evidence_id }) => evidence_id);
  const open = bundle.checks.filter(({ done }) => !done).map(({ evidence_id }) => evidence_id);
  // What worked needs no reasons.
  const hasHypothesis =
    bundle.active_fix?.outcome !== 'worked' && (local.sections[3] ?? []).some(restsOnAction);
  const hasRoom = stepsOnRecord(local).length < MOST_STEPS;
  return [
    { name: 'problem', section: 0, form: 'paragraph', rows: [SESSION_EVIDENCE, ...facts] },
    { name: 'confirmed', section: 1, form: 'bullet', rows: facts },
    { name: 'for_and_against', section: 3, form: 'paragraph', rows: hasHypothesis ? facts : [] },
    {
      name: 'next_steps',
      section: 4,
      form: 'bullet',
      rows: hasRoom ? [SESSION_EVIDENCE, ...facts, ...open] : [],
    },
  ];
}

/**
 * The shape of an answer. Evidence ids are those of the session's own rows, so that an invented one
 * does not validate; every list may be empty, for a field that must be filled invites invention. There
 * is no field for a result, a confidence, a recipient, a status or who may see the note.
 */
export function answerSchema(parts: readonly AnswerPart[]): z.ZodType {
  return z.object(
    Object.fromEntries(
      parts.map(({ name, form, rows }) => {
        const sentences = z.array(
          z.object({ text: z.string(), evidence_ids: z.array(z.enum(rows)).min(1) }),
        );
        return [name, form === 'paragraph' ? sentences : z.array(sentences)];
      }),
    ),
  );
}

/** The schema as the API takes it: no dialect line, every object closed. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { reused: 'ref' });
  return rest;
}

/**
 * Reads an answer, or as much of one as has come: what is not there yet is left out. Whether it fits
 * the schema is for the caller to find out.
 */
export function readAnswer(parts: readonly AnswerPart[], json: unknown): Answer {
  const answer: Readonly<Record<string, unknown>> =
    typeof json === 'object' && json !== null ? { ...json } : {};
  return new Map(
    parts.map(({ name, form }) => {
      const lines = form === 'paragraph' ? [answer[name]] : listOf(answer[name]);
      const blocks = lines
        .map((line): NoteBlock => ({ kind: form, sentences: listOf(line).flatMap(readSentence) }))
        .filter(({ sentences }) => sentences.length > 0);
      return [name, blocks];
    }),
  );
}

function readSentence(one: unknown): NoteSentence[] {
  if (typeof one !== 'object' || one === null || !('text' in one)) return [];
  const text = typeof one.text === 'string' ? plainText(one.text) : '';
  const ids = 'evidence_ids' in one ? listOf(one.evidence_ids) : [];
  return text === '' ? [] : [sentence(text, ...ids.filter((id) => typeof id === 'string'))];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One line of plain text, without the markup that models like to put around it. */
function plainText(text: string): string {
  return singleLine(cleanText(text).text)
    .replace(/^(?:[-*•]|\d{1,2}[.)]|#{1,6})\s+/, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1');
}
