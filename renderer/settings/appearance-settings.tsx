import { Monitor, Moon, Sun } from 'lucide-react';
import type { Settings, Theme } from '../../shared/domain/settings.ts';
import { useCall } from '../bridge/queries.ts';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { Switch } from '../ui/switch.tsx';
import { toastError } from '../ui/toast.tsx';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

const THEME_OPTIONS = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const satisfies readonly { value: Theme; label: string; icon: typeof Sun }[];

/** How the window looks, and what it marks. */
export function AppearanceSettings({ settings }: { readonly settings: Settings }) {
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  return (
    <SettingsSection title="Appearance">
      <SettingsRow
        title="Theme"
        text="System follows the setting of your computer."
        words="light dark colours colors mode"
        settings={['theme']}
      >
        <SegmentedControl
          label="Theme"
          value={settings.theme}
          options={THEME_OPTIONS}
          onChange={(theme) => update.mutate({ theme })}
        />
      </SettingsRow>
      <SettingsRow
        title="Show what we know beside the lane"
        text="In a narrow window it is a drawer, whatever is chosen here."
        words="facts column panel sidebar knowledge"
        settings={['knowledge_open']}
      >
        <Switch
          label="Show what we know beside the lane"
          labelHidden
          checked={settings.knowledge_open}
          onChange={(knowledge_open) => update.mutate({ knowledge_open })}
        />
      </SettingsRow>
      <SettingsRow
        title="Check spelling"
        text="In what you type. macOS has dictionaries of its own; elsewhere they are fetched once from a server of Google's."
        words="spell checker dictionary language"
        settings={['spell_check']}
      >
        <Switch
          label="Check spelling"
          labelHidden
          checked={settings.spell_check}
          onChange={(spell_check) => update.mutate({ spell_check })}
        />
      </SettingsRow>
    </SettingsSection>
  );
}
