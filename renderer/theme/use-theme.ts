import { useEffect } from 'react';
import type { Theme } from '../../shared/domain/settings.ts';
import { applyTheme } from './theme.ts';

/** Keeps the page in the theme of the settings. */
export function useTheme(theme: Theme | undefined): void {
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme);
  }, [theme]);
}
