import { useEffect, useState } from 'react';
import { invoke } from '../bridge/client.ts';
import { announce } from '../ui/announcer.tsx';
import { describeError } from '../ui/errors.ts';
import { useViewState } from '../view-state.ts';
import { readComposer, type SlashCommand } from './slash-command.ts';
import { unsentMessages } from './unsent-messages.ts';

/** The composer's text and what became of it: kept until it is sent, and sent once. */
export function useComposer(sessionId: number) {
  const keeper = unsentMessages();
  const [text, setText] = useState(() => keeper.get(sessionId));
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);
  // What waits is written when the session is left; the window's going is the keeper's own concern.
  useEffect(() => () => keeper.flush(), [keeper]);

  function write(next: string) {
    setText(next);
    setProblem(undefined);
    keeper.set(sessionId, next);
  }

  /** Sends what stands in the box, or says in words why it cannot be sent. The text stays until it is. */
  async function send(raw: string = text) {
    if (sending) return;
    const input = readComposer(raw);
    if (input.type === 'empty') return;
    if (input.type === 'problem') {
      setProblem(input.message);
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      if (input.type === 'message') {
        await invoke('messages.add', { session_id: sessionId, body: input.body });
      } else {
        announce(await runCommand(sessionId, input.command));
      }
      write('');
    } catch (error) {
      setProblem(`Not sent. ${describeError(error)}`);
    } finally {
      setSending(false);
    }
  }

  return { text, problem, sending, write, refuse: setProblem, send };
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
