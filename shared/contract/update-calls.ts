import { z } from 'zod';
import { updateStatusSchema } from '../domain/update.ts';
import { call } from './define.ts';

export const updateCalls = {
  'updates.state': call({
    summary: 'Whether there is a newer version, and how far it is.',
    input: z.object({}),
    output: updateStatusSchema,
  }),
  'updates.check': call({
    summary: 'Looks for a newer version now. What went wrong stands in the answer.',
    input: z.object({}),
    output: updateStatusSchema,
  }),
  'updates.download': call({
    summary: 'Begins to fetch the version that was found; events tell how far it is.',
    input: z.object({}),
    output: updateStatusSchema,
  }),
  'updates.cancel': call({
    summary: 'Stops fetching. What came is kept, and the next time goes on from there.',
    input: z.object({}),
    output: updateStatusSchema,
  }),
  'updates.install': call({
    summary:
      'Saves what the window holds, puts the new version in the place of this one and starts it. CONFLICT while a note is being posted.',
    input: z.object({}),
    output: updateStatusSchema,
  }),
  'updates.saved': call({
    summary: 'The answer to the event updates.saving: whether the window saved all that it holds.',
    input: z.object({ request: z.int().nonnegative(), all: z.boolean() }),
    output: z.object({}),
  }),
};
