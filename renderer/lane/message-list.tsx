import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Message } from '../../shared/domain/message.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { classesOf } from '../ui/class-names.ts';
import { groupByDay } from './message-days.ts';
import { MessageItem } from './message-item.tsx';
import styles from './messages.module.css';
import { picturesByMessage } from './pictures/pictures-by-message.ts';
import type { FactSource } from './use-add-fact.ts';

const css = classesOf(styles);

interface MessageListProps {
  readonly messages: readonly Message[];
  readonly snapshot: SessionSnapshot;
  readonly onAddFact: ((source: FactSource) => void) | undefined;
  /** Puts an own message back into the text box. Absent in a closed session. */
  readonly onEdit: ((message: Message) => void) | undefined;
}

/** Messages by day. One of them is a stop for the Tab key; the arrows go to the others. */
export function MessageList({ messages, snapshot, onAddFact, onEdit }: MessageListProps) {
  const [chosen, setChosen] = useState<number>();
  const days = groupByDay(messages, new Date());
  const last = messages.at(-1)?.id;
  const stop = messages.some(({ id }) => id === chosen) ? chosen : last;
  const isActive = onAddFact !== undefined;
  const { proposals, attachments } = snapshot;
  const withProposals = useMemo(
    () => new Set(proposals.map(({ message_id }) => message_id)),
    [proposals],
  );
  const pictures = useMemo(() => picturesByMessage(attachments), [attachments]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Inside a message the arrows belong to its buttons and menus.
    if (step === undefined || !(event.target instanceof HTMLLIElement)) return;
    const next = messages[messages.findIndex(({ id }) => id === stop) + step];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-message="${next.id}"]`)?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the messages inside have the focus
    <div onKeyDown={onKeyDown}>
      {days.map((day) => (
        <section key={day.key} aria-label={day.label}>
          <div className={css('day')} aria-hidden>
            <span>{day.label}</span>
          </div>
          <ol>
            {day.messages.map((message) => (
              <MessageItem
                key={message.id}
                message={message}
                isTabStop={message.id === stop}
                canRetry={isActive && message.id === last}
                pictures={pictures.get(message.id)}
                // Only who shows something of the session is drawn anew when it changes.
                proposedIn={withProposals.has(message.id) ? snapshot : undefined}
                onFocus={setChosen}
                onAddFact={onAddFact}
                onEdit={onEdit}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
