import type { SettingName } from './settings.ts';

/** What each setting is called: on the screen, in messages, and in the schema of the policy file. */
export const SETTING_TITLES: Readonly<Record<SettingName, string>> = {
  theme: 'Theme',
  spell_check: 'Check spelling',
  knowledge_open: 'What we know beside the lane',
  local_drafts_only: 'Draft on this machine only',
  ai_base_address: 'Address of the API',
  resolution_note_model: 'Model for the resolution note',
  escalation_package_model: 'Model for the escalation package',
  copilot_model: 'Model for the copilot',
  note_review: 'Second reader',
  note_review_model: 'Model for the second reader',
  ai_monthly_limit: 'Monthly limit in US dollars',
  ai_hint_seen: 'Hint about drafting with Claude',
  connectwise_site: 'Site of ConnectWise',
  connectwise_company: 'Company in ConnectWise',
  connectwise_member: 'Member name in ConnectWise',
  connectwise_client_id: 'Client id for ConnectWise',
  connectwise_statuses: 'Ticket status after posting',
  resolution_note_tone: 'Tone of the resolution note',
  connectwise_discussion_too: 'Show resolution notes in the discussion too',
  connectwise_notify: 'Let ConnectWise send notifications for notes',
  update_channel: 'Update channel',
  updates_check_automatically: 'Look for updates automatically',
  updates_download_automatically: 'Download updates automatically',
};
