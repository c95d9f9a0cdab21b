/** The limit as it was typed: whole US dollars, or nothing for none; undefined where it is neither. */
export function readMonthlyLimit(typed: string): number | null | undefined {
  const text = typed
    .trim()
    .replace(/^\$\s*/, '')
    .replace(/[,\s]/g, '');
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
