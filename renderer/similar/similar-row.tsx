import { Collapsible } from '@base-ui/react/collapsible';
import { ArrowUpRight, ChevronRight } from 'lucide-react';
import type { SimilarWork } from '../../shared/domain/similar-work.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Tag } from '../ui/tag.tsx';
import { fullTime, shortTime } from '../ui/time.ts';
import { useViewState } from '../view-state.ts';
import { fixLine } from './bring-over.ts';
import { EarlierFact } from './earlier-fact.tsx';
import { EarlierFix } from './earlier-fix.tsx';
import styles from './similar-work.module.css';

const css = classesOf(styles);

/** Words that fit on a line. */
const WORDS = 4;

interface SimilarRowProps {
  readonly snapshot: SessionSnapshot;
  readonly work: SimilarWork;
}

/** One earlier session: what it was, what helped, what the two share; more of it on a press. */
export function SimilarRow({ snapshot, work }: SimilarRowProps) {
  const { session, fix, facts, shared_words } = work;
  const openSession = useViewState((state) => state.openSession);
  const at = session.closed_at ?? session.updated_at;
  const helped = fix?.outcome === 'worked';
  return (
    <Collapsible.Root render={<li className={css('row')} />}>
      <Collapsible.Trigger className={css('trigger')}>
        <ChevronRight size={14} aria-hidden className={css('chevron')} />
        <span className={css('title')}>{session.title}</span>
        <time className={css('when')} dateTime={new Date(at).toISOString()} title={fullTime(at)}>
          {shortTime(at)}
        </time>
      </Collapsible.Trigger>
      <p className={css('line', helped && 'helped', fix !== null && 'told')}>{fixLine(fix)}</p>
      <ul className={css('words')} aria-label="Words that both share">
        {shared_words.slice(0, WORDS).map((word) => (
          <li key={word}>
            <Tag>{word}</Tag>
          </li>
        ))}
      </ul>
      <Collapsible.Panel className={css('panel')}>
        <div className={css('more')}>
          {fix && <EarlierFix snapshot={snapshot} fix={fix} />}
          {facts.length > 0 && (
            <ul className={css('facts')} aria-label="What was known there">
              {facts.map((fact) => (
                <EarlierFact key={fact.id} snapshot={snapshot} source={session} fact={fact} />
              ))}
            </ul>
          )}
          <Button
            size="sm"
            variant="ghost"
            icon={ArrowUpRight}
            className={css('open')}
            onClick={() => openSession(session.id)}
          >
            Open that session
          </Button>
        </div>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
