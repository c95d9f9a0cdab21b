import { aiHandlers } from './ai-handlers.ts';
import { appHandlers } from './app-handlers.ts';
import { copilotHandlers } from './copilot-handlers.ts';
import { dataHandlers } from './data-handlers.ts';
import { knowledgeHandlers } from './knowledge-handlers.ts';
import { noteHandlers } from './note-handlers.ts';
import { postingHandlers } from './posting-handlers.ts';
import { psaHandlers } from './psa-handlers.ts';
import type { Handlers } from './router.ts';
import { scriptHandlers } from './script-handlers.ts';
import type { Services } from './services.ts';
import { sessionHandlers } from './session-handlers.ts';
import { updateHandlers } from './update-handlers.ts';
import { windowHandlers } from './window-handlers.ts';

/** The whole handler table. The types keep it exhaustive and closed over the contract. */
export function createHandlers(services: Services): Handlers {
  return {
    ...appHandlers(services),
    ...dataHandlers(services),
    ...sessionHandlers(services),
    ...knowledgeHandlers(services),
    ...copilotHandlers(services),
    ...scriptHandlers(services),
    ...noteHandlers(services),
    ...postingHandlers(services),
    ...aiHandlers(services),
    ...psaHandlers(services),
    ...updateHandlers(services),
    ...windowHandlers(services),
  };
}
