import * as copilot from '../copilot/index.ts';
import * as ipc from '../ipc/index.ts';
import * as psa from '../psa/index.ts';
import * as shell from '../shell/index.ts';
import type { Ground } from './ground.ts';

/** Drafts of notes, and their way to the ticket; `showSession` is for whoever presses on the news. */
export function joinNotes(ground: Ground, showSession: (session_id: number) => void) {
  const { guard, log, publish, currentSettings, store, ai, account, connection } = ground;
  const previews = ipc.createLazyPreviews(async () => {
    const drafting = await import('../drafting/index.ts');
    const tone = async () => (await currentSettings()).resolution_note_tone;
    const generator = drafting.createClaudeGenerator({
      tone,
      localDraft: drafting.draftLocally,
      open: (kind, session_id) =>
        copilot.openModel(ai, kind === 'resolve' ? 'resolution_note' : 'escalation_package', {
          session_id,
          account,
        }),
    });
    return drafting.createPreviews({
      store: store.current,
      ai: { state: async () => (await ai.status()).state, tone, generator },
      reader: {
        wanted: async () =>
          (await currentSettings()).note_review && (await ai.status()).state === 'ready',
        open: (session_id) => copilot.openModel(ai, 'note_review', { session_id, account }),
      },
      secrets: guard,
      log,
      onProgress: ipc.createProgressTeller(publish),
    });
  });
  const posting = psa.createPosting({
    store: store.current,
    check: previews.check,
    shown: previews.shown,
    psa: connection.current,
    rules: async () => {
      const set = await currentSettings();
      return {
        statuses: set.connectwise_statuses,
        discussion_too: set.connectwise_discussion_too,
        notify: set.connectwise_notify,
      };
    },
    onProgress: (progress) => publish('posting.progress', progress),
    onStatusChangedLater(change) {
      publish('posting.statusChangedLater', change);
      shell.notify(shell.statusNews(change), showSession);
    },
    onSettled(settled) {
      const { session_id } = settled;
      ipc.sessionChanged({ store, publish, log }, session_id);
      publish('outbox.changed', {});
      const left = posting.outbox().find((item) => item.session_id === session_id);
      shell.notify(shell.newsOf(settled, left), showSession);
    },
    log,
  });
  return { previews, posting };
}

export type Notes = ReturnType<typeof joinNotes>;
