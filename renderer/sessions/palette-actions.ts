import {
  ArrowUpFromLine,
  BookOpen,
  CloudUpload,
  Eye,
  FolderOpen,
  Keyboard,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  Moon,
  PanelRight,
  Plus,
  RefreshCw,
  ScrollText,
  Settings,
  Sparkles,
  Stethoscope,
  Sun,
  SunMoon,
  Terminal,
  Wrench,
} from 'lucide-react';
import type { Theme } from '../../shared/domain/settings.ts';
import { invoke } from '../bridge/client.ts';
import { runCommand } from '../run-command.ts';
import { type Command, keysOf } from '../ui/shortcuts.ts';
import { toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import type { PaletteAction } from './palette-items.ts';
import { useKnowledgeToggle } from './use-knowledge-toggle.ts';
import { useOpenState } from './use-open-state.ts';

type RunnableCommand = Exclude<Command, 'toggle-knowledge'>;

const command = (
  name: RunnableCommand,
  icon: LucideIcon,
  label: string,
  words: string,
): PaletteAction => ({
  type: 'action',
  id: name,
  icon,
  label,
  words,
  keys: keysOf(name),
  run: () => runCommand(name),
});

const action = (
  id: string,
  icon: LucideIcon,
  label: string,
  words: string,
  run: () => unknown,
): PaletteAction => ({ type: 'action', id, icon, label, words, keys: '', run: () => void run() });

const reporting = (work: Promise<unknown>) => work.catch((error: unknown) => toastError(error));
const setTheme = (theme: Theme) => reporting(invoke('settings.update', { theme }));

const IN_ACTIVE_SESSION: readonly PaletteAction[] = [
  command('preview-resolve', Eye, 'Preview Resolve note', 'resolution customer close'),
  command('preview-escalate', ArrowUpFromLine, 'Escalate instead', 'escalation package internal'),
  command('add-fact', Lightbulb, 'Add fact', 'what we know new'),
  action('add-check', ListChecks, 'Add check', 'diagnostic to do run look', () =>
    useViewState.getState().openKnowledgeForm('check'),
  ),
  command('suggest-fix', Wrench, 'Suggest a fix', 'new confidence hypothesis'),
  action('record-run', Terminal, 'Record a run', 'command script ran', () =>
    useViewState.getState().openKnowledgeForm('script'),
  ),
];

const ALWAYS: readonly PaletteAction[] = [
  action('scripts', ScrollText, 'Script library', 'templates powershell bash cmd fill in', () =>
    useViewState.getState().openScript(),
  ),
  command('settings', Settings, 'Settings', 'preferences options'),
  command('shortcuts', Keyboard, 'Keyboard shortcuts', 'keys help'),
  action('outbox', CloudUpload, 'Notes on their way', 'outbox queue offline unsent waiting', () =>
    useViewState.getState().openDialog('outbox'),
  ),
  action('theme-light', Sun, 'Light theme', 'appearance', () => setTheme('light')),
  action('theme-dark', Moon, 'Dark theme', 'appearance', () => setTheme('dark')),
  action('theme-system', SunMoon, 'Theme of the system', 'appearance light dark', () =>
    setTheme('system'),
  ),
  action('open-home', FolderOpen, 'Open data folder', 'database backups files', () =>
    reporting(invoke('app.openHome', { folder: 'home' })),
  ),
  action('open-logs', FolderOpen, 'Open logs folder', 'errors files', () =>
    reporting(invoke('app.openHome', { folder: 'logs' })),
  ),
  command('updates', RefreshCw, 'Check for updates', 'version upgrade new release'),
  action('whats-new', Sparkles, 'What’s new', 'changelog version release', () =>
    useViewState.getState().openDialog('whats-new'),
  ),
  command('diagnostics', Stethoscope, 'Diagnostics report', 'support log version problem bug'),
  action('samples', BookOpen, 'Add sample sessions', 'demo examples', () =>
    reporting(invoke('sessions.addSamples', {})),
  ),
];

/** The actions that make sense now: those of a session only while an active one is open. */
export function usePaletteActions(): readonly PaletteAction[] {
  const state = useOpenState();
  const { toggle, shown } = useKnowledgeToggle();
  const knowledge: PaletteAction = {
    ...action(
      'knowledge',
      PanelRight,
      shown ? 'Hide what we know' : 'Show what we know',
      'facts column panel sidebar toggle',
      toggle,
    ),
    keys: keysOf('toggle-knowledge'),
  };
  return [
    command('new-session', Plus, 'New session', 'create open ticket'),
    ...(state === 'active' ? IN_ACTIVE_SESSION : []),
    ...(state === undefined ? [] : [knowledge]),
    ...ALWAYS,
  ];
}
