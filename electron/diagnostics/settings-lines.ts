import type { Settings } from '../../shared/domain/settings.ts';

/** Texts that name no person, customer or place; of every other text only whether there is one. */
const TOLD: ReadonlySet<string> = new Set<keyof Settings>([
  'theme',
  'resolution_note_model',
  'escalation_package_model',
  'copilot_model',
  'note_review_model',
  'update_channel',
]);

/** The settings line by line. A setting that is added one day is told no more of than this. */
export function settingsLines(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settings).map(([name, value]) => `${name}: ${told(name, value)}`);
}

function told(name: string, value: unknown): string {
  if (typeof value === 'string') {
    if (TOLD.has(name)) return value;
    return value === '' ? 'not set' : 'set';
  }
  if (typeof value === 'object' && value !== null) {
    const count = Object.keys(value).length;
    return count === 1 ? '1 entry' : `${count} entries`;
  }
  return String(value);
}

/** The host of an address as it was typed, with or without its scheme; `not set` where there is none. */
export function hostOf(address: string): string {
  if (address.trim() === '') return 'not set';
  try {
    return new URL(address.includes('://') ? address : `https://${address}`).host;
  } catch {
    return 'not an address';
  }
}
