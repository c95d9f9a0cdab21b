import { createContext, useContext } from 'react';
import type { SettingName } from '../../shared/domain/settings.ts';
import { isFound } from './settings-search.ts';

interface SettingsScreen {
  /** What is looked for among the settings; empty where nothing is. */
  readonly query: string;
  /** Settings that the administrator fixed. */
  readonly managed: readonly SettingName[];
}

/** What the settings screen knows that each of its rows shows. */
export const SettingsScreenContext = createContext<SettingsScreen>({ query: '', managed: [] });

/** Whether a row is one of those looked for. */
export function useIsFound(text: string): boolean {
  return isFound(useContext(SettingsScreenContext).query, text);
}

/** Whether the administrator fixed one of these settings. */
export function useIsManaged(names: readonly SettingName[]): boolean {
  const { managed } = useContext(SettingsScreenContext);
  return names.some((name) => managed.includes(name));
}
