import { useQuery } from '@tanstack/react-query';
import { invoke } from '../bridge/client.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fullTime } from '../ui/time.ts';
import { counted } from '../ui/words.ts';
import { SentText } from './sent-text.tsx';
import styles from './what-ai-sees.module.css';
import type { NoteAt } from './would-be-sent.tsx';

const css = classesOf(styles);

/** What went to the AI for the newest draft of a note, and what it cost. */
export function WasSent({ sessionId, kind, stateVersion }: NoteAt) {
  const sent = useQuery({
    queryKey: ['ai-sent', sessionId, kind, stateVersion],
    queryFn: () => invoke('ai.sentFor', { session_id: sessionId, kind }),
    // A new draft may come without a new version.
    gcTime: 0,
  });
  if (sent.error) {
    return (
      <ErrorNotice
        error={sent.error}
        action={{ label: 'Try again', onPress: () => void sent.refetch() }}
      />
    );
  }
  if (sent.data === undefined) return <div className={css('waiting')} aria-busy />;
  if (sent.data === null) {
    return <p className={css('none')}>Nothing was sent for this draft.</p>;
  }
  const { sent_at, turns, input_tokens, output_tokens } = sent.data;
  return (
    <SentText
      request={sent.data}
      facts={[
        { name: 'Sent', value: fullTime(sent_at) },
        {
          name: 'Tokens',
          value: `${input_tokens.toLocaleString('en')} in, ${output_tokens.toLocaleString('en')} out, ${
            turns === 1 ? '1 turn' : `${counted(turns, 'turn')} (the draft was mended)`
          }`,
        },
      ]}
    />
  );
}
