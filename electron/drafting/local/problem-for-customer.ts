import type { InputBundle } from '../bundle.ts';
import { isComplaint } from '../language/complaints.ts';
import { withCapital } from '../language/sentences.ts';
import type { CustomerWords } from './customer-words.ts';
import { problemStatement } from './problem-statement.ts';

/** How a technician notes where a report came from: "Walk-in from HR at …:", "Chat message:". */
const CHANNEL =
  /^(?:phone|call|voice ?mail|walk-in|(?:teams |web )?chat(?: message)?|e-?mail|portal|sms|text message|own monitoring)\b[^:.]{0,80}:\s+(?=\S)/i;
/** The same with nothing behind it but a name: "Phone 08:55, Isolde Crane, Merrivale Opticians." */
const CHANNEL_ALONE =
  /^(?:phone|phoned|call|called|voice ?mail|walk-in)(?: (?:in|at|from|by|\d{1,2}[:.]\d\d))*,[^.]{0,80}\.$/i;
/** Data about the customer that stand in every ticket, and are no news to them. */
const DATA =
  /^(?:customer|client|company|user|name|contact|phone|from|ticket|comment)\b[^:.]{0,40}:/i;

/** {@link problemStatement} as the customer may read it: without their anger and our notes about them. */
export function problemForCustomer(bundle: InputBundle, words: CustomerWords): string {
  return problemStatement(
    bundle,
    (sentence) => words.forSymptom(withCapital(sentence.replace(CHANNEL, ''))),
    (sentence) =>
      ![CHANNEL_ALONE, DATA].some((one) => one.test(sentence)) && !isComplaint(sentence),
  );
}
