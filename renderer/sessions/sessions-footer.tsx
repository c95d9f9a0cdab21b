import { PenLine, Settings } from 'lucide-react';
import { useAppInfo } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ariaKeys } from '../ui/keys.ts';
import { keysOf } from '../ui/shortcuts.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { useViewState } from '../view-state.ts';
import styles from './sessions-footer.module.css';

const css = classesOf(styles);

/** The foot of the session list: in what mode the app works, and the way to the settings. */
export function SessionsFooter() {
  const info = useAppInfo().data;
  const openDialog = useViewState((state) => state.openDialog);
  return (
    <footer className={css('footer')}>
      {info && !info.copilot_configured ? (
        <Tooltip
          side="top"
          label="No copilot is set up. Notes are drafted on this machine, from the facts of the session; nothing is sent anywhere."
        >
          <button type="button" className={css('mode')} onClick={() => openDialog('settings')}>
            <PenLine size={13} aria-hidden />
            {info.demo ? 'Demo · offline drafts' : 'Offline drafts'}
          </button>
        </Tooltip>
      ) : (
        <span className={css('mode')}>{info?.demo ? 'Demo' : ''}</span>
      )}
      <Button
        variant="ghost"
        size="sm"
        icon={Settings}
        aria-keyshortcuts={ariaKeys(keysOf('settings'))}
        onClick={() => openDialog('settings')}
      >
        Settings
      </Button>
    </footer>
  );
}
