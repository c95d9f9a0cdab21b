import { Tabs } from '@base-ui/react/tabs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AiStatus } from '../../shared/domain/ai.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { invoke } from '../bridge/client.ts';
import { useAiStatus } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TabStrip } from '../ui/tab-strip.tsx';
import { fullTime } from '../ui/time.ts';
import { counted } from '../ui/words.ts';
import { NOTE_TITLES } from './posting-words.ts';
import { SentText } from './sent-text.tsx';
import styles from './what-ai-sees.module.css';

const css = classesOf(styles);

type SeenTab = 'would' | 'was';

const TABS: readonly { readonly value: SeenTab; readonly label: string }[] = [
  { value: 'would', label: 'Would be sent' },
  { value: 'was', label: 'Was sent' },
];

interface WhatAiSeesProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly snapshot: SessionSnapshot;
  readonly kind: NoteKind;
}

/** What is sent to the AI for a note: what would be sent now, and what was sent for the last draft. */
export function WhatAiSees({ open, onOpenChange, snapshot, kind }: WhatAiSeesProps) {
  const { session } = snapshot;
  const isActive = session.state === 'active';
  const [tab, setTab] = useState<SeenTab>(isActive ? 'would' : 'was');
  const note = { sessionId: session.id, kind, stateVersion: session.state_version };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={isActive ? 'What the AI sees' : 'What the AI saw'}
      description={`${NOTE_TITLES[kind]}: this text and nothing else of the session. Never your messages, never a key.`}
    >
      {isActive ? (
        <Tabs.Root value={tab} onValueChange={(next: SeenTab) => setTab(next)}>
          <TabStrip label="What is sent to the AI" tabs={TABS} />
          <Tabs.Panel value="would" className={css('panel')}>
            <WouldBeSent {...note} />
          </Tabs.Panel>
          <Tabs.Panel value="was" className={css('panel')}>
            <WasSent {...note} />
          </Tabs.Panel>
        </Tabs.Root>
      ) : (
        <WasSent {...note} />
      )}
    </Dialog>
  );
}

/** Why nothing is sent at the moment. */
const NOTHING_NOW: Readonly<Record<AiStatus['state'], string | null>> = {
  ready: null,
  no_key: 'Nothing is sent: no API key is set. With one, it would be this:',
  local_only: 'Nothing is sent: AI is off. With AI on, it would be this:',
};

/** A note of a session at one version. */
interface NoteAt {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly stateVersion: number;
}

/** What would go to the AI if the note were written now. */
function WouldBeSent({ sessionId, kind, stateVersion }: NoteAt) {
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

/** What went to the AI for the newest draft of a note, and what it cost. */
function WasSent({ sessionId, kind, stateVersion }: NoteAt) {
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
            turns === 1 ? '1 turn' : `${counted(turns, 'turn')} (the draft was corrected)`
          }`,
        },
      ]}
    />
  );
}
