import type { CopilotService } from '../copilot/index.ts';

/** The copilot, whose code is loaded with the first message to it. Until then nothing is being written. */
export function createLazyCopilot(load: () => Promise<CopilotService>): CopilotService {
  let loading: Promise<CopilotService> | undefined;
  let loaded: CopilotService | undefined;
  let isClosed = false;

  async function service(): Promise<CopilotService> {
    loading ??= load();
    // A module that could not be read is tried again.
    loading.catch(() => {
      loading = undefined;
    });
    loaded = await loading;
    if (isClosed) loaded.close();
    return loaded;
  }

  return {
    send: async (message) => (await service()).send(message),
    retry: async (messageId) => (await service()).retry(messageId),
    requestFor: async (sessionId) => (await service()).requestFor(sessionId),
    stop: (sessionId) => loaded?.stop(sessionId) ?? false,
    turn: (sessionId) => loaded?.turn(sessionId) ?? null,
    sessionChanged: (sessionId) => loaded?.sessionChanged(sessionId),
    close() {
      isClosed = true;
      loaded?.close();
    },
  };
}
