import { CircleAlert, CircleCheck } from 'lucide-react';
import { useAiModels } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import { counted } from '../ui/words.ts';
import styles from './ai-settings.module.css';

const css = classesOf(styles);

/** Asks the API which models the key may use, and says in words what came of it. */
export function ConnectionTest() {
  const models = useAiModels();
  return (
    <>
      <p role="status" className={css('outcome')}>
        <Outcome models={models} />
      </p>
      <Button size="sm" busy={models.isFetching} onClick={() => void models.refetch()}>
        Test
      </Button>
    </>
  );
}

function Outcome({ models }: { readonly models: ReturnType<typeof useAiModels> }) {
  if (models.isFetching) return 'Asking the API…';
  if (models.error) {
    return (
      <span className={css('bad')}>
        <CircleAlert size={14} aria-hidden className={css('icon')} />
        {describeError(models.error)}
      </span>
    );
  }
  if (models.data === undefined) return null;
  return (
    <span className={css('good')}>
      <CircleCheck size={14} aria-hidden className={css('icon')} />
      It works: the key may use {counted(models.data.models.length, 'model')}.
    </span>
  );
}
