import { type RefObject, useEffect, useState } from 'react';

/** The text that is selected within an element, trimmed; empty without a selection there. */
export function useSelectionIn(element: RefObject<HTMLElement | null>): string {
  const [selected, setSelected] = useState('');
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      const inside =
        selection !== null &&
        !selection.isCollapsed &&
        element.current?.contains(selection.getRangeAt(0).commonAncestorContainer) === true;
      setSelected(inside ? selection.toString().trim() : '');
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [element]);
  return selected;
}
