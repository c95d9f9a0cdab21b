import { invoke } from '../bridge/client.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { updateWords } from './update-words.ts';

/** Looks for a newer version on a word, and says what came of it. */
export async function checkForUpdates(): Promise<void> {
  try {
    const status = await invoke('updates.check', {});
    const settings = () => useViewState.getState().openDialog('settings');
    if (status.problem !== null) toast({ title: status.problem.words, tone: 'danger' });
    else if (status.phase.kind === 'up_to_date') {
      toast({ title: `${updateWords(status)}.`, tone: 'ok' });
    } else {
      toast({ title: `${updateWords(status)}.`, action: { label: 'Settings', onPress: settings } });
    }
  } catch (error) {
    toastError(error);
  }
}
