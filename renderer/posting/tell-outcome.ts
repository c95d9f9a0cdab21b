import type { WriteBack } from '../../shared/domain/write-back.ts';
import { outcomeWords } from '../preview/posting-words.ts';
import { ticketName } from '../tickets/ticket-words.ts';
import { toast } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';

/** Tells that a note was posted to those who do not have its session before them. */
export function tellOutcome(posted: WriteBack, sessionTitle: string): void {
  const { sessionId, openSession } = useViewState.getState();
  if (sessionId === posted.session_id) return;
  toast({
    title: outcomeWords(posted),
    detail: sessionTitle,
    tone: 'ok',
    action: { label: 'Open session', onPress: () => openSession(posted.session_id) },
  });
}

/** What a posting that went well leaves to be known, a second note on the ticket for example. Stays until closed. */
export function tellWarnings(warnings: readonly string[], ticketRef: string | null): void {
  for (const warning of warnings) {
    toast({
      title: warning,
      ...(ticketRef === null ? {} : { detail: ticketName(ticketRef) }),
      tone: 'danger',
      timeout: 0,
    });
  }
}
