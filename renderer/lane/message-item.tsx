import { ChevronDown, Pin } from 'lucide-react';
import { memo } from 'react';
import type { SourceType } from '../../shared/domain/fact.ts';
import type { Message } from '../../shared/domain/message.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { clockTime, fullTime } from '../ui/time.ts';
import { SELECTION_SOURCES } from './fact-sources.ts';
import styles from './message-item.module.css';
import { MessageText } from './message-text.tsx';
import type { FactSource } from './use-add-fact.ts';

const css = classesOf(styles);

interface MessageItemProps {
  readonly message: Message;
  readonly isTabStop: boolean;
  readonly onFocus: (messageId: number) => void;
  /** Absent in a closed session, which takes no more facts. */
  readonly onAddFact: ((source: FactSource) => void) | undefined;
}

/** One turn: the technician's at the right, the copilot's at the left. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, isTabStop, onFocus, onAddFact } = props;
  const mine = message.author === 'technician';
  return (
    <li
      tabIndex={isTabStop ? 0 : -1}
      data-message={message.id}
      className={css('item', mine && 'mine')}
      onFocus={() => onFocus(message.id)}
    >
      {!mine && <span className={css('who')}>Copilot</span>}
      <div className={css('row')}>
        <article className={css('bubble')} aria-label={mine ? 'You' : 'Copilot'}>
          <MessageText message={message} />
        </article>
        <div className={css('aside')}>
          {onAddFact && <MakeFact message={message} isTabStop={isTabStop} onAddFact={onAddFact} />}
          <time
            className={css('time')}
            dateTime={new Date(message.created_at).toISOString()}
            title={fullTime(message.created_at)}
          >
            {clockTime(message.created_at)}
          </time>
        </div>
      </div>
    </li>
  );
});

interface MakeFactProps {
  readonly message: Message;
  readonly isTabStop: boolean;
  readonly onAddFact: (source: FactSource) => void;
}

function MakeFact({ message, isTabStop, onAddFact }: MakeFactProps) {
  const tabIndex = isTabStop ? 0 : -1;
  const add = (sourceType: SourceType) =>
    onAddFact({ text: message.body, sourceType, messageId: message.id });
  return (
    <span className={css('make')}>
      <Button
        size="sm"
        variant="ghost"
        icon={Pin}
        tabIndex={tabIndex}
        onClick={() => add('technician')}
      >
        Make fact
      </Button>
      <Menu
        align="end"
        trigger={
          <IconButton icon={ChevronDown} label="Make fact as…" size="sm" tabIndex={tabIndex} />
        }
        items={SELECTION_SOURCES.map(({ sourceType, label }) => ({
          label,
          onSelect: () => add(sourceType),
        }))}
      />
    </span>
  );
}
