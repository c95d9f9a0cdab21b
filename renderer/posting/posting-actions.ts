import type { CallOutput } from '../../shared/contract/index.ts';
import type { OutboxAction, OutboxItem } from '../../shared/domain/posting.ts';
import { invoke } from '../bridge/client.ts';
import { toast } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { runPosting } from './posting-runs.ts';
import { tellOutcome, tellWarnings } from './tell-outcome.ts';

type Posted = CallOutput<'posting.post'>;

/** Actions after which the note is the technician's draft again. */
const BACK_TO_DRAFT: ReadonlySet<OutboxAction> = new Set(['cancel', 'give_up']);

/** Does what the technician chose about an open posting; failures stay with the run. */
export async function actOnPosting(
  item: OutboxItem,
  action: OutboxAction,
  reason = '',
): Promise<void> {
  const result = await runPosting({
    sessionId: item.session_id,
    kind: item.kind,
    name: action,
    call: () => callFor(item, action, reason),
    closes: ({ posted }) => posted !== null,
  });
  if (result === undefined) return;
  if (result.posted !== null) {
    tellOutcome(result.posted.write_back, item.session_title);
    tellWarnings(result.posted.warnings, result.posted.write_back.ticket_ref);
  }
  if (result.posted !== null || !BACK_TO_DRAFT.has(action)) return;
  const view = useViewState.getState();
  if (view.sessionId === item.session_id) view.showPreview(item.kind);
  toast({ title: 'The note is a draft again.', detail: item.session_title });
}

async function callFor(
  { session_id, stage }: OutboxItem,
  action: OutboxAction,
  reason: string,
): Promise<{ readonly posted: Posted | null }> {
  switch (action) {
    case 'retry':
      return { posted: await invoke('posting.retry', { session_id }) };
    case 'close_anyway':
      return { posted: await invoke('posting.closeAnyway', { session_id, reason }) };
    case 'send':
      if (stage === 'asking') return invoke('outbox.answer', { session_id, answer: 'send' });
      return { posted: await invoke('posting.retry', { session_id }) };
    case 'cancel':
      if (stage === 'asking') return invoke('outbox.answer', { session_id, answer: 'cancel' });
      await invoke('outbox.cancel', { session_id });
      return { posted: null };
    case 'look_again':
    case 'post_again':
    case 'give_up':
    case 'accept_note':
      return invoke('posting.decide', { session_id, decision: action });
  }
}
