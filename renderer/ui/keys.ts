/** Whether this is macOS, where shortcuts go by ⌘ and are written without plus signs. */
export const IS_MAC = /mac/i.test(navigator.userAgent);

const GLYPHS: Readonly<Record<string, string>> = {
  Mod: IS_MAC ? '⌘' : 'Ctrl',
  Shift: IS_MAC ? '⇧' : 'Shift',
  Alt: IS_MAC ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** `Mod+Enter` as the keyboard in front of the person has it: `Ctrl ↵`, or `⌘↵` on a Mac. */
export function writeKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => GLYPHS[key] ?? key)
    .join(IS_MAC ? '' : ' ');
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', IS_MAC ? 'Meta' : 'Control');
}
