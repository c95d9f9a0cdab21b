import { useAiStatus } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './empty-lane.module.css';

const css = classesOf(styles);

const STEPS = [
  { write: '/user Prompts for a password since Monday', means: 'what the user reports' },
  { write: '/check Phone and browser mail work', means: 'what a check showed' },
  { write: '/fact Mailbox moved on 18 November', means: 'what you know yourself' },
  { write: '/fix 70 Clear the saved sign-in — then sign in again', means: 'what you suspect' },
  { write: '/ran Clear-OfficeCredential — two entries removed', means: 'what you ran' },
] as const;

/** How to work a session: shown in a lane that is still empty, with what the copilot does where there is one. */
export function EmptyLane() {
  const withAi = useAiStatus().data?.state === 'ready';
  return (
    <div className={css('hint')}>
      <p className={css('title')}>Work the problem, note what you learn</p>
      {withAi && (
        <p className={css('copilot')}>
          Write what you see: the copilot asks, suggests checks and a fix, and puts forward what
          could be a fact. It only proposes. What you confirm counts, and it runs nothing.
        </p>
      )}
      <dl className={css('steps')}>
        <div className={css('step')}>
          <dt className={css('words')}>What you see, in your own words</dt>
          <dd>{withAi ? 'the copilot answers' : 'stays here as your log'}</dd>
        </div>
        {STEPS.map(({ write, means }) => (
          <div key={write} className={css('step')}>
            <dt className={css('command')}>{write}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p className={css('end')}>
        When you are done, the preview below turns it into the note.{' '}
        {withAi
          ? 'Claude writes it from what is confirmed, never from the messages.'
          : 'Until you post it, everything stays on this machine.'}
      </p>
    </div>
  );
}
