import { useEffect, useRef } from 'react';

/**
 * Gives the focus back to the button that opened a form once the form is gone, unless the focus
 * has moved elsewhere meanwhile. The button may be absent while the form stands.
 */
export function useReturnFocus<Element extends HTMLElement>(open: boolean) {
  const opener = useRef<Element>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body)
      opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return opener;
}
