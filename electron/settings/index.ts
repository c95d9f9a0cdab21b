export { keepSettings } from './keep-settings.ts';
export { type Policy, type PolicyFile, readPolicy } from './policy.ts';
export { createSettings, type SettingsBacking, type SettingsService } from './settings.ts';
