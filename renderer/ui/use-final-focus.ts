import { useLayoutEffect, useRef } from 'react';

/**
 * For what opens over the window: whether the focus goes back to where it was. Where that is gone, nothing
 * is focused here, and `keepFocus` gives the focus to the message box rather than to the window's first
 * button.
 */
export function useFinalFocus(open: boolean, wanted: () => boolean = () => true): () => boolean {
  const opener = useRef<Element>(null);
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  return () => {
    const { current } = opener;
    return current !== document.body && current?.isConnected === true && wanted();
  };
}
