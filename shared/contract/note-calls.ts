import { z } from 'zod';
import {
  draftSchema,
  noteCheckSchema,
  noteKindSchema,
  noteReviewSchema,
  previewSchema,
} from '../domain/note.ts';
import { idSchema } from '../domain/session.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

/** A note is taken byte for byte: what is shown is what is posted, so nothing is trimmed or cleaned here. */
export const noteMarkdown = z.string().max(LIMITS.note, {
  error: () =>
    `A note can hold up to ${LIMITS.note.toLocaleString('en')} characters. Move logs and long output to an attachment and name it in the note.`,
});

const noteOf = { session_id: idSchema, kind: noteKindSchema };

export const noteCalls = {
  'preview.get': call({
    summary: 'The note for this session as it stands now; from the cache where nothing changed.',
    input: z.object({
      ...noteOf,
      force: z.boolean().default(false),
      /** Has it written by the local drafter this once, whatever the settings say. */
      local: z.boolean().default(false),
    }),
    output: previewSchema,
    cancellable: true,
  }),
  'notes.check': call({
    summary: 'What the note checks say of a text, with the evidence of each line.',
    input: z.object({ ...noteOf, markdown: noteMarkdown }),
    output: noteCheckSchema,
    verbatim: true,
  }),
  'notes.review': call({
    summary: 'Has a model read the note against its rows; what it doubts comes back as warnings.',
    input: z.object({ ...noteOf, markdown: noteMarkdown }),
    output: noteReviewSchema,
    cancellable: true,
    verbatim: true,
  }),
  'drafts.save': call({
    summary: "Keeps the technician's edit; durable when answered.",
    input: z.object({
      ...noteOf,
      markdown: noteMarkdown,
      base_markdown: noteMarkdown,
      base_state_version: z.int().nonnegative(),
    }),
    output: draftSchema,
  }),
  'drafts.discard': call({
    summary: "Drops the technician's edit and goes back to the generated note.",
    input: z.object(noteOf),
    output: z.object({}),
  }),
};
