import { useQuery } from '@tanstack/react-query';
import type { AiStatus } from '../../shared/domain/ai.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import { invoke } from '../bridge/client.ts';
import { useAiStatus } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SentText } from './sent-text.tsx';
import styles from './what-ai-sees.module.css';

const css = classesOf(styles);

/** Why nothing is sent at the moment. */
const NOTHING_NOW: Readonly<Record<AiStatus['state'], string | null>> = {
  ready: null,
  no_key: 'No API key is set, so nothing is sent now. With one, it would be this:',
  local_only:
    'Drafting is kept on this machine, so nothing is sent now. Otherwise it would be this:',
};

/** A note of a session at one version. */
export interface NoteAt {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly stateVersion: number;
}

/** What would go to the AI if the note were written now. */
export function WouldBeSent({ sessionId, kind, stateVersion }: NoteAt) {
  const status = useAiStatus().data;
  const request = useQuery({
    queryKey: ['ai-request', sessionId, kind, stateVersion],
    queryFn: () => invoke('ai.requestFor', { session_id: sessionId, kind }),
    // The settings have a say in it too.
    gcTime: 0,
  });
  if (request.error) {
    return (
      <ErrorNotice
        error={request.error}
        action={{ label: 'Try again', onPress: () => void request.refetch() }}
      />
    );
  }
  if (request.data === undefined) return <div className={css('waiting')} aria-busy />;
  const nothing = status ? NOTHING_NOW[status.state] : null;
  return (
    <>
      {nothing && <p className={css('nothing')}>{nothing}</p>}
      <SentText request={request.data} doubts={request.data.doubts} />
    </>
  );
}
