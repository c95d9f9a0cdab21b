import { useQuery } from '@tanstack/react-query';
import type { CallOutput } from '../../shared/contract/index.ts';
import { invoke } from '../bridge/client.ts';
import { Chip } from '../ui/chip.tsx';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

/** What is set up in this installation and what is not, and how the app works without it. */
export function SetUpSettings({ info }: { readonly info: CallOutput<'app.info'> }) {
  return (
    <SettingsSection title="Connections">
      <SettingsRow
        title="Copilot"
        text={
          info.copilot_configured
            ? 'Drafts notes and answers in the lane.'
            : 'Notes are drafted on this machine, from the facts of the session.'
        }
      >
        <SetUpChip done={info.copilot_configured} />
      </SettingsRow>
      <SettingsRow
        title="ConnectWise"
        text={
          info.psa_configured
            ? 'Notes are posted to the linked ticket.'
            : 'Sessions are resolved and escalated on this machine; no ticket is changed.'
        }
      >
        <SetUpChip done={info.psa_configured} />
      </SettingsRow>
      <SecretStorageRow />
    </SettingsSection>
  );
}

/** Asked only while the settings are open: a keychain may take its time to answer. */
function SecretStorageRow() {
  const storage = useQuery({
    queryKey: ['secret-storage'],
    queryFn: () => invoke('credentials.storage', {}),
  });
  if (storage.data === undefined) return null;
  const kept = storage.data.storage === 'os';
  return (
    <SettingsRow
      title="Secrets"
      text={
        kept
          ? 'Keys are kept by the keychain of this computer and nowhere else.'
          : 'No keychain answers on this computer: keys would last until the app closes.'
      }
    >
      <Chip tone={kept ? 'ok' : 'neutral'}>{kept ? 'Keychain' : 'This run only'}</Chip>
    </SettingsRow>
  );
}

function SetUpChip({ done }: { readonly done: boolean }) {
  return <Chip tone={done ? 'ok' : 'neutral'}>{done ? 'Set up' : 'Not set up'}</Chip>;
}
