import { findSession } from './sessions/window-hooks.ts';
import type { Command } from './ui/shortcuts.ts';
import { toast } from './ui/toast.tsx';
import { checkForUpdates } from './updates/check-for-updates.ts';
import { useViewState } from './view-state.ts';

/** Does what a key, a menu entry or the palette asks for. */
export function runCommand(command: Exclude<Command, 'toggle-knowledge'>): void {
  const view = useViewState.getState();
  const inSession = (act: () => void) => {
    view.openDialog(null);
    if (view.sessionId === null) toast({ title: 'Open a session first.' });
    else act();
  };
  switch (command) {
    case 'new-session':
    case 'search':
    case 'settings':
    case 'shortcuts':
    case 'diagnostics':
    case 'whats-new':
      view.openDialog(command);
      break;
    case 'updates':
      void checkForUpdates();
      break;
    case 'find-session':
      view.openDialog(null);
      findSession();
      break;
    case 'preview-resolve':
      inSession(() => view.togglePreview('resolve'));
      break;
    case 'preview-escalate':
      inSession(() => view.togglePreview('escalate'));
      break;
    case 'add-fact':
      inSession(() => view.openKnowledgeForm('fact'));
      break;
    case 'suggest-fix':
      inSession(() => view.openKnowledgeForm('fix'));
      break;
  }
}
