import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { modelSchema } from './ai.ts';
import { boardStatusesSchema } from './psa.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const themeSchema = z.enum(THEMES);
export type Theme = z.infer<typeof themeSchema>;

/** Where a service is reached: https, or http on this machine. Without a slash at its end. */
export const baseAddressSchema = z
  .string()
  .max(LIMITS.base_address, 'This address is too long.')
  .transform((raw) => raw.trim().replace(/\/+$/, ''))
  .refine(
    isSafeAddress,
    'Give a full https address, for example https://api.anthropic.com. Plain http works on this computer only.',
  );

/** Settings that a technician sets. Secrets are never among them. */
export const settingsSchema = z.object({
  theme: themeSchema,
  /** The knowledge column: shown beside the lane where the window is wide enough. */
  knowledge_open: z.boolean(),
  /** Keeps all drafting on this machine, key or no key. */
  local_drafts_only: z.boolean(),
  ai_base_address: baseAddressSchema,
  resolution_note_model: modelSchema,
  escalation_package_model: modelSchema,
  copilot_model: modelSchema,
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
  /** Resolution notes are shown in the discussion too, which customers are mailed and read in the portal. */
  connectwise_discussion_too: z.boolean(),
  /** Whether ConnectWise may send its notifications for a note. */
  connectwise_notify: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The Sonnet tier: good enough for a note, and answered while the customer is on the phone. */
export const DEFAULT_MODEL = 'claude-sonnet-5-5';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  knowledge_open: true,
  local_drafts_only: false,
  ai_base_address: 'https://api.anthropic.com',
  resolution_note_model: DEFAULT_MODEL,
  escalation_package_model: DEFAULT_MODEL,
  copilot_model: DEFAULT_MODEL,
  ai_hint_seen: false,
  connectwise_site: '',
  connectwise_company: '',
  connectwise_member: '',
  connectwise_client_id: '',
  connectwise_statuses: {},
  connectwise_discussion_too: false,
  connectwise_notify: false,
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
