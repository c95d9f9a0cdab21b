import { SETTING_TITLES } from '../../shared/domain/setting-titles.ts';
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
      <SettingsRow
        title={SETTING_TITLES.note_review}
        text="A second model reads finished notes and marks sentences the record doesn't support."
        words="review check verify doubt haiku ai claude"
        settings={['note_review']}
      >
        <Switch
          label={SETTING_TITLES.note_review}
          labelHidden
          checked={settings.note_review}
          onChange={(note_review) => update.mutate({ note_review })}
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
            For an escalation package, Claude gets the session’s fields, facts, checks, fixes and
            scripts. For a resolution note, it gets only what the customer may read. “What the AI
            sees” at the top of a note shows all of it. The second reader gets the finished
            sentences and the record they rest on. Messages are left out, and so are secrets the app
            knows of.
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
