import { spansOf, type TextSpan } from './spans.ts';

const MAIL_ADDRESS = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
const LINK = /\b(?:https?|ftp):\/\/[^\s<>"]{1,500}|\bwww\.[^\s<>"]{3,500}/gi;
/** International, in brackets, in the 3-3-4 form, or with a leading zero and groups; other runs of digits are too often something else. */
const PHONE =
  /(?<![\w.+-])(?:\+\d{1,3}[ ().-]{0,2}\d(?:[ ().-]{0,2}\d){6,12}|\(\d{2,5}\)[ -]?\d(?:[ -]?\d){5,9}|\d{3}[ .-]\d{3}[ .-]\d{4}|0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}|0\d{4}[ -]\d{5,6})(?![\w-]|\.\d)/g;

export interface Contact extends TextSpan {
  readonly kind: 'mail' | 'link' | 'phone';
}

/** Links, mail addresses and phone numbers in a text: what an attacker would want a customer to follow (rule I2). */
export function findContacts(text: string): Contact[] {
  const spans = (kind: Contact['kind'], pattern: RegExp) =>
    spansOf(text, pattern).map(({ from, text: found }) => {
      const shown = kind === 'link' ? found.replace(/[.,;:!?)\]}'"”]+$/, '') : found;
      return { kind, from, to: from + shown.length, text: shown };
    });
  const found = /\d/.test(text) ? spans('phone', PHONE) : [];
  if (text.includes('@')) found.push(...spans('mail', MAIL_ADDRESS));
  if (/:\/\/|www\./i.test(text)) found.push(...spans('link', LINK));
  return found;
}
