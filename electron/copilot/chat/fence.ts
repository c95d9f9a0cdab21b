import { createHash } from 'node:crypto';

/**
 * Text that is data and nothing else, between two lines with a word that the text cannot hold, because
 * it is drawn from the text. The same text is fenced the same way each time, so that a conversation
 * reads the same in each request and what a person reads beforehand is what is sent.
 */
export function fence(label: string, text: string): string {
  const word = wordFor(text);
  return `${label} begins ${word}\n${text}\n${label} ends ${word}`;
}

function wordFor(text: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const word = createHash('sha256').update(`${attempt}\n${text}`).digest('hex').slice(0, 16);
    if (!text.includes(word)) return word;
  }
}
