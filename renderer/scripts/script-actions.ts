import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { invoke } from '../bridge/client.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { copiedWords } from './script-words.ts';

/** Copies a script and tells so. One that was filled in here is copied with its passwords, where they are known still. */
export async function copyScript(
  script: ScriptGeneration,
  title = 'Script copied.',
): Promise<void> {
  try {
    if (script.template_key === null) {
      await invoke('app.copyText', { text: script.body });
      toast({ title });
      return;
    }
    const copied = await invoke('scripts.copy', { generation_id: script.id });
    const detail = copiedWords(copied);
    toast({ title, ...(detail === '' ? {} : { detail, timeout: 9_000 }) });
  } catch (error) {
    toastError(error);
  }
}

/** Asks where to save a script and tells where it went; false where it went nowhere. */
export async function saveScript(
  script: ScriptGeneration,
  title = 'Script saved.',
): Promise<boolean> {
  try {
    const { file } = await invoke('scripts.save', { generation_id: script.id });
    if (file === null) return false;
    const asks = script.parameters.some(({ secret }) => secret)
      ? ' Passwords are not in the file.'
      : '';
    toast({ title, detail: `${file}${asks}` });
    return true;
  } catch (error) {
    toastError(error);
    return true;
  }
}
