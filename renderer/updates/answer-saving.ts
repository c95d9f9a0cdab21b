import { invoke, onEvent } from '../bridge/client.ts';
import { hasUnsavedNotes } from '../preview/unsaved-notes.ts';
import { saveAll } from '../ui/save-all.ts';

/** Saves what the window holds when an update is about to be installed, and says whether all of it is kept. */
export function answerSaving(): void {
  onEvent('updates.saving', ({ request }) => {
    void saveAll()
      // Edits whose saving failed stay in memory after their sheet is closed.
      .then((all) => invoke('updates.saved', { request, all: all && !hasUnsavedNotes() }));
  });
}
