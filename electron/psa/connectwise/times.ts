/** An ISO time in UTC out of a time as ConnectWise writes it; null where there is none. */
export function isoTime(text: string | null | undefined): string | null {
  const at = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
