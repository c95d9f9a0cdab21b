import { useEffect, useSyncExternalStore } from 'react';
import { invoke } from '../bridge/client.ts';
import { announce } from '../ui/announcer.tsx';
import { useViewState } from '../view-state.ts';
import { type Composers, createComposers, type Sendable } from './composers.ts';
import type { SlashCommand } from './slash-command.ts';
import { unsentMessages } from './unsent-messages.ts';

let shared: Composers | undefined;

function windowComposers(): Composers {
  shared ??= createComposers({ keeper: unsentMessages(), deliver });
  return shared;
}

/** The composer's text and what became of it: kept until it is sent, and sent once. */
export function useComposer(sessionId: number) {
  const composers = windowComposers();
  const state = useSyncExternalStore(composers.subscribe, () => composers.get(sessionId));
  // What waits is written when the session is left; the window's going is the keeper's own concern.
  useEffect(() => () => unsentMessages().flush(), []);
  return {
    ...state,
    write: (text: string) => composers.write(sessionId, text),
    refuse: (problem: string) => composers.refuse(sessionId, problem),
    send: (raw?: string) => composers.send(sessionId, raw),
  };
}

async function deliver(sessionId: number, input: Sendable): Promise<void> {
  if (input.type === 'message') {
    await invoke('messages.add', { session_id: sessionId, body: input.body });
  } else {
    announce(await runCommand(sessionId, input.command));
  }
}

/** Does what a command says; answers what to announce. */
async function runCommand(sessionId: number, command: SlashCommand): Promise<string> {
  switch (command.type) {
    case 'fact':
      await invoke('facts.add', {
        session_id: sessionId,
        text: command.text,
        source_type: command.sourceType,
      });
      return 'Fact added to what we know.';
    case 'fix':
      await invoke('fixes.suggest', {
        session_id: sessionId,
        title: command.title,
        description: command.description,
        confidence: command.confidence,
      });
      return `Fix suggested at ${command.confidence} %.`;
    case 'ran':
      await invoke('scripts.recordRun', {
        session_id: sessionId,
        name: command.name,
        outcome: command.outcome,
      });
      return 'Script run recorded.';
    case 'preview':
      openPreview(command.kind);
      return command.kind === 'resolve' ? 'Resolution note opened.' : 'Escalation package opened.';
  }
}

function openPreview(kind: 'resolve' | 'escalate') {
  const { previewKind, togglePreview } = useViewState.getState();
  if (previewKind !== kind) togglePreview(kind);
}
