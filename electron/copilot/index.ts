/** Everything that talks to Anthropic: the key's rights, the models, structured answers, the chat. */
export { type AiAccess, createAiAccess } from './ai-access.ts';
export { type AiAccount, createAiAccount, type UsageStore } from './ai-account.ts';
export type { Fetch } from './anthropic.ts';
export type { CopilotService } from './chat/copilot.ts';
export type { CopilotParts } from './chat/turn-parts.ts';
export { openModel } from './note-models.ts';

/** The chat, whose code is loaded when it is used: a start does without. */
export const loadChat = () => import('./chat/copilot.ts');
