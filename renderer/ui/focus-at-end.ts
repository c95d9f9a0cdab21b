/** Gives a field the focus with the caret behind its text, where one goes on writing. */
export function focusAtEnd(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
