import type { HandOff } from '../../../shared/domain/session.ts';
import { type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { type NoteSentence, sentence } from '../note-document.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import { asSentence, cutAtWhole, openingSentence, sameKey } from './sentence-text.ts';

/** A report of up to this many characters is short; of a longer one the beginning is quoted. */
export const SHORT_INTAKE = 240;

/** The problem for the next engineer in one paragraph, with the hand-off fields that are filled. */
export function problemStatement(bundle: InputBundle): readonly NoteSentence[] {
  const words = PHRASES[bundle.language];
  const problem = described(bundle, words);
  return [...problem, ...handOffSentences(bundle, problem)];
}

/** The hand-off fields that are filled, but for values that the problem has already. */
export function handOffSentences(
  { hand_off, language }: InputBundle,
  problem: readonly NoteSentence[],
): readonly NoteSentence[] {
  const known = sameKey(problem.map(({ text }) => text).join(' '));
  return handOffTexts(hand_off, known, PHRASES[language]).map((text) =>
    sentence(text, SESSION_EVIDENCE),
  );
}

/** The summary, else the title and what was first reported, as a quotation. Symptoms are facts, and have their place. */
function described(bundle: InputBundle, words: Phrases): readonly NoteSentence[] {
  const summary = openingSentence(bundle.summary, words.noted);
  if (summary !== '') return [sentence(summary, SESSION_EVIDENCE)];
  const title = sentence(openingSentence(bundle.title, words.noted), SESSION_EVIDENCE);
  const body = cutAtWhole(mailBody(bundle.intake), SHORT_INTAKE);
  if (body === '' || sameKey(body) === sameKey(bundle.title)) return [title];
  return [title, sentence(asSentence(`${words.reported}${quoted(body)}`), SESSION_EVIDENCE)];
}

/** A text in quotation marks that it does not have itself; without any where it has both kinds. */
export function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return /[“”]/.test(text) ? text : `“${text}”`;
}

/** `From: …` and what follows it at the top of a forwarded mail: two such lines or more. */
const MAIL_HEADER = /^(?:[\p{L}-]{2,12}:[^\n]*\n){2,}/u;
/** A first line of a few words, ended by a comma or a blank line: a greeting, in any language. */
const GREETING = /^(?:\S{1,20}[^\S\n]){0,4}\S{1,20}?(?:,[^\S\n]*\n|[^\S\n]*\n[^\S\n]*\n)\s*/u;
/** A paragraph of fewer characters does not say what is wrong; the next one belongs to it. */
const SHORT_PARAGRAPH = 25;

/** What a mail says first: without header, quoted lines and greeting, up to the end of a paragraph. */
function mailBody(intake: string): string {
  const mail = intake
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(MAIL_HEADER, '')
    .trim()
    .replace(/^>.*$/gm, '');
  const body = mail.replace(GREETING, '').trim() || mail.trim();
  const paragraphs = body.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ').trim());
  let text = '';
  for (const part of paragraphs) {
    if (text.length >= SHORT_PARAGRAPH) break;
    text = text === '' ? part : `${text} ${part}`;
  }
  return text;
}

/** The filled fields as labelled sentences; a value that the problem names already is not repeated. */
function handOffTexts(fields: HandOff, known: string, words: Phrases): readonly string[] {
  const { escalation_reason, escalation_note } = fields;
  const reason =
    escalation_reason === null || escalation_reason === 'other'
      ? null
      : words.reasons[escalation_reason];
  const why = [reason, escalation_note].filter((part) => part !== null).join('; ');
  const labelled: readonly (readonly [string, string | null])[] = [
    [words.affected, fields.affected],
    [words.since, fields.since],
    [words.impact, fields.impact],
    [words.priority, fields.priority],
    [words.escalated_because, why],
    [words.promised, fields.promised],
    [words.contact, fields.contact],
    [words.next_owner, fields.next_owner],
  ];
  return labelled.flatMap(([label, value]) => {
    const key = sameKey(value ?? '');
    if (value === null || key === '' || hasWords(known, key)) return [];
    return [asSentence(`${label}${value}`)];
  });
}

function hasWords(text: string, words: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(
    ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `,
  );
}
