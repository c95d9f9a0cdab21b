import { Tabs } from '@base-ui/react/tabs';
import { CircleArrowUp, CircleCheck, Copy, Download, ScanEye } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import { invoke } from '../bridge/client.ts';
import { useWasJustPosted } from '../posting/just-posted.ts';
import { Announced } from '../ui/announced.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classesOf, joinClasses } from '../ui/class-names.ts';
import { TabStrip } from '../ui/tab-strip.tsx';
import { fullTime } from '../ui/time.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { AuditTrail } from './audit-trail.tsx';
import styles from './closed-note.module.css';
import { CompareView } from './compare-view.tsx';
import { closedWords, noteFileName, outcomeWords } from './posting-words.ts';
import { RenderedNote } from './rendered-note.tsx';
import headerStyles from './sheet-header.module.css';
import { TicketRecord } from './ticket-record.tsx';
import { WhatAiSees } from './what-ai-sees.tsx';

const css = classesOf(styles);
const head = classesOf(headerStyles);

type ClosedTab = 'note' | 'compare' | 'history';

const TABS: readonly { readonly value: ClosedTab; readonly label: string }[] = [
  { value: 'note', label: 'Note' },
  { value: 'compare', label: 'Compare' },
  { value: 'history', label: 'History' },
];

/** What became of a session: the note as it was posted, where it came from, and every step on the way. */
export function ClosedNote({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, write_backs } = snapshot;
  const [tab, setTab] = useState<ClosedTab>('note');
  const justPosted = useWasJustPosted(session.id);
  const posted = write_backs.at(-1);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that had the focus went with the sheet.
    if (justPosted) region.current?.focus();
  }, [justPosted]);
  return (
    <section ref={region} tabIndex={-1} aria-label="Posted note" className={css('region')}>
      {posted && (
        <Tabs.Root
          value={tab}
          onValueChange={(next: ClosedTab) => setTab(next)}
          className={css('sheet')}
        >
          <ClosedHeader posted={posted} announced={justPosted} />
          <Tabs.Panel value="note" className={css('panel', 'note')}>
            <RenderedNote markdown={posted.markdown} />
          </Tabs.Panel>
          <Tabs.Panel value="compare" className={css('panel')}>
            <DraftBesidePosted snapshot={snapshot} posted={posted} />
          </Tabs.Panel>
          <Tabs.Panel value="history" className={css('panel')}>
            <AuditTrail snapshot={snapshot} />
          </Tabs.Panel>
          <TicketRecord posted={posted} />
          <ClosedActions snapshot={snapshot} posted={posted} />
        </Tabs.Root>
      )}
      <p className={css('closed')}>{closedWords(session.state)}</p>
    </section>
  );
}

interface ClosedHeaderProps {
  readonly posted: WriteBack;
  /** The outcome is news: it is said in a live region. */
  readonly announced: boolean;
}

/** The outcome in words, and the three ways to look at what was posted. */
function ClosedHeader({ posted, announced }: ClosedHeaderProps) {
  const Icon = posted.kind === 'resolve' ? CircleCheck : CircleArrowUp;
  return (
    <header className={head('header')}>
      <Icon size={17} aria-hidden className={css('mark', posted.kind)} />
      <h2 className={joinClasses(head('title'), css('outcome'))}>
        {announced ? <Announced words={outcomeWords(posted)} /> : outcomeWords(posted)}
      </h2>
      <time className={css('when')} dateTime={new Date(posted.created_at).toISOString()}>
        {fullTime(posted.created_at)}
      </time>
      <Chip tone={posted.kind === 'resolve' ? 'customer' : 'internal'} className={css('for')}>
        {posted.kind === 'resolve' ? 'Written for the customer' : 'Written for staff'}
      </Chip>
      <div className={head('space')} />
      <TabStrip label="View of the posted note" tabs={TABS} />
    </header>
  );
}

interface DraftBesidePostedProps {
  readonly snapshot: SessionSnapshot;
  readonly posted: WriteBack;
}

/** The generated note beside what was posted. */
function DraftBesidePosted({ snapshot, posted }: DraftBesidePostedProps) {
  const stored = snapshot.drafts.find(({ kind }) => kind === posted.kind);
  const before = posted.draft_markdown ?? stored?.base_markdown;
  if (before === undefined) return <p className={css('quiet')}>No draft was kept.</p>;
  const origin = posted.draft_origin === 'ai' ? 'AI draft' : 'generated draft';
  return (
    <CompareView
      before={before}
      after={posted.markdown}
      beforeLabel={`only in the ${origin}`}
      afterLabel="only in the posted note"
      sameWords={`The ${origin} and the posted note are the same.`}
    />
  );
}

interface ClosedActionsProps {
  readonly snapshot: SessionSnapshot;
  readonly posted: WriteBack;
}

/** Where a posted note can go next, and the way on. */
function ClosedActions({ snapshot, posted }: ClosedActionsProps) {
  const { title } = snapshot.session;
  const { kind, markdown } = posted;
  const [asked, setAsked] = useState(false);
  const { openDialog } = useViewState();
  const copy = () =>
    invoke('app.copyText', { text: markdown }).then(
      () => toast({ title: 'Note copied.', tone: 'ok' }),
      toastError,
    );
  const save = () =>
    invoke('app.exportFile', { suggested_name: noteFileName(title, kind), text: markdown }).then(
      ({ file }) => {
        if (file !== null) toast({ title: 'Note exported.', detail: file, tone: 'ok' });
      },
      toastError,
    );
  return (
    <footer className={css('foot')}>
      <Button icon={Copy} onClick={() => void copy()}>
        Copy note
      </Button>
      <Button icon={Download} onClick={() => void save()}>
        Export note
      </Button>
      <Button variant="ghost" icon={ScanEye} onClick={() => setAsked(true)}>
        What the AI saw
      </Button>
      <WhatAiSees open={asked} onOpenChange={setAsked} snapshot={snapshot} kind={kind} />
      <div className={css('space')} />
      <Button variant="primary" onClick={() => openDialog('new-session')}>
        New session
      </Button>
    </footer>
  );
}
