import { memo, useState } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Message } from '../../shared/domain/message.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { MessageProposals } from '../proposals/message-proposals.tsx';
import { classesOf } from '../ui/class-names.ts';
import { clockTime, fullTime } from '../ui/time.ts';
import { AnswerFoot } from './answer-foot.tsx';
import { AnswerText } from './answer-text.tsx';
import { MessageActions } from './message-actions.tsx';
import styles from './message-item.module.css';
import { MessageText } from './message-text.tsx';
import { MessagePictures } from './pictures/message-pictures.tsx';
import type { FactSource } from './use-add-fact.ts';
import { WritingLine } from './writing-line.tsx';

const css = classesOf(styles);

interface MessageItemProps {
  readonly message: Message;
  readonly isTabStop: boolean;
  readonly canRetry: boolean;
  readonly pictures: readonly Attachment[] | undefined;
  /** The session, where the copilot proposed something with this answer. */
  readonly proposedIn: SessionSnapshot | undefined;
  readonly onFocus: (messageId: number) => void;
  /** Absent in a closed session, which takes no more facts. */
  readonly onAddFact: ((source: FactSource) => void) | undefined;
  readonly onEdit: ((message: Message) => void) | undefined;
}

/** One turn: the technician's at the right, the copilot's at the left. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, isTabStop, canRetry, pictures, proposedIn, onFocus, onAddFact, onEdit } = props;
  const [near, setNear] = useState(false);
  const mine = message.author === 'technician';
  const writing = message.state === 'streaming';
  const aside = (
    <div className={css('aside')}>
      {!writing && (
        <MessageActions
          message={message}
          near={near}
          isTabStop={isTabStop}
          onAddFact={onAddFact}
          onEdit={mine ? onEdit : undefined}
        />
      )}
      <time
        className={css('time')}
        dateTime={new Date(message.created_at).toISOString()}
        title={fullTime(message.created_at)}
      >
        {clockTime(message.created_at)}
      </time>
    </div>
  );
  return (
    <li
      tabIndex={isTabStop ? 0 : -1}
      data-message={message.id}
      className={css('item', mine && 'mine', writing && 'writing')}
      aria-busy={writing || undefined}
      onPointerEnter={() => setNear(true)}
      onFocus={() => {
        setNear(true);
        onFocus(message.id);
      }}
    >
      {mine ? (
        <div className={css('row')}>
          <article className={css('bubble')} aria-label="You">
            {pictures && <MessagePictures pictures={pictures} />}
            <MessageText message={message} />
          </article>
          {aside}
        </div>
      ) : (
        <>
          <div className={css('head')}>
            <span className={css('who')}>Copilot</span>
            {aside}
          </div>
          <article className={css('answer')} aria-label="Copilot">
            <AnswerText message={message} />
          </article>
        </>
      )}
      {!mine && (
        <div className={css('below')}>
          {proposedIn && <MessageProposals messageId={message.id} snapshot={proposedIn} />}
          {writing && <WritingLine message={message} />}
          {!writing && <AnswerFoot message={message} canRetry={canRetry} />}
        </div>
      )}
    </li>
  );
});
