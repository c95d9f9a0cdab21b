import { useQuery } from '@tanstack/react-query';
import { invoke } from '../bridge/client.ts';
import { classesOf } from '../ui/class-names.ts';
import { useViewState } from '../view-state.ts';
import styles from './from-session.module.css';

const css = classesOf(styles);

/** Names the earlier session that a fact or a fix was brought over from, and leads to it. */
export function FromSession({ sessionId }: { readonly sessionId: number }) {
  const openSession = useViewState((state) => state.openSession);
  // It is closed, so that its title stays; the rest of it is not kept.
  const { data: title } = useQuery({
    queryKey: ['session-title', sessionId],
    queryFn: async () => (await invoke('sessions.get', { session_id: sessionId })).session.title,
  });
  return (
    <button type="button" className={css('link')} onClick={() => openSession(sessionId)}>
      {title === undefined ? 'from an earlier session' : `from session “${title}”`}
    </button>
  );
}
