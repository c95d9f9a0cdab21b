import { createHash } from 'node:crypto';
import type { Finding } from '../../../shared/domain/note.ts';

/**
 * The session's part of the prompt, fenced: a marker that the text cannot hold, because it is drawn
 * from the text. The same record makes the same message, so what a person reads beforehand is what is
 * sent.
 */
export function fence(record: string): string {
  const word = markerFor(record);
  return `Record begins ${word}\n${record}\nRecord ends ${word}\n\nWrite the note from this record alone.`;
}

function markerFor(record: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const word = createHash('sha256').update(`${attempt}\n${record}`).digest('hex').slice(0, 16);
    if (!record.includes(word)) return word;
  }
}

/** The one repair turn: what the checks found, by the lines of the note that they point at. */
export function repairMessage(markdown: string, findings: readonly Finding[]): string {
  const lines = markdown.split('\n');
  const named = findings.map(
    ({ line, message }) => `- Line “${(lines[line - 1] ?? '').trim()}”: ${message}`,
  );
  return [
    'These checks did not pass:',
    ...named,
    '',
    'Answer once more with the whole note in the same form. Change only what the checks name; leave a line out if the record does not support it.',
  ].join('\n');
}

/** The repair turn for an answer that did not fit the form. */
export const WRONG_FORM =
  'That answer did not fit the required form. Answer once more with the whole note, in exactly that form.';
