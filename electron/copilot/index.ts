/** Everything that talks to Anthropic: the key's rights, the models, structured answers. */
export { type AiAccess, createAiAccess } from './ai-access.ts';
export type { Fetch } from './anthropic.ts';
export { openModel } from './note-models.ts';
