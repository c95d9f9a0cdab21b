import { BookOpen, Plus } from 'lucide-react';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { keysOf } from '../ui/shortcuts.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { counted } from '../ui/words.ts';
import { useViewState } from '../view-state.ts';
import styles from './welcome.module.css';

const css = classesOf(styles);

const STEPS = [
  ['Open a session', 'for a problem, with its ConnectWise ticket or without one.'],
  ['Gather what is known', 'as facts, each with where it comes from, and note what you try.'],
  ['Preview the note', 'and edit it in place. Every line shows the facts it rests on.'],
  ['Confirm & post', 'once you have read it: to the customer, or to the next engineer.'],
] as const;

/** What stands in the lane before there is any session: what this is for, and two ways to start. */
export function Welcome() {
  const openDialog = useViewState((state) => state.openDialog);
  const samples = useCall('sessions.addSamples', {
    onSuccess: ({ added }) =>
      toast({ title: `${counted(added, 'sample session')} added.`, tone: 'ok' }),
    onError: (error) => toastError(error),
  });
  return (
    <div className={css('welcome')}>
      <h2 className={css('title')}>From the problem to the posted note</h2>
      <p className={css('lead')}>
        ResolutionFlow keeps what you find out while you troubleshoot, and writes the resolution
        note or the escalation package from it.
      </p>
      <ol className={css('steps')}>
        {STEPS.map(([what, how], index) => (
          <li key={what}>
            <span className={css('number')} aria-hidden>
              {index + 1}
            </span>
            <p>
              <strong>{what}</strong> {how}
            </p>
          </li>
        ))}
      </ol>
      <div className={css('actions')}>
        <Button
          variant="primary"
          icon={Plus}
          keys={keysOf('new-session')}
          onClick={() => openDialog('new-session')}
        >
          New session
        </Button>
        <Button icon={BookOpen} busy={samples.isPending} onClick={() => samples.mutate({})}>
          Add sample sessions
        </Button>
      </div>
      <p className={css('small')}>Everything is kept on this machine. Nothing is sent anywhere.</p>
    </div>
  );
}
