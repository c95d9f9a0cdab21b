export { createSettings, type SettingsBacking, type SettingsService } from './settings.ts';
