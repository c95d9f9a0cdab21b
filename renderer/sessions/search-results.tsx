import { Fragment } from 'react';
import type { SearchHit } from '../../shared/domain/search.ts';
import { classesOf } from '../ui/class-names.ts';
import listStyles from './session-list.module.css';
import rowStyles from './session-row.module.css';
import { SessionStateMark, sessionStateWords } from './session-state-mark.tsx';
import type { useRowKeys } from './use-row-keys.ts';

const list = classesOf(listStyles);
const css = classesOf(rowStyles);

/** Where in a session the words stand, in words. */
const SOURCE_WORDS: Readonly<Record<SearchHit['source'], string>> = {
  title: 'Title',
  intake: 'Problem',
  fact: 'Fact',
  message: 'Message',
  note: 'Posted note',
  ticket: 'Ticket',
};

interface SearchResultsProps {
  readonly hits: readonly SearchHit[];
  readonly currentId: number | null;
  readonly keys: ReturnType<typeof useRowKeys>;
  readonly onOpen: (id: number) => void;
}

/** Sessions that match, each with the passage that does and where it stands. */
export function SearchResults({ hits, currentId, keys, onOpen }: SearchResultsProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div ref={keys.list} className={list('scroller')} onKeyDown={keys.onKeyDown}>
      <ul>
        {hits.map((hit, index) => (
          <li key={hit.session.id}>
            <button
              type="button"
              className={css('row', 'result')}
              aria-current={hit.session.id === currentId ? 'true' : undefined}
              tabIndex={index === keys.tabStop ? 0 : -1}
              data-row={index}
              onClick={() => onOpen(hit.session.id)}
              onFocus={() => keys.setActive(index)}
            >
              <span className={css('title')}>
                {hit.source === 'title' ? <Snippet parts={hit.snippet} /> : hit.session.title}
              </span>
              {hit.source !== 'title' && (
                <span className={css('snippet')}>
                  <Snippet parts={hit.snippet} />
                </span>
              )}
              <span className={css('state')}>
                <SessionStateMark state={hit.session.state} />
                <span className={css('words')}>{sessionStateWords(hit.session)}</span>
                <span className={css('time')}>{SOURCE_WORDS[hit.source]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A passage with the matching stretches marked. */
export function Snippet({ parts }: { readonly parts: SearchHit['snippet'] }) {
  return parts.map((part, index) =>
    part.match ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have only their place
      <mark key={index}>{part.text}</mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}
