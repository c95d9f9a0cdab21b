import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TabStrip } from '../ui/tab-strip.tsx';
import { NOTE_TITLES } from './posting-words.ts';
import { WasSent } from './was-sent.tsx';
import styles from './what-ai-sees.module.css';
import { WouldBeSent } from './would-be-sent.tsx';

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

/** What leaves this machine for a note: what would be sent now, and what was sent for the last draft. */
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
