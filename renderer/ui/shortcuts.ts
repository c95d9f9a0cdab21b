import { IS_MAC } from './keys.ts';

/** What a key can do from anywhere in the window. */
export type Command =
  | 'new-session'
  | 'search'
  | 'settings'
  | 'shortcuts'
  | 'diagnostics'
  | 'whats-new'
  | 'updates'
  | 'find-session'
  | 'preview-resolve'
  | 'preview-escalate'
  | 'add-fact'
  | 'suggest-fix'
  | 'toggle-knowledge';

interface Shortcut {
  readonly keys: string;
  readonly label: string;
  /** Bound by the window to this command; without one, the view it belongs to listens for it. */
  readonly command?: Command;
}

interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every key of the app. The window's bindings and the list behind `?` are both read from here. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Anywhere',
    shortcuts: [
      { keys: 'Mod+N', label: 'New session', command: 'new-session' },
      { keys: 'Mod+K', label: 'Find a session or a command', command: 'search' },
      { keys: 'Mod+F', label: 'Search in the session list', command: 'find-session' },
      { keys: 'Mod+J', label: 'Show or hide what we know', command: 'toggle-knowledge' },
      { keys: 'Mod+,', label: 'Settings', command: 'settings' },
      { keys: '?', label: 'Keyboard shortcuts', command: 'shortcuts' },
      { keys: 'Escape', label: 'Close or cancel' },
    ],
  },
  {
    title: 'In the session list',
    shortcuts: [
      { keys: 'ArrowUp', label: 'Session above' },
      { keys: 'ArrowDown', label: 'Session below' },
      { keys: 'Home', label: 'First session' },
      { keys: 'End', label: 'Last session' },
      { keys: 'Enter', label: 'Open the session' },
    ],
  },
  {
    title: 'In a session',
    shortcuts: [
      { keys: 'Mod+1', label: 'Preview Resolve note', command: 'preview-resolve' },
      { keys: 'Mod+2', label: 'Escalate instead', command: 'preview-escalate' },
      { keys: 'Mod+Enter', label: 'Confirm & post, or save the form you are in' },
      { keys: 'Mod+Shift+F', label: 'Add fact', command: 'add-fact' },
      { keys: 'Mod+Shift+X', label: 'Suggest a fix', command: 'suggest-fix' },
      { keys: '/', label: 'Commands (empty box)' },
      { keys: 'ArrowUp', label: 'Edit last message (empty box)' },
      { keys: 'Escape', label: 'Cancel an edit, or stop Copilot' },
    ],
  },
  {
    title: 'On a fact',
    shortcuts: [
      { keys: 'R', label: 'Next role' },
      { keys: 'Shift+R', label: 'Previous role' },
      { keys: 'E', label: 'Customer or internal' },
      { keys: 'W', label: 'Customer wording' },
      { keys: 'X', label: 'Select' },
      { keys: 'Mod+A', label: 'Select all' },
      { keys: 'Enter', label: 'Edit' },
      { keys: 'Delete', label: 'Delete' },
    ],
  },
];

const BOUND = SHORTCUTS.flatMap((group) => group.shortcuts);

/** The chord of a command, for hints on buttons and in menus. */
export function keysOf(command: Command): string {
  return BOUND.find((shortcut) => shortcut.command === command)?.keys ?? '';
}

/** The command that a key press asks for, or undefined. `?` counts only outside text boxes. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat) return undefined;
  const typing = isTextBox(event.target);
  return BOUND.find(({ keys, command }) => {
    if (command === undefined) return false;
    if (!keys.includes('Mod+')) return !typing && !hasModifier(event) && event.key === keys;
    return matches(event, keys);
  })?.command;
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const mod = IS_MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return (
    mod &&
    !event.altKey &&
    event.shiftKey === parts.includes('Shift') &&
    event.key.toLowerCase() === parts.at(-1)?.toLowerCase()
  );
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function isTextBox(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Whether a key press is Ctrl/⌘+Enter, which saves or sends wherever it is pressed. */
export function isSubmitKey(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): boolean {
  return event.key === 'Enter' && (IS_MAC ? event.metaKey : event.ctrlKey);
}
