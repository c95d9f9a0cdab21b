/** Longer ones are cut, or refused, by one system or another. */
const LONGEST = 2_000;

/** An https link without embedded credentials, as it may be handed to the browser; null otherwise. */
export function safeExternalUrl(raw: string): string | null {
  try {
    const url = new URL(raw);
    const plain = url.username === '' && url.password === '';
    const safe = url.protocol === 'https:' && plain && url.hostname !== '';
    return safe && url.href.length <= LONGEST ? url.href : null;
  } catch {
    return null;
  }
}
