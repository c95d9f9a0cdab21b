import { createHash } from 'node:crypto';
import type { Finding, NoteKind, NoteTone } from '../../../shared/domain/note.ts';
import type { NoteLanguage } from '../../../shared/domain/session.ts';
import type { InputBundle } from '../bundle.ts';
import { handOffSentences } from '../local/problem-statement.ts';
import type { NoteDocument, RenderedNote } from '../note-document.ts';
import { renderRecord } from '../render-bundle.ts';
import { writtenByCode } from './record-blocks.ts';

const LANGUAGE: Readonly<Record<NoteLanguage, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
};

/** Only the wording: what a note may say is the same in every tone. */
const TONE: Readonly<Record<NoteTone, string>> = {
  plain: 'plain and factual.',
  friendly:
    'warm and personal. Say "we" for what was done and "you" for what concerns the customer; short sentences; no thanks, apologies, promises or exclamation marks.',
  formal:
    'formal and impersonal. Say "the user", "the device", "the issue"; no contractions, no "you", no colloquial words.',
};

/** What one session contributes to the request for a note. */
export function noteMessage(
  kind: NoteKind,
  bundle: InputBundle,
  local: NoteDocument,
  tone: NoteTone,
): string {
  const record = [renderRecord(kind, bundle), alreadyWritten(local, bundle)].join('\n\n');
  return [
    `Language: ${LANGUAGE[bundle.language]}.`,
    // A package is for engineers and has one tone.
    ...(kind === 'resolve' ? [`Tone: ${TONE[tone]}`] : []),
    '',
    fence('Record', record),
    '',
    'Word the note from this record alone.',
  ].join('\n');
}

function alreadyWritten(local: NoteDocument, bundle: InputBundle): string {
  const handOff = local.kind === 'escalate' ? [handOffSentences(bundle, [])] : [];
  const written = [...handOff, ...writtenByCode(local).map(({ sentences }) => sentences)];
  const lines = written
    .map((sentences) => sentences.map(({ text }) => text).join(' '))
    .filter((line) => line !== '');
  return ['ALREADY IN THE NOTE', ...(lines.length === 0 ? ['(nothing)'] : lines)].join('\n');
}

/**
 * Text that is data and nothing else, between two lines with a word that the text cannot contain,
 * because it is drawn from the text. The same text makes the same message, so what a person reads
 * beforehand is what is sent.
 */
export function fence(label: string, text: string): string {
  const word = markerFor(text);
  return `${label} begins ${word}\n${text}\n${label} ends ${word}`;
}

function markerFor(text: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const word = createHash('sha256').update(`${attempt}\n${text}`).digest('hex').slice(0, 16);
    if (!text.includes(word)) return word;
  }
}

/** The one repair turn: what the checks found, by the sentences that the findings point at. */
export function repairMessage(
  { markdown, evidence }: RenderedNote,
  findings: readonly Finding[],
): string {
  const named = findings.map((finding) => {
    const at = evidence.find(({ from, to }) => from < finding.to && finding.from < to);
    const words = at === undefined ? '' : markdown.slice(at.from, at.to);
    return `- “${words}”: ${finding.message}`;
  });
  return [
    'These checks did not pass:',
    ...named,
    '',
    'Answer once more with everything, in the same form. Change only what the checks name; leave a sentence out if the record does not support it.',
  ].join('\n');
}

/** The repair turn for an answer that did not fit the form. */
export const WRONG_FORM =
  'That answer did not fit the required form. Answer once more with everything, in exactly that form.';
