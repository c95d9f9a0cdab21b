import { useEffect } from 'react';
import { onEvent } from './bridge/client.ts';
import { runCommand } from './run-command.ts';
import { useKnowledgeToggle } from './sessions/use-knowledge-toggle.ts';
import { commandOf } from './ui/shortcuts.ts';

/** Runs commands from the keyboard and from the native menu. */
export function useCommands(): void {
  const { toggle } = useKnowledgeToggle();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === undefined) return;
      event.preventDefault();
      if (command === 'toggle-knowledge') toggle();
      else runCommand(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [toggle]);

  useEffect(() => onEvent('menu.command', ({ command }) => runCommand(command)), []);
}
