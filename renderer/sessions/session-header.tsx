import { PanelLeft, PanelRight } from 'lucide-react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { keysOf } from '../ui/shortcuts.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { SESSIONS_BESIDE_LANE, useMediaQuery } from '../ui/use-media-query.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { counted } from '../ui/words.ts';
import { DomainMenu } from './domain-menu.tsx';
import { IntakePopover } from './intake-popover.tsx';
import styles from './session-header.module.css';
import { SessionStateMark } from './session-state-mark.tsx';
import { TicketPopover } from './ticket-popover.tsx';
import { TitleEditor } from './title-editor.tsx';
import { useKnowledgeToggle } from './use-knowledge-toggle.ts';
import { findSession } from './window-hooks.ts';

const css = classesOf(styles);

/** The head of the lane: what the session is called, its ticket, its domain, its state and its problem. */
export function SessionHeader({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, facts } = snapshot;
  const open = session.state === 'active';
  const knowledge = useKnowledgeToggle();
  const hasSessions = useMediaQuery(SESSIONS_BESIDE_LANE);
  const known = facts.filter(({ status }) => status === 'confirmed').length;
  const proposed = facts.length - known;
  return (
    <header className={css('header')}>
      {!hasSessions && <IconButton icon={PanelLeft} label="Show sessions" onClick={findSession} />}
      {/* The text box below shows the same; this is what a screen reader jumps to. */}
      <VisuallyHidden>
        <h2>{session.title}</h2>
      </VisuallyHidden>
      {/* The key drops a half-made edit of one session when another is opened. */}
      <TitleEditor key={session.id} session={session} />
      <div className={css('chips')}>
        {open ? <ActiveChip /> : <ClosedChip snapshot={snapshot} />}
        {(open || session.ticket_ref !== null) && (
          <TicketPopover key={`ticket-${session.id}`} session={session} />
        )}
        <DomainMenu session={session} />
        <IntakePopover key={`intake-${session.id}`} session={session} />
        {knowledge.shown || (
          <Tooltip label="Show what we know" keys={keysOf('toggle-knowledge')}>
            <Button
              size="sm"
              variant="ghost"
              icon={PanelRight}
              aria-label={`Show what we know: ${counted(known, 'fact')}${proposed > 0 ? `, ${proposed} proposed` : ''}`}
              onClick={knowledge.toggle}
            >
              {known}
              {proposed > 0 && ` +${proposed}`}
            </Button>
          </Tooltip>
        )}
      </div>
    </header>
  );
}

function ActiveChip() {
  return (
    <span className={css('active')}>
      <SessionStateMark state="active" />
      Active
    </span>
  );
}

/** How and when a session closed. */
function ClosedChip({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, write_backs } = snapshot;
  const closed = session.closed_at ?? session.updated_at;
  const local = write_backs.at(-1)?.outcome.endsWith('_local') ?? session.ticket_ref === null;
  const how = session.state === 'resolved' ? 'Resolved' : 'Escalated';
  return (
    <Chip tone={session.state === 'resolved' ? 'ok' : 'internal'} title={fullTime(closed)}>
      {how}
      {local ? ' locally' : ''} · {shortTime(closed)}
    </Chip>
  );
}
