import { SETTING_TITLES } from '../../shared/domain/setting-titles.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { usePsaStatus } from '../bridge/psa-queries.ts';
import { useCall } from '../bridge/queries.ts';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { Switch } from '../ui/switch.tsx';
import { toastError } from '../ui/toast.tsx';
import { BoardStatusSettings } from './connectwise/board-statuses.tsx';
import { Findable } from './findable.tsx';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

const STATUS_TITLE = 'Ticket status after posting';

const TONES = [
  { value: 'plain', label: 'Plain' },
  { value: 'friendly', label: 'Friendly' },
  { value: 'formal', label: 'Formal' },
] as const;

/** What becomes of a ticket's status, board by board, and who sees and hears of a note. */
export function NotesSettings({ settings }: { readonly settings: Settings }) {
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  const ready = usePsaStatus().data?.state === 'ready';
  return (
    <SettingsSection title="Notes">
      {ready ? (
        <Findable
          title={STATUS_TITLE}
          words="boards resolved escalated completed closed move"
          settings={['connectwise_statuses']}
        >
          <BoardStatusSettings chosen={settings.connectwise_statuses} />
        </Findable>
      ) : (
        <SettingsRow
          title={STATUS_TITLE}
          text="Can be chosen for each board once ConnectWise is set up. Until then notes stay on this machine."
          words="boards resolved escalated"
        />
      )}
      <SettingsRow
        title={SETTING_TITLES.resolution_note_tone}
        text="How Claude words the note that the customer reads, from the next draft on. What it may say is the same in each. Notes written on this machine are plain."
        words="wording style voice formal friendly ai claude"
        settings={['resolution_note_tone']}
      >
        <SegmentedControl
          label={SETTING_TITLES.resolution_note_tone}
          value={settings.resolution_note_tone}
          options={TONES}
          onChange={(resolution_note_tone) => update.mutate({ resolution_note_tone })}
        />
      </SettingsRow>
      <SettingsRow
        title="Show resolution notes in the discussion too"
        text="Customers are mailed the discussion and read it in the portal. Off: the note stands under Resolution, which customers can see and which may be printed on the invoice."
        settings={['connectwise_discussion_too']}
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
        words="email e-mail"
        settings={['connectwise_notify']}
      >
        <Switch
          label="Let ConnectWise send notifications for notes"
          labelHidden
          checked={settings.connectwise_notify}
          onChange={(connectwise_notify) => update.mutate({ connectwise_notify })}
        />
      </SettingsRow>
    </SettingsSection>
  );
}
