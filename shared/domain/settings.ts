import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { modelSchema } from './ai.ts';
import { noteToneSchema } from './note.ts';
import { boardStatusesSchema } from './psa.ts';
import { updateChannelSchema } from './update.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const themeSchema = z.enum(THEMES);
export type Theme = z.infer<typeof themeSchema>;

/** Where a service is reached: https, or http on this machine. Without a slash at its end. */
export const baseAddressSchema = z
  .string()
  .max(LIMITS.base_address, { error: 'This address is too long.', abort: true })
  .overwrite((raw) => raw.trim().replace(/\/+$/, ''))
  .refine(
    isSafeAddress,
    'Give a full https address, for example https://api.anthropic.com. Plain http works on this computer only.',
  );

/** Settings that a technician sets. Secrets are never among them. */
export const settingsSchema = z.object({
  theme: themeSchema,
  /** Off until it is wanted: but for macOS the dictionaries come from a server of Google's. */
  spell_check: z.boolean(),
  /** The knowledge column: shown beside the lane where the window is wide enough. */
  knowledge_open: z.boolean(),
  /** Keeps all drafting on this machine, key or no key. */
  local_drafts_only: z.boolean(),
  ai_base_address: baseAddressSchema,
  resolution_note_model: modelSchema,
  escalation_package_model: modelSchema,
  copilot_model: modelSchema,
  /** Reads each finished note once more and marks sentences that their rows do not support. */
  note_review: z.boolean(),
  note_review_model: modelSchema,
  /** US dollars a calendar month, after which nothing more is asked of the AI; null for no limit. */
  ai_monthly_limit: z
    .int('The limit is a whole number of US dollars.')
    .min(
      1,
      'The limit is at least 1 US dollar. Remove it, or keep drafting on this machine instead.',
    )
    .max(100_000, 'The limit is at most 100,000 US dollars.')
    .nullable(),
  /** The hint that notes could be drafted with Claude was seen; it does not come again. */
  ai_hint_seen: z.boolean(),
  /** Host of ConnectWise as it was pasted; empty while it is not set up. */
  connectwise_site: z.string().max(LIMITS.base_address, 'This address is too long.').trim(),
  /** The company that one signs in to, by its login name. */
  connectwise_company: z.string().max(100, 'This company name is too long.').trim(),
  /** The technician's own member name; empty where it is not known. */
  connectwise_member: z.string().max(100, 'This member name is too long.').trim(),
  connectwise_client_id: z.string().max(100, 'This client id is too long.').trim(),
  /** What a ticket is set to, by the id of its board. A board that is not named keeps its status. */
  connectwise_statuses: z.record(z.string(), boardStatusesSchema),
  /** How the AI words the note that the customer reads. */
  resolution_note_tone: noteToneSchema,
  /** Resolution notes are shown in the discussion too, which customers are mailed and read in the portal. */
  connectwise_discussion_too: z.boolean(),
  /** Whether ConnectWise may send its notifications for a note. */
  connectwise_notify: z.boolean(),
  /** Which versions are offered; an older one never is, whichever is chosen. */
  update_channel: updateChannelSchema,
  /** Looks for a newer version after the start and every few hours. By hand it can be done at any time. */
  updates_check_automatically: z.boolean(),
  /** Fetches a newer version that was found by itself; installing it stays the technician's word. */
  updates_download_automatically: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** What the settings screen says about the settings as a whole, beside their values. */
export const settingsStatusSchema = z.object({
  /** Settings that the administrator's policy fixes: they cannot be changed here. */
  managed: z.array(settingsSchema.keyof()),
  /** The policy file that was read at the start; null where there is none. */
  policy_file: z.string().nullable(),
  /** What of that file is not in force and why, in words; empty where all of it is. */
  policy_problems: z.array(z.string()),
  /** Where the settings file of this installation went that could not be read at the start. */
  set_aside: z.string().nullable(),
  /** False where the settings cannot be written, so that they last until the app closes. */
  lasting: z.boolean(),
});
export type SettingsStatus = z.infer<typeof settingsStatusSchema>;

/** The Sonnet tier: good enough for a note, and answered while the customer is on the phone. */
export const DEFAULT_MODEL = 'claude-sonnet-5-5';

/** The Haiku tier: the second reader only marks doubts. */
export const DEFAULT_REVIEW_MODEL = 'claude-haiku-4-5';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  spell_check: false,
  knowledge_open: true,
  local_drafts_only: false,
  ai_base_address: 'https://api.anthropic.com',
  resolution_note_model: DEFAULT_MODEL,
  escalation_package_model: DEFAULT_MODEL,
  copilot_model: DEFAULT_MODEL,
  note_review: true,
  note_review_model: DEFAULT_REVIEW_MODEL,
  ai_monthly_limit: null,
  ai_hint_seen: false,
  connectwise_site: '',
  connectwise_company: '',
  connectwise_member: '',
  connectwise_client_id: '',
  connectwise_statuses: {},
  resolution_note_tone: 'plain',
  connectwise_discussion_too: false,
  connectwise_notify: false,
  update_channel: 'stable',
  updates_check_automatically: true,
  updates_download_automatically: false,
};

function isSafeAddress(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isClean =
    url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isClean && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback));
}
