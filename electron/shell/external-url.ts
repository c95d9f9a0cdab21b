/** An https link without embedded credentials, as it may be handed to the browser; null otherwise. */
export function safeExternalUrl(raw: string): string | null {
  try {
    const url = new URL(raw);
    const plain = url.username === '' && url.password === '';
    return url.protocol === 'https:' && plain && url.hostname !== '' ? url.href : null;
  } catch {
    return null;
  }
}
