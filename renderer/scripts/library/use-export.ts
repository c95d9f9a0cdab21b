import { useState } from 'react';
import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { invoke } from '../../bridge/client.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';

/** Saves templates to a file that another installation can import. */
export function useExport() {
  const [busy, setBusy] = useState(false);
  async function save(templates: readonly ScriptTemplate[]): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      const exported = await invoke('templates.export', { keys: templates.map(({ key }) => key) });
      const { file } = await invoke('app.exportFile', exported);
      if (file === null) return;
      toast({ title: `${counted(templates.length, 'template')} exported.`, detail: file });
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  }
  return { busy, save };
}
