import { ListFilter, Plus } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useSessionList, useSessionSearch } from '../bridge/queries.ts';
import { OutboxCounter } from '../posting/outbox-counter.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { keysOf } from '../ui/shortcuts.ts';
import { useDebounced } from '../ui/use-debounced.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { counted } from '../ui/words.ts';
import { UpdateNotice } from '../updates/update-notice.tsx';
import { useViewState } from '../view-state.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import listStyles from './session-list.module.css';
import { SessionList } from './session-list.tsx';
import { SessionsFooter } from './sessions-footer.tsx';
import styles from './sessions-pane.module.css';
import { useRowKeys } from './use-row-keys.ts';
import { useFindSession, useReadyMark } from './window-hooks.ts';

const css = classesOf(styles);
const list = classesOf(listStyles);

const FILTERS = [
  { value: 'all', label: 'All sessions' },
  { value: 'active', label: 'Active' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'escalated', label: 'Escalated' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

/** The left column: new session, search, the sessions by day. */
export function SessionsPane() {
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim(), 120);
  const searching = typed.trim() !== '';
  const { sessionId, openSession, openDialog } = useViewState();
  const field = useRef<HTMLInputElement>(null);
  useFindSession(field);

  const sessions = useSessionList(filter === 'all' ? undefined : filter);
  const shown = useMemo(() => sessions.data?.pages.flat() ?? [], [sessions.data]);
  useReadyMark(sessions.isSuccess);

  const search = useSessionSearch(query);
  const hits = (searching && search.data) || [];
  const toField = useCallback(() => field.current?.focus(), []);
  const resultKeys = useRowKeys({ count: hits.length, onLeaveUp: toField });

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = sessions;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const intoResults = () => {
    if (searching) resultKeys.moveTo(0);
    else
      document
        .querySelector<HTMLElement>('[aria-label="Sessions"] [data-row][tabindex="0"]')
        ?.focus();
  };
  const filterLabel = FILTERS.find(({ value }) => value === filter)?.label ?? '';

  return (
    <section aria-label="Sessions" className={css('pane')}>
      <header className={css('top')}>
        <div className={css('brand')}>
          <span className={css('mark')} aria-hidden />
          <h1>ResolutionFlow</h1>
        </div>
        <Button
          icon={Plus}
          keys={keysOf('new-session')}
          className={css('new')}
          onClick={() => openDialog('new-session')}
        >
          New session
        </Button>
        <div className={css('find')}>
          <SearchField
            field={field}
            value={typed}
            onChange={setTyped}
            onIntoResults={intoResults}
          />
          <ChoiceMenu
            value={filter}
            onChange={setFilter}
            options={FILTERS}
            align="end"
            trigger={
              <IconButton
                icon={ListFilter}
                label={`Filter sessions, now: ${filterLabel}`}
                hint="Filter by state"
                className={css(filter !== 'all' && 'filtered')}
              />
            }
          />
        </div>
      </header>
      {searching || filter !== 'all' ? (
        <div className={css('bar')}>
          <h2>{searching ? resultWords(search.isPending, hits.length) : filterLabel}</h2>
          {!searching && (
            <Button size="sm" variant="ghost" onClick={() => setFilter('all')}>
              Show all
            </Button>
          )}
        </div>
      ) : (
        <VisuallyHidden>
          <h2>{filterLabel}</h2>
        </VisuallyHidden>
      )}
      <VisuallyHidden>
        <span role="status">
          {searching && search.isSuccess ? counted(hits.length, 'result') : ''}
        </span>
      </VisuallyHidden>
      {searching ? (
        <>
          {search.isError && <ErrorNotice error={search.error} />}
          {search.isSuccess && hits.length === 0 ? (
            <p className={list('none', 'only')}>
              Nothing found for “{query}”. Search looks in titles, problems, facts, messages and
              posted notes.
            </p>
          ) : (
            <SearchResults
              hits={hits}
              currentId={sessionId}
              keys={resultKeys}
              onOpen={openSession}
            />
          )}
        </>
      ) : (
        <>
          {sessions.isError && (
            <ErrorNotice
              error={sessions.error}
              action={{ label: 'Try again', onPress: () => void sessions.refetch() }}
            />
          )}
          {sessions.isSuccess && shown.length === 0 && (
            <p className={list('none')}>
              {filter === 'all'
                ? 'Sessions you open stand here, the latest first.'
                : `No ${filter} sessions.`}
            </p>
          )}
          <SessionList
            sessions={shown}
            currentId={sessionId}
            onOpen={openSession}
            onNearEnd={loadMore}
            onLeaveUp={toField}
          />
        </>
      )}
      <OutboxCounter />
      <UpdateNotice />
      <SessionsFooter />
    </section>
  );
}

function resultWords(pending: boolean, count: number): string {
  return pending ? 'Searching…' : counted(count, 'result');
}
