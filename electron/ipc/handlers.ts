import { aiHandlers } from './ai-handlers.ts';
import { appHandlers } from './app-handlers.ts';
import { knowledgeHandlers } from './knowledge-handlers.ts';
import { noteHandlers } from './note-handlers.ts';
import { postingHandlers } from './posting-handlers.ts';
import { psaHandlers } from './psa-handlers.ts';
import type { Handlers } from './router.ts';
import type { Services } from './services.ts';
import { sessionHandlers } from './session-handlers.ts';

/** The whole handler table. The types keep it exhaustive and closed over the contract. */
export function createHandlers(services: Services): Handlers {
  return {
    ...appHandlers(services),
    ...sessionHandlers(services),
    ...knowledgeHandlers(services),
    ...noteHandlers(services),
    ...postingHandlers(services),
    ...aiHandlers(services),
    ...psaHandlers(services),
  };
}
