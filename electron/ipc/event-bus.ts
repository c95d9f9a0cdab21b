import type { EventName, EventPayload } from '../../shared/contract/index.ts';

export type Publish = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

export type EventListener = (name: EventName, payload: EventPayload<EventName>) => void;

export interface EventBus {
  readonly publish: Publish;
  /** Returns the function that stops listening. */
  subscribe(listener: EventListener): () => void;
}

/** Typed events of the main process. A listener that throws does not keep the others from hearing. */
export function createEventBus(onListenerError: (error: unknown) => void): EventBus {
  const listeners = new Set<EventListener>();
  return {
    publish(name, payload) {
      for (const listener of listeners) {
        try {
          listener(name, payload);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
