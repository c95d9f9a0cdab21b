import { useAiStatus } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './empty-lane.module.css';

const css = classesOf(styles);

const STEPS = [
  { write: '/user Prompts for a password since Monday', means: 'what the user reports' },
  { write: '/check Phone and browser mail work', means: 'what a check showed' },
  { write: '/cause A sign-in from before the move', means: 'why it happened' },
  { write: '/fix 70 Clear the saved sign-in — then sign in again', means: 'what to try' },
  { write: '/did Removed two saved entries', means: 'what you changed' },
  { write: '/works Outlook opens without a prompt', means: 'how you know it works' },
] as const;

/** How to work a session: shown in a lane that is still empty, with what the copilot does where there is one. */
export function EmptyLane() {
  const withAi = useAiStatus().data?.state === 'ready';
  return (
    <div className={css('hint')}>
      <p className={css('title')}>Record what you find</p>
      {withAi && (
        <p className={css('copilot')}>
          Describe what you see. Copilot suggests facts, checks and fixes. Nothing counts until you
          confirm it.
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
        Type / for all commands. The previews below turn this into the note.{' '}
        {withAi
          ? 'Claude uses confirmed facts only, never messages.'
          : 'Nothing leaves this computer until you post.'}
      </p>
    </div>
  );
}
