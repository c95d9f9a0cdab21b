import { deviceNames } from '../psa/index.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/**
 * Marks the devices of a session's ticket as known names, in the background. The right to read them
 * may be missing and the network may be down: then a line in the log says so, and nobody waits.
 */
export function learnTicketNames(
  services: Pick<Services, 'log' | 'psa' | 'publish' | 'secrets' | 'store'>,
  sessionId: number,
  ticketRef: string | null,
): void {
  if (ticketRef === null) return;
  learn(services, sessionId, ticketRef).catch((error: unknown) => {
    services.log.warn(`the devices of ticket #${ticketRef} were not read: ${String(error)}`);
  });
}

async function learn(
  services: Parameters<typeof learnTicketNames>[0],
  sessionId: number,
  ticketRef: string,
): Promise<void> {
  const system = await services.psa.current();
  if (system === null) return;
  const { signal } = new AbortController();
  const found = deviceNames(await system.configurations(Number(ticketRef), signal));
  const { names, sessions } = services.store.current();
  const { ticket_ref, state, language } = sessions.get(sessionId);
  // Linked elsewhere or closed meanwhile.
  if (ticket_ref !== ticketRef || state !== 'active') return;
  const wanted = found
    .filter(({ name }) => services.secrets.redactKnown(name) === name)
    .map((name) => (language === 'en' ? name : { ...name, wording: null }));
  const before = names.list(sessionId).length;
  if (names.learn(sessionId, wanted).length > before) sessionChanged(services, sessionId);
}
