import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import { isSubmitKey } from './shortcuts.ts';

interface FormKeys {
  /** Saves, where what was typed can be saved; called for the button, Ctrl/⌘+Enter and `enterIn` alike. */
  readonly onSubmit: () => void;
  /** Leaves the form. The Escape that did so goes no further: it does not close what is around. */
  readonly onCancel?: () => void;
  /** A text box in which Enter alone saves too; Shift+Enter still makes a line there. */
  readonly enterIn?: RefObject<HTMLElement | null>;
}

/** The keys of a small form, to be spread on its `<form>`: Escape leaves, Ctrl/⌘+Enter saves. */
export function useFormKeys({ onSubmit, onCancel, enterIn }: FormKeys) {
  return {
    noValidate: true,
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      onSubmit();
    },
    onKeyDown: (event: KeyboardEvent) => {
      // An Enter or Escape of an input method is about a character, not about the form.
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape' && onCancel) {
        event.stopPropagation();
        onCancel();
      } else if (isSubmitKey(event) || isPlainEnter(event, enterIn?.current)) {
        event.preventDefault();
        onSubmit();
      }
    },
  };
}

function isPlainEnter(event: KeyboardEvent, box: HTMLElement | null | undefined): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  return key === 'Enter' && event.target === box && !shiftKey && !ctrlKey && !metaKey && !altKey;
}
