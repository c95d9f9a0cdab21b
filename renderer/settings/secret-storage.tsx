import { useQuery } from '@tanstack/react-query';
import { invoke } from '../bridge/client.ts';
import { Chip } from '../ui/chip.tsx';
import { SettingsRow } from './settings-section.tsx';

/** Where keys go on this computer. Asked only while the settings are open: a keychain takes its time. */
export function SecretStorage() {
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
      words="passwords credentials"
    >
      <Chip tone={kept ? 'ok' : 'neutral'}>{kept ? 'Keychain' : 'This run only'}</Chip>
    </SettingsRow>
  );
}
