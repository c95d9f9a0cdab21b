import type { Fact } from '../../shared/domain/fact.ts';
import type { SimilarWork } from '../../shared/domain/similar-work.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { keys, queryClient, useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { LongText } from '../ui/long-text.tsx';
import { toastError } from '../ui/toast.tsx';
import { BringButton } from './bring-button.tsx';
import { factToBring, isFactHere } from './bring-over.ts';
import styles from './similar-work.module.css';

const css = classesOf(styles);

interface EarlierFactProps {
  readonly snapshot: SessionSnapshot;
  readonly source: SimilarWork['session'];
  readonly fact: Fact;
}

/** A fact of an earlier session. Used here, it is proposed and waits to be confirmed. */
export function EarlierFact({ snapshot, source, fact }: EarlierFactProps) {
  const sessionId = snapshot.session.id;
  const add = useCall('facts.add', {
    onSuccess: async () => {
      announce('Fact proposed. Confirm it if it’s true here too.');
      await queryClient.invalidateQueries({ queryKey: keys.snapshot(sessionId) });
    },
    onError: (error) => toastError(error),
  });
  return (
    <li className={css('part')}>
      <LongText text={fact.text} className={css('text')} />
      <BringButton
        what={fact.text.slice(0, 80)}
        here={isFactHere(snapshot, fact)}
        busy={add.isPending}
        onPress={() => add.mutate(factToBring(sessionId, source, fact))}
      />
    </li>
  );
}
