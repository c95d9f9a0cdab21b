import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Section } from '../ui/section.tsx';
import { SimilarRow } from './similar-row.tsx';
import styles from './similar-work.module.css';
import { useSimilarWork } from './use-similar-work.ts';

const css = classesOf(styles);

/**
 * Earlier sessions that are like an open one, with what helped there. Takes no room while there are
 * none, and in a closed session, which is a record.
 */
export function SimilarWork({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { data: found = [], isError, isFetching, refetch } = useSimilarWork(snapshot);
  if (snapshot.session.state !== 'active' || (found.length === 0 && !isError)) return null;
  return (
    <Section title="Similar work" count={found.length}>
      {isError && found.length === 0 ? (
        <div className={css('failed')}>
          <p>Earlier sessions could not be looked through.</p>
          <Button size="sm" variant="ghost" busy={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <ul className={css('list')}>
          {found.map((work) => (
            <SimilarRow key={work.session.id} snapshot={snapshot} work={work} />
          ))}
        </ul>
      )}
    </Section>
  );
}
