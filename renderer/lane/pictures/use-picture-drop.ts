import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { toastError } from '../../ui/toast.tsx';
import { addPictures } from './unsent-pictures.ts';

/** Pictures that are pasted or dropped; `refuse` says why one was not taken. */
export function usePictureDrop(sessionId: number, refuse: (problem: string) => void) {
  const [over, setOver] = useState(false);

  function take(files: readonly File[]) {
    if (files.length === 0) return;
    addPictures(sessionId, files).then((problem) => {
      if (problem !== undefined) refuse(problem);
    }, toastError);
  }

  return {
    take,
    over,
    /** Text wins where both are on the clipboard, as from a spreadsheet. */
    takePaste(event: ClipboardEvent): boolean {
      const files = [...event.clipboardData.files];
      if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return false;
      event.preventDefault();
      take(files);
      return true;
    },
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      },
    },
  };
}
