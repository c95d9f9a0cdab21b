import { RefreshCw, Sparkles } from 'lucide-react';
import type { Settings } from '../../shared/domain/settings.ts';
import type { UpdateChannel, UpdateStatus } from '../../shared/domain/update.ts';
import { useCall, useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { Switch } from '../ui/switch.tsx';
import { clockTime } from '../ui/time.ts';
import { toastError } from '../ui/toast.tsx';
import { UpdateActions } from '../updates/update-actions.tsx';
import { useUpdateStatus } from '../updates/update-queries.ts';
import { updateWords } from '../updates/update-words.ts';
import { useViewState } from '../view-state.ts';
import styles from './settings-dialog.module.css';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

const css = classesOf(styles);

const CHANNELS = [
  { value: 'stable', label: 'Stable' },
  { value: 'beta', label: 'Beta' },
] as const satisfies readonly { value: UpdateChannel; label: string }[];

/** Which version runs here, whether there is a newer one, and how it comes. */
export function UpdateSettings() {
  const status = useUpdateStatus().data;
  const settings = useSettings().data;
  return (
    <SettingsSection title="Updates">
      {status === undefined ? (
        <SettingsRow title="This version" text="Looking…" words={SEARCHED} />
      ) : (
        <Version status={status} />
      )}
      {settings && status?.can_check && <Choices settings={settings} status={status} />}
    </SettingsSection>
  );
}

const SEARCHED = 'update upgrade new release version check';

function Version({ status }: { readonly status: UpdateStatus }) {
  const check = useCall('updates.check', { onError: (error) => toastError(error) });
  const openDialog = useViewState((state) => state.openDialog);
  return (
    <>
      <SettingsRow
        title={updateWords(status)}
        text={
          <>
            <span role="status">{lookedWords(status)}</span>
            {status.problem && (
              <span role="alert" className={css('problem')}>
                {' '}
                {status.problem.words}
              </span>
            )}
            {status.by_hand && ` ${status.by_hand.words}`}
          </>
        }
        words={SEARCHED}
      />
      <div className={css('row', 'folders')}>
        <UpdateActions status={status} />
        {status.can_check && !isUnderWay(status) && (
          <Button
            size="sm"
            icon={RefreshCw}
            busy={status.checking}
            onClick={() => check.mutate({})}
          >
            Check for updates
          </Button>
        )}
        <Button size="sm" icon={Sparkles} onClick={() => openDialog('whats-new')}>
          What’s new
        </Button>
      </div>
    </>
  );
}

/** A check would change nothing while a version comes, waits to be installed or is installed. */
function isUnderWay({ phase }: UpdateStatus): boolean {
  return phase.kind === 'downloading' || phase.kind === 'installing';
}

function lookedWords({ can_check, checking, checked_at }: UpdateStatus): string {
  if (!can_check) return 'This build does not say where its updates are.';
  if (checking) return 'Looking…';
  return checked_at === null ? 'Not looked yet.' : `Looked at ${clockTime(checked_at)}.`;
}

interface ChoicesProps {
  readonly settings: Settings;
  readonly status: UpdateStatus;
}

function Choices({ settings, status }: ChoicesProps) {
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  return (
    <>
      <SettingsRow
        title="Update channel"
        text="Beta brings new versions earlier. Going back to stable keeps this version until a newer stable one is out."
        words="update preview early prerelease"
        settings={['update_channel']}
      >
        <SegmentedControl
          label="Update channel"
          value={settings.update_channel}
          options={CHANNELS}
          onChange={(update_channel) => update.mutate({ update_channel })}
        />
      </SettingsRow>
      <SettingsRow
        title="Look for updates automatically"
        text="A minute after the start and every few hours."
        words="update check"
        settings={['updates_check_automatically']}
      >
        <Switch
          label="Look for updates automatically"
          labelHidden
          checked={settings.updates_check_automatically}
          onChange={(updates_check_automatically) => update.mutate({ updates_check_automatically })}
        />
      </SettingsRow>
      {status.by_hand === null && (
        <SettingsRow
          title="Download updates automatically"
          text="In the background. Installed only when you say so, and never while a note is being posted."
          words="update fetch background"
          settings={['updates_download_automatically']}
        >
          <Switch
            label="Download updates automatically"
            labelHidden
            checked={settings.updates_download_automatically}
            onChange={(updates_download_automatically) =>
              update.mutate({ updates_download_automatically })
            }
          />
        </SettingsRow>
      )}
    </>
  );
}
