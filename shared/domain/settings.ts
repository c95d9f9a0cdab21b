import { z } from 'zod';

export const THEMES = ['system', 'light', 'dark'] as const;
export const themeSchema = z.enum(THEMES);
export type Theme = z.infer<typeof themeSchema>;

/** Settings that a technician sets. Secrets are never among them. */
export const settingsSchema = z.object({
  theme: themeSchema,
  /** The knowledge column: shown beside the lane where the window is wide enough. */
  knowledge_open: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { theme: 'system', knowledge_open: true };
