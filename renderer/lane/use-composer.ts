import { useEffect, useSyncExternalStore } from 'react';
import { invoke } from '../bridge/client.ts';
import { isWriting } from '../bridge/use-turn.ts';
import { announce } from '../ui/announcer.tsx';
import { useViewState } from '../view-state.ts';
import { type Composers, createComposers, type Sendable } from './composers.ts';
import { markGone, picturesToSend, unsentPictures } from './pictures/unsent-pictures.ts';
import type { SlashCommand } from './slash-command.ts';
import { unsentMessages } from './unsent-messages.ts';

/** Said beside the box for as long as it is true. */
export const STILL_WRITING = 'The copilot is still writing. Stop it first, or wait.';

const PICTURES_COMING = 'A picture is still being made ready. Send it in a moment.';

let shared: Composers | undefined;

/** The window's text boxes. */
export function windowComposers(): Composers {
  shared ??= createComposers({
    keeper: unsentMessages('unsent-message'),
    edits: unsentMessages('unsent-edit'),
    deliver,
    refusal,
    hasMore: (sessionId, editedId) => picturesToSend(sessionId, editedId).length > 0,
  });
  return shared;
}

/** The composer's text and what became of it: kept until it is sent, and sent once. */
export function useComposer(sessionId: number) {
  const composers = windowComposers();
  const state = useSyncExternalStore(composers.subscribe, () => composers.get(sessionId));
  // What waits is written when the session is left; the window's going is the keeper's own concern.
  useEffect(
    () => () => {
      unsentMessages('unsent-message').flush();
      unsentMessages('unsent-edit').flush();
    },
    [],
  );
  return {
    ...state,
    write: (text: string) => composers.write(sessionId, text),
    refuse: (problem: string) => composers.refuse(sessionId, problem),
    edit: (messageId: number, body: string) => composers.edit(sessionId, messageId, body),
    cancelEdit: () => composers.cancelEdit(sessionId),
    send: (raw?: string) => composers.send(sessionId, raw),
  };
}

/** Only what asks for an answer waits for the one being written; all else can be noted meanwhile. */
function refusal(sessionId: number, input: Sendable): string | undefined {
  const takesPictures =
    input.type === 'message' || (input.type === 'command' && input.command.type === 'note');
  if (takesPictures && unsentPictures(sessionId).adding > 0) return PICTURES_COMING;
  return input.type === 'message' && isWriting(sessionId) ? STILL_WRITING : undefined;
}

async function deliver(sessionId: number, input: Sendable): Promise<void> {
  if (input.type === 'message') {
    const { body, replaces } = input;
    await withPictures(
      sessionId,
      (message) => invoke('copilot.send', { ...message, body, replaces }),
      replaces,
    );
  } else {
    announce(await runCommand(sessionId, input.command));
  }
}

interface WithPictures {
  readonly session_id: number;
  readonly attachment_ids: number[];
}

/** Sends with the pictures that go along. Those that waited for a message wait no more. */
async function withPictures(
  sessionId: number,
  send: (message: WithPictures) => Promise<unknown>,
  replaces: number | null = null,
): Promise<void> {
  const ids = picturesToSend(sessionId, replaces).map(({ id }) => id);
  await send({ session_id: sessionId, attachment_ids: ids });
  markGone(sessionId, ids);
}

/** Does what a command says; answers what to announce. */
async function runCommand(sessionId: number, command: SlashCommand): Promise<string> {
  switch (command.type) {
    case 'fact':
      await invoke('facts.add', {
        session_id: sessionId,
        text: command.text,
        source_type: command.sourceType,
        role: command.role,
      });
      return 'Fact added.';
    case 'fix':
      await invoke('fixes.suggest', {
        session_id: sessionId,
        title: command.title,
        description: command.description,
        confidence: command.confidence,
      });
      return `Fix suggested at ${command.confidence}%.`;
    case 'ran':
      await invoke('scripts.recordRun', {
        session_id: sessionId,
        name: command.name,
        outcome: command.outcome,
      });
      return 'Result recorded.';
    case 'check':
      await invoke('checks.add', { session_id: sessionId, instruction: command.instruction });
      return 'Next step added.';
    case 'note':
      await withPictures(sessionId, (message) =>
        invoke('messages.add', { ...message, body: command.body }),
      );
      return 'Note added.';
    case 'script':
      useViewState.getState().openScript({ search: command.search });
      return 'Script library opened.';
    case 'preview':
      openPreview(command.kind);
      return command.kind === 'resolve' ? 'Resolution note opened.' : 'Escalation package opened.';
  }
}

function openPreview(kind: 'resolve' | 'escalate') {
  const { previewKind, togglePreview } = useViewState.getState();
  if (previewKind !== kind) togglePreview(kind);
}
