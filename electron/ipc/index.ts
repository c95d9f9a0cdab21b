export { createEventBus, type EventListener, type Publish } from './event-bus.ts';
export { createHandlers } from './handlers.ts';
export { createLazyPreviews } from './lazy-previews.ts';
export { scheduleMaintenance } from './maintenance.ts';
export { createRouter, type Router } from './router.ts';
export type { Desktop, Services, StoreAccess } from './services.ts';
export { createStoreAccess } from './store-access.ts';
