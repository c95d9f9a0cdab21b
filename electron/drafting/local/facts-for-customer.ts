import type { BundleFact } from '../bundle.ts';

/** A guess of somebody who does not know: told as confirmed, it would be embarrassing for both. */
const GUESS =
  /\b(?:suspects?|suspected|believes?|believed|thinks?|thought|assumes?|assumed|guess(?:es|ed)?|supposes?|wonders?|fears?|blames?|probably|perhaps|maybe|must (?:be|have)|(?:may|might|could) (?:be|have|depend))\b|^(?:somebody|someone)\b/i;
/** What a technician notes about a talk, about the ticket, or about who is who. */
const ABOUT_WORK =
  /^(?:told|asked|called|phoned|rang|informed|promised|reminded|advised|instructed|emailed|e-mailed|wrote to|spoke (?:to|with)|left a (?:message|voice ?mail)|identity (?:was )?(?:checked|verified|confirmed))\b|^(?:priority|p)\s?[1-5]\b|^reported (?:at|on|by)\b|\btickets? (?:#?\d{3,}|on this)|\b(?:on|went on|back from) leave\b/i;

/** Whether a fact is one to tell the customer, whatever its words: not every note of the record is. */
export function isForCustomer({ text, source_type }: BundleFact): boolean {
  if (source_type === 'user_report' && GUESS.test(text)) return false;
  return !ABOUT_WORK.test(text);
}
