import { Allow, parse } from 'partial-json';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { cleanText, singleLine } from '../../../shared/text.ts';
import { type NoteBlock, renderNote } from '../note-document.ts';

const FIELDS = {
  resolve: ['problem', 'confirmed', 'root_cause', 'resolution'],
  escalate: ['problem', 'confirmed', 'tried', 'hypothesis_reasons', 'next_steps'],
} as const satisfies Record<NoteKind, readonly string[]>;

/**
 * The note as far as its JSON has come, for the screen only: sections that have begun, with their
 * lines, the last one perhaps half-way. Never throws; what cannot be read yet is left out.
 */
export function partialNote(kind: NoteKind, json: string): string {
  const answer = readPartial(json);
  const sections = FIELDS[kind].map((field) => partialBlocks(answer[field]));
  const begun = sections.findLastIndex((blocks) => blocks.length > 0) + 1;
  if (begun === 0) return '';
  const { markdown } = renderNote({ kind, sections });
  const next = NOTE_HEADINGS[kind][begun];
  const end = next === undefined ? -1 : markdown.indexOf(`\n## ${next}`);
  return end === -1 ? markdown : `${markdown.slice(0, end).trimEnd()}\n`;
}

function readPartial(json: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = parse(json, Allow.ALL);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function partialBlocks(field: unknown): NoteBlock[] {
  if (Array.isArray(field)) return field.flatMap((one: unknown) => partialBlock('bullet', one));
  return partialBlock('paragraph', field);
}

function partialBlock(kind: NoteBlock['kind'], line: unknown): NoteBlock[] {
  if (typeof line !== 'object' || line === null || !('text' in line)) return [];
  const text = typeof line.text === 'string' ? singleLine(cleanText(line.text).text) : '';
  return text === '' ? [] : [{ kind, text, evidence_ids: [] }];
}
