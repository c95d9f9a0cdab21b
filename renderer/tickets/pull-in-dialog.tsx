import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { invoke } from '../bridge/client.ts';
import { keys } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LongText } from '../ui/long-text.tsx';
import { toast } from '../ui/toast.tsx';
import { counted } from '../ui/words.ts';
import {
  goesTo,
  intakeFrom,
  notTakable,
  type PullEntry,
  pullEntries,
  type TicketNote,
} from './pull-in.ts';
import styles from './pull-in-dialog.module.css';
import { ticketName } from './ticket-words.ts';

const css = classesOf(styles);

interface PullInProps {
  readonly session: Session;
  readonly ticket: PsaTicketShown;
  readonly notes: readonly TicketNote[];
}

interface PullInDialogProps extends PullInProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** A checklist of what the ticket says. Nothing is taken without a tick. */
export function PullInDialog({ open, onOpenChange, ...rest }: PullInDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Pull in from ${ticketName(rest.ticket.id)}`}
      description="Tick what this session should hold. Facts can reach the customer's note."
      size="lg"
    >
      <PullIn {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function PullIn({ session, ticket, notes, onDone }: PullInProps & { readonly onDone: () => void }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({
    busy: false,
    error: null,
  });
  // What the lane has loaded already.
  const snapshot = useQuery<SessionSnapshot>({
    queryKey: keys.snapshot(session.id),
    enabled: false,
  });
  const facts = snapshot.data?.facts ?? [];
  const entries = pullEntries(ticket, notes);
  const chosen = entries.filter(({ key }) => ticked.has(key));

  const toggle = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    setTicked(next);
  };
  const take = async () => {
    setState({ busy: true, error: null });
    try {
      await takeIn(session, chosen, (key) => toggle(key, false));
      toast({ title: takenWords(chosen, session.intake), tone: 'ok' });
      onDone();
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <>
      <ul className={css('entries')} aria-label="What the ticket says">
        {entries.map((entry) => (
          <Entry
            key={entry.key}
            entry={entry}
            intake={session.intake}
            reason={notTakable(entry, session.intake, facts)}
            ticked={ticked.has(entry.key)}
            onTick={(on) => toggle(entry.key, on)}
          />
        ))}
      </ul>
      {entries.length === 0 && <p className={css('quiet')}>The ticket holds no text.</p>}
      {state.error !== null && <ErrorNotice error={state.error} />}
      <div className={css('foot')}>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          variant="primary"
          disabled={chosen.length === 0}
          busy={state.busy}
          onClick={() => void take()}
        >
          {chosen.length === 0
            ? 'Pull in'
            : `Pull in ${counted(chosen.length, 'entry', 'entries')}`}
        </Button>
      </div>
    </>
  );
}

interface EntryProps {
  readonly entry: PullEntry;
  readonly intake: string;
  /** Why it cannot be taken. */
  readonly reason: string | null;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function Entry({ entry, intake, reason, ticked, onTick }: EntryProps) {
  return (
    <li className={css('entry')}>
      <Checkbox
        checked={ticked}
        disabled={reason !== null}
        onChange={onTick}
        label={
          <>
            {entry.source}
            {entry.internal && (
              <Chip tone="internal" icon={Lock}>
                Internal
              </Chip>
            )}
            <span className={css('where')}>
              {reason ?? (goesTo(entry, intake) === 'intake' ? '→ Problem' : '→ Fact')}
            </span>
          </>
        }
      >
        <LongText text={entry.text} className={css('text')} />
      </Checkbox>
    </li>
  );
}

/** Each entry that is taken is unticked at once, so that a second try does not take it twice. */
async function takeIn(
  session: Session,
  chosen: readonly PullEntry[],
  onTaken: (key: string) => void,
): Promise<void> {
  const forIntake = chosen.filter((entry) => goesTo(entry, session.intake) === 'intake');
  if (forIntake.length > 0) {
    await invoke('sessions.update', { session_id: session.id, intake: intakeFrom(forIntake) });
    for (const { key } of forIntake) onTaken(key);
  }
  for (const entry of chosen) {
    if (forIntake.includes(entry)) continue;
    await invoke('facts.add', {
      session_id: session.id,
      text: entry.text,
      source_type: 'ticket',
      source_summary: entry.source,
    });
    onTaken(entry.key);
  }
}

function takenWords(chosen: readonly PullEntry[], intake: string): string {
  const facts = chosen.filter((entry) => goesTo(entry, intake) === 'fact').length;
  const parts = [
    ...(facts < chosen.length ? ['the problem'] : []),
    ...(facts > 0 ? [counted(facts, 'fact')] : []),
  ];
  return `Pulled in: ${parts.join(' and ')}.`;
}
