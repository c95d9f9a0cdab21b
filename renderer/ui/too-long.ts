/**
 * What to say of a text that is longer than the bridge takes, or undefined. The text stays where it
 * was typed; the message says by how much it is too long.
 */
export function tooLong(text: string, limit: number): string | undefined {
  if (text.length <= limit) return undefined;
  const over = (text.length - limit).toLocaleString('en');
  return `That is ${over} characters more than the ${limit.toLocaleString('en')} that fit here. Shorten it; nothing was cut off.`;
}
