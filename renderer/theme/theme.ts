import './fonts.css';
import './tokens.css';
import './base.css';
import type { Theme } from '../../shared/domain/settings.ts';

/** Pins a theme on the page; `system` leaves the choice to the operating system, live. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}
