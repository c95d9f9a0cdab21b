import { ArrowDown } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Message } from '../../shared/domain/message.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { streamingMessage, useTurnFound } from '../bridge/use-turn.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { EmptyLane } from './empty-lane.tsx';
import { FactFromSelection } from './fact-from-selection.tsx';
import { MessageList } from './message-list.tsx';
import { PlainText } from './message-text.tsx';
import styles from './messages.module.css';
import { useStickToBottom } from './stick-to-bottom.ts';
import { useAddFact } from './use-add-fact.ts';
import { useAnswerAnnounced } from './use-answer-announced.ts';
import { windowComposers } from './use-composer.ts';
import { useLaneHistory } from './use-lane-history.ts';

const css = classesOf(styles);

/** So many messages are on the page at once; the others that came follow as soon as those are shown. */
const SHOWN_AT_ONCE = 30;

/** The conversation: what was reported, and everything said since, oldest first. */
export function Messages({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, messages } = snapshot;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { behind, toEnd } = useStickToBottom(scroller, content, messages.at(-1)?.id);
  const { history, left, sentinel, error, retry } = useLaneHistory(snapshot, scroller);
  const addFact = useAddFact(session.id);
  const isActive = session.state === 'active';
  const all = useMemo(() => [...history.older, ...history.newest], [history]);
  const shown = useDeferredValue(all, all.slice(-SHOWN_AT_ONCE));
  const isComplete = left === 0 && shown.length === all.length;
  useTurnFound(session.id, streamingMessage(messages)?.id);
  useAnswerAnnounced(snapshot);

  const edit = useCallback(
    ({ id, body }: Message) => windowComposers().edit(session.id, id, body),
    [session.id],
  );

  const own = messages.findLast(({ author }) => author === 'technician')?.id;
  const lastOwn = useRef(own);
  useEffect(() => {
    // One's own words are always worth seeing, wherever one was reading.
    if (own !== lastOwn.current) toEnd();
    lastOwn.current = own;
  }, [own, toEnd]);

  return (
    <div className={css('frame')}>
      <div
        ref={scroller}
        className={css('scroller')}
        // Without messages nothing in it takes the focus, and the keys must be able to scroll it.
        tabIndex={messages.length === 0 ? 0 : -1}
        role="log"
        aria-label="Conversation"
        aria-live="off"
      >
        <div ref={content} className={css('content', messages.length === 0 && 'empty')}>
          {isComplete && history.older.length > 0 && (
            <p className={css('beginning')}>Beginning of the session</p>
          )}
          {isComplete && session.intake !== '' && (
            <div className={css('intake')}>
              <h2 className={css('reported')}>Reported</h2>
              <PlainText body={session.intake} />
            </div>
          )}
          {messages.length === 0 && isActive && <EmptyLane />}
          {left > 0 && (
            <div ref={sentinel} className={css('earlier')}>
              {error === null ? (
                `${left.toLocaleString('en')} earlier messages`
              ) : (
                <ErrorNotice error={error} action={{ label: 'Try again', onPress: retry }} />
              )}
            </div>
          )}
          <MessageList
            messages={shown}
            snapshot={snapshot}
            onAddFact={isActive ? addFact : undefined}
            onEdit={isActive ? edit : undefined}
          />
        </div>
      </div>
      {behind && (
        <Button size="sm" icon={ArrowDown} className={css('latest')} onClick={toEnd}>
          New messages
        </Button>
      )}
      {isActive && (
        <FactFromSelection sessionId={session.id} within={scroller} onAddFact={addFact} />
      )}
    </div>
  );
}
