import { useEffect, useRef } from 'react';
import type { PsaStatusShown } from '../../../shared/domain/psa.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { usePsaStatus } from '../../bridge/psa-queries.ts';
import { useCall } from '../../bridge/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toastError } from '../../ui/toast.tsx';
import { useViewState } from '../../view-state.ts';
import { SettingsRow, SettingsSection } from '../settings-section.tsx';
import { BoardStatusSettings } from './board-statuses.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { ConnectionReport } from './connection-report.tsx';
import styles from './connectwise-settings.module.css';
import { KeysSetting } from './keys-setting.tsx';
import { NeededRights } from './needed-rights.tsx';

const css = classesOf(styles);

/** The connection to ConnectWise, what becomes of a ticket's status, and who sees and hears of a note. */
export function ConnectWiseSettings({ settings }: { readonly settings: Settings }) {
  const status = usePsaStatus();
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  const top = useShownFirst();
  const ready = status.data?.state === 'ready';
  return (
    <div ref={top} className={css('top')}>
      <SettingsSection title="ConnectWise">
        <SettingsRow title="Connection" text={stateWords(status.data)}>
          {status.data && (
            <Chip tone={ready ? 'ok' : 'neutral'}>{ready ? 'Set up' : 'Not set up'}</Chip>
          )}
        </SettingsRow>
        {status.error && (
          <ErrorNotice
            error={status.error}
            action={{ label: 'Try again', onPress: () => void status.refetch() }}
          />
        )}
        <ConnectionFields settings={settings} />
        {status.data && <KeysSetting status={status.data} />}
        <ConnectionReport ready={ready} />
        <div className={css('fold')}>
          <Disclosure label="Which rights the API member needs">
            <NeededRights />
          </Disclosure>
        </div>
        {ready && <BoardStatusSettings chosen={settings.connectwise_statuses} />}
        <SettingsRow
          title="Show resolution notes in the discussion too"
          text="Customers are mailed the discussion and read it in the portal. Off: the note stands under Resolution, which customers can see and which may be printed on the invoice."
        >
          <Switch
            label="Show resolution notes in the discussion too"
            labelHidden
            checked={settings.connectwise_discussion_too}
            onChange={(connectwise_discussion_too) => update.mutate({ connectwise_discussion_too })}
          />
        </SettingsRow>
        <SettingsRow
          title="Let ConnectWise send notifications for notes"
          text="Whom it mails is decided by the set-up of the board: contacts, resources, copies."
        >
          <Switch
            label="Let ConnectWise send notifications for notes"
            labelHidden
            checked={settings.connectwise_notify}
            onChange={(connectwise_notify) => update.mutate({ connectwise_notify })}
          />
        </SettingsRow>
      </SettingsSection>
    </div>
  );
}

const MISSING_WORDS: Readonly<Record<PsaStatusShown['missing'][number], string>> = {
  site: 'the site',
  company: 'the company',
  client_id: 'the client id',
  keys: 'the keys',
};

function stateWords(status: PsaStatusShown | undefined): string {
  if (status === undefined) return 'Looking…';
  if (status.state === 'ready') return 'Notes are posted to the linked ticket.';
  const missing = status.missing.map((part) => MISSING_WORDS[part]).join(', ');
  return `Notes stay on this machine and no ticket is touched. Still missing: ${missing}.`;
}

/** Whoever was sent here by a failure should not have to look for it. */
function useShownFirst() {
  const top = useRef<HTMLDivElement>(null);
  const wanted = useViewState((state) => state.settingsAt === 'connectwise');
  useEffect(() => {
    if (wanted) top.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  return top;
}
