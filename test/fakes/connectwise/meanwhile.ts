import type { Effect } from './faults.ts';
import type { State } from './state.ts';

/** What somebody else does to the ticket while the client is at work on it. */
export function meanwhile(
  effects: readonly Effect[],
  when: 'before' | 'after',
  state: State,
  ticketId: number | null,
): void {
  if (ticketId === null || !state.tickets.has(ticketId)) return;
  for (const effect of effects) {
    if (!('when' in effect ? effect.when === when : when === 'before')) continue;
    switch (effect.kind) {
      case 'ticket-closed':
        state.close(ticketId);
        break;
      case 'ticket-merged':
        state.merge(ticketId, effect.into);
        break;
      case 'ticket-moved':
        state.move(ticketId, effect.board_id);
        break;
      case 'customer-note':
        state.addCustomerNote(ticketId, effect.text);
        break;
    }
  }
}
