import type { PsaStatusShown } from '../../../shared/domain/psa.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { usePsaStatus } from '../../bridge/psa-queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Findable } from '../findable.tsx';
import { SettingsRow, SettingsSection } from '../settings-section.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { ConnectionReport } from './connection-report.tsx';
import styles from './connectwise-settings.module.css';
import { KeysSetting } from './keys-setting.tsx';
import { NeededRights } from './needed-rights.tsx';

const css = classesOf(styles);

/** The connection to ConnectWise: where it is, who signs in, and whether it works. */
export function ConnectWiseSettings({ settings }: { readonly settings: Settings }) {
  const status = usePsaStatus();
  const ready = status.data?.state === 'ready';
  return (
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
      <Findable title="Which rights the API member needs" words="permissions security role">
        <div className={css('fold')}>
          <Disclosure label="Which rights the API member needs">
            <NeededRights />
          </Disclosure>
        </div>
      </Findable>
    </SettingsSection>
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
