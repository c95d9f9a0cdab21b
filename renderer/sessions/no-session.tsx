import { Plus } from 'lucide-react';
import { useSessionList } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { keysOf } from '../ui/shortcuts.ts';
import { useViewState } from '../view-state.ts';
import { SessionRow } from './session-row.tsx';
import styles from './welcome.module.css';
import { Welcome } from './welcome.tsx';

const css = classesOf(styles);
const noFocusToKeep = () => {};

/** What stands in the lane while no session is open: a first welcome, or the way back to the work. */
export function NoSession() {
  const { openSession, openDialog } = useViewState();
  const sessions = useSessionList();
  if (!sessions.isSuccess) return null;
  const all = sessions.data.pages.flat();
  if (all.length === 0) return <Welcome />;
  const recent = all.filter((session) => session.state === 'active').slice(0, 3);
  return (
    <div className={css('recent')}>
      <h2>{recent.length > 0 ? 'Pick up where you left off' : 'No session is open'}</h2>
      <p>
        {recent.length > 0
          ? 'Your latest active sessions. The list on the left holds them all.'
          : 'Choose one from the list, or start on a new problem.'}
      </p>
      {recent.length > 0 && (
        <ul>
          {recent.map((session, index) => (
            <li key={session.id}>
              <SessionRow
                session={session}
                current={false}
                index={index}
                tabStop
                onOpen={openSession}
                onFocus={noFocusToKeep}
              />
            </li>
          ))}
        </ul>
      )}
      <Button icon={Plus} keys={keysOf('new-session')} onClick={() => openDialog('new-session')}>
        New session
      </Button>
    </div>
  );
}
