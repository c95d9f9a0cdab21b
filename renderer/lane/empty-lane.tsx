import { useAiStatus } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './empty-lane.module.css';

const css = classesOf(styles);

const STEPS = [
  { write: 'What you see, in your own words', means: 'stays here as your log' },
  { write: '/user Prompts for a password since Monday', means: 'what the user reports' },
  { write: '/check Phone and browser mail work', means: 'what a check showed' },
  { write: '/fact Mailbox moved on 18 November', means: 'what you know yourself' },
  { write: '/fix 70 Clear the saved sign-in — then sign in again', means: 'what you suspect' },
  { write: '/ran Clear-OfficeCredential — two entries removed', means: 'what you ran' },
] as const;

/** How to work a session without a copilot: shown once, in a lane that is still empty. */
export function EmptyLane() {
  const withAi = useAiStatus().data?.state === 'ready';
  return (
    <div className={css('hint')}>
      <p className={css('title')}>Work the problem, note what you learn</p>
      <dl className={css('steps')}>
        {STEPS.map(({ write, means }) => (
          <div key={write} className={css('step')}>
            <dt className={css(write.startsWith('/') ? 'command' : 'words')}>{write}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p className={css('end')}>
        When you are done, the preview below turns it into the note.{' '}
        {withAi
          ? 'Claude writes it from the facts; messages stay on this machine.'
          : 'Until you post it, everything stays on this machine.'}
      </p>
    </div>
  );
}
