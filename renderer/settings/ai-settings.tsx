import type { Settings } from '../../shared/domain/settings.ts';
import { useAiStatus, useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { toastError } from '../ui/toast.tsx';
import { AddressSetting } from './address-setting.tsx';
import styles from './ai-settings.module.css';
import { ApiKeySetting, UnknownApiKey } from './api-key-setting.tsx';
import { Findable } from './findable.tsx';
import { LimitSetting } from './limit-setting.tsx';
import { ModelSettings } from './model-settings.tsx';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

const css = classesOf(styles);

/** How notes are drafted: with Claude, by which model and where, or on this machine only. */
export function AiSettings({ settings }: { readonly settings: Settings }) {
  const status = useAiStatus();
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  return (
    <SettingsSection title="AI">
      {status.error && (
        <ErrorNotice
          error={status.error}
          action={{
            label: 'Try again',
            onPress: () => void status.refetch(),
            busy: status.isFetching,
          }}
        />
      )}
      {status.data && <ApiKeySetting status={status.data} />}
      {status.error && !status.data && <UnknownApiKey />}
      <SettingsRow
        title="Draft on this machine only"
        text="Nothing is sent to the AI, key or no key."
        words="local offline privacy"
        settings={['local_drafts_only']}
      >
        <Switch
          label="Draft on this machine only"
          labelHidden
          checked={settings.local_drafts_only}
          onChange={(local_drafts_only) => update.mutate({ local_drafts_only })}
        />
      </SettingsRow>
      <ModelSettings settings={settings} />
      <Findable
        title="Monthly limit in US dollars"
        words="cost price budget spending tokens usage"
        settings={['ai_monthly_limit']}
      >
        <LimitSetting limit={settings.ai_monthly_limit} />
      </Findable>
      <Findable
        title="Address of the API"
        words="gateway proxy url host base anthropic"
        settings={['ai_base_address']}
      >
        <AddressSetting address={settings.ai_base_address} />
      </Findable>
      <Findable
        title="What is sent to the AI"
        words="privacy data secrets"
        className={css('about')}
      >
        <Disclosure label="What is sent to the AI">
          <p className={css('words')}>
            For a note, Claude gets the title, the problem and the ticket number of the session, its
            confirmed facts, and the fixes and scripts with what came of them; no messages, and no
            secret that the app knows of. “What the AI sees” in the head of a note shows it in full,
            before and after.
          </p>
          <p className={css('words')}>
            In the lane the copilot also gets the messages, and pictures as they are. The line at
            the right under the text box leads to all of it.
          </p>
        </Disclosure>
      </Findable>
    </SettingsSection>
  );
}
