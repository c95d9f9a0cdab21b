import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { useAppInfo } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { EmptyLane } from './empty-lane.tsx';
import { FactFromSelection } from './fact-from-selection.tsx';
import { MessageList } from './message-list.tsx';
import { PlainText } from './message-text.tsx';
import styles from './messages.module.css';
import { useStickToBottom } from './stick-to-bottom.ts';
import { useAddFact } from './use-add-fact.ts';

const css = classesOf(styles);

/** Messages put on the page at once; earlier ones come on a press. */
const PAGE = 200;

/** The conversation: what was reported, and everything said since, oldest first. */
export function Messages({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, messages } = snapshot;
  const [shownCount, setShownCount] = useState(PAGE);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { behind, toEnd } = useStickToBottom(scroller, content, messages.at(-1)?.id);
  const addFact = useAddFact(session.id);
  const info = useAppInfo();
  const isActive = session.state === 'active';
  const shown = useMemo(() => messages.slice(-shownCount), [messages, shownCount]);

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
          {session.intake !== '' && (
            <div className={css('intake')}>
              <h2 className={css('reported')}>Reported</h2>
              <PlainText body={session.intake} />
            </div>
          )}
          {messages.length === 0 && isActive && info.data?.copilot_configured === false && (
            <EmptyLane />
          )}
          {messages.length > shownCount && (
            <Button
              size="sm"
              variant="ghost"
              className={css('earlier')}
              onClick={() => setShownCount(shownCount + PAGE)}
            >
              Show earlier messages ({(messages.length - shownCount).toLocaleString('en')})
            </Button>
          )}
          <MessageList messages={shown} onAddFact={isActive ? addFact : undefined} />
        </div>
      </div>
      {behind && (
        <Button size="sm" icon={ArrowDown} className={css('latest')} onClick={toEnd}>
          New messages
        </Button>
      )}
      {isActive && <FactFromSelection within={scroller} onAddFact={addFact} />}
    </div>
  );
}
