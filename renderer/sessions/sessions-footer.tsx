import { PenLine, Settings, Sparkles } from 'lucide-react';
import type { AiStatus } from '../../shared/domain/ai.ts';
import { useAiStatus, useAppInfo } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ariaKeys } from '../ui/keys.ts';
import { keysOf } from '../ui/shortcuts.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { useViewState } from '../view-state.ts';
import styles from './sessions-footer.module.css';
import { useOnceReady } from './window-hooks.ts';

const css = classesOf(styles);

const MODES = {
  ready: {
    icon: Sparkles,
    words: 'Claude drafts',
    inDemo: 'Demo · Claude drafts',
    meaning: 'Notes are drafted with Claude, from the facts of the session.',
  },
  no_key: {
    icon: PenLine,
    words: 'Offline drafts',
    inDemo: 'Demo · offline drafts',
    meaning:
      'No API key is set. Notes are drafted on this machine, from the facts of the session; nothing is sent to an AI.',
  },
  local_only: {
    icon: PenLine,
    words: 'Offline drafts',
    inDemo: 'Demo · offline drafts',
    meaning:
      'The settings keep drafting on this machine: notes come from the facts of the session, and nothing is sent to an AI.',
  },
} as const satisfies Record<AiStatus['state'], object>;

/** The foot of the session list: in what mode the app works, and the way to the settings. */
export function SessionsFooter() {
  const info = useAppInfo().data;
  const openDialog = useViewState((state) => state.openDialog);
  const state = useStatusOnceReady();
  return (
    <footer className={css('footer')}>
      {state ? (
        <Mode state={state} demo={info?.demo ?? false} onPress={() => openDialog('settings')} />
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

interface ModeProps {
  readonly state: AiStatus['state'];
  readonly demo: boolean;
  readonly onPress: () => void;
}

function Mode({ state, demo, onPress }: ModeProps) {
  const { icon: Icon, words, inDemo, meaning } = MODES[state];
  return (
    <Tooltip side="top" label={meaning}>
      <button type="button" className={css('mode')} onClick={onPress}>
        <Icon size={13} aria-hidden />
        {demo ? inDemo : words}
      </button>
    </Tooltip>
  );
}

/** Asked after the start only: a keychain may take its time to answer. */
function useStatusOnceReady(): AiStatus['state'] | undefined {
  return useAiStatus({ enabled: useOnceReady() }).data?.state;
}
