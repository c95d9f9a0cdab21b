import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { SessionListItem } from '../../shared/domain/session.ts';
import { useOutbox } from '../bridge/psa-queries.ts';
import { openPostingWords } from '../posting/open-posting-words.ts';
import { classesOf } from '../ui/class-names.ts';
import { type ListRow, withDayHeadings } from './session-days.ts';
import styles from './session-list.module.css';
import { type NoteOnItsWay, SessionRow } from './session-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useOnceReady } from './window-hooks.ts';

const css = classesOf(styles);
const HEADING_HEIGHT = 34;
const ROW_HEIGHT = 52;

interface SessionListProps {
  readonly sessions: readonly SessionListItem[];
  readonly currentId: number | null;
  readonly onOpen: (id: number) => void;
  /** The end of what is loaded came near. */
  readonly onNearEnd: () => void;
  readonly onLeaveUp: () => void;
}

/** The sessions by day. Only the rows in view exist, so thousands scroll as lightly as ten. */
export function SessionList({
  sessions,
  currentId,
  onOpen,
  onNearEnd,
  onLeaveUp,
}: SessionListProps) {
  const onTheirWay = useNotesOnTheirWay();
  const rows = useMemo(() => withDayHeadings(sessions, Date.now()), [sessions]);
  // Where each session stands among the rows, headings counted.
  const rowOf = useMemo(
    () => rows.flatMap((row, index) => (row.type === 'session' ? [index] : [])),
    [rows],
  );

  const keys = useRowKeys({
    count: sessions.length,
    onLeaveUp,
    reveal: (index) => virtual.scrollToIndex(index === 0 ? 0 : (rowOf[index] ?? 0)),
  });
  const focused = rowOf[keys.tabStop] ?? 0;
  // A new function for new rows: it also tells the virtualizer to lay them out again.
  const rowKey = useCallback((index: number) => keyOf(rows[index]), [rows]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => keys.list.current,
    estimateSize: (index) => (rows[index]?.type === 'heading' ? HEADING_HEIGHT : ROW_HEIGHT),
    overscan: 8,
    getItemKey: rowKey,
    // The row in the tab order is always there, or Tab would skip the list once it is scrolled away.
    rangeExtractor: (range) => [...new Set([focused, ...defaultRangeExtractor(range)])],
  });

  // The session that is open is brought into view when it was opened elsewhere: created, found, palette.
  const currentRow = rows.findIndex(
    (row) => row.type === 'session' && row.session.id === currentId,
  );
  const shownId = useRef<number | null>(null);
  useEffect(() => {
    if (currentRow < 0 || currentId === shownId.current) return;
    shownId.current = currentId;
    const row = rows[currentRow];
    if (row?.type === 'session') keys.setActive(row.position - 1);
    virtual.scrollToIndex(currentRow <= 1 ? 0 : currentRow);
  }, [currentId, currentRow, rows, keys.setActive, virtual]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown > rows.length - 40) onNearEnd();
  }, [lastShown, rows.length, onNearEnd]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div ref={keys.list} className={css('scroller')} onKeyDown={keys.onKeyDown}>
      <ul className={css('rows')} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { transform: `translateY(${start}px)` };
          if (row.type === 'heading') {
            return (
              <li key={key} className={css('item', 'heading')} style={style}>
                <h3>{row.label}</h3>
              </li>
            );
          }
          return (
            <li
              key={key}
              className={css('item')}
              style={style}
              aria-posinset={row.position}
              aria-setsize={sessions.length}
            >
              <SessionRow
                session={row.session}
                current={row.session.id === currentId}
                note={onTheirWay.get(row.session.id)}
                index={row.position - 1}
                tabStop={row.position - 1 === keys.tabStop}
                onOpen={onOpen}
                onFocus={keys.setActive}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function keyOf(row: ListRow | undefined): string {
  return row?.type === 'session' ? `session-${row.session.id}` : `heading-${row?.label}`;
}

/** Where the notes on their way stand, by session. */
function useNotesOnTheirWay(): ReadonlyMap<number, NoteOnItsWay> {
  const items = useOutbox({ enabled: useOnceReady() }).data;
  return useMemo(
    () => new Map(items?.map((item) => [item.session_id, openPostingWords(item)])),
    [items],
  );
}
