import type { InputBundle } from '../bundle.ts';
import { unprovenVerification } from '../language/claims.ts';
import { findContacts } from '../language/contacts.ts';
import { findHosts } from '../language/hosts.ts';
import { findInstructions } from '../language/instructions.ts';
import { findInternalDetails } from '../language/internal-details.ts';
import { findPromises } from '../language/promises.ts';
import { QUOTATION } from '../language/quotations.ts';
import { findUnkindWords } from '../language/unkind-words.ts';
import { foldText } from '../markdown/escape.ts';
import { plainHosts, withoutNamesBeside, withoutPlaces, withPlainHosts } from './host-names.ts';

/** Decides what of a session may stand in the customer's note, and words it for them. */
export interface CustomerWords {
  /**
   * The text fit for the customer: the name of the one computer or server in question becomes "the
   * computer" or "the server". `null` where an internal detail, a contact, an unkind word, a
   * promise or an order to a machine remains; such a text is left out whole, since half a fact may
   * say something else.
   */
  forCustomer(text: string): string | null;
  /** The same for a symptom or the name of a piece of work, of which "on DESK-114" may be left out. */
  forSymptom(text: string): string | null;
  /** Whether a text says "verified with the user" and nothing on record bears it out (rule R2). */
  isUnproven(text: string): boolean;
  /** {@link CustomerWords.forCustomer} for cause and resolution, where such a text must not stand. */
  forResult(text: string): string | null;
}

export function createCustomerWords(bundle: InputBundle): CustomerWords {
  const scriptNames = bundle.scripts.map((script) => script.name);
  const plainNames = plainHosts(bundle);
  const isFit = (text: string) =>
    findInternalDetails(text, scriptNames).length === 0 &&
    findContacts(text).length === 0 &&
    findUnkindWords(text).length === 0 &&
    findPromises(text).length === 0 &&
    findInstructions(text).length === 0;
  const worded = (text: string) => {
    const plain = withPlainHosts(text, plainNames);
    return plain !== null && isFit(plain) ? plain : null;
  };
  const forCustomer = (text: string) =>
    quotesName(text) ? null : worded(withoutNamesBeside(foldText(text)));
  const isUnproven = unprovenVerification(bundle);
  return {
    forCustomer,
    forSymptom: (text) =>
      forCustomer(text) ?? (quotesName(text) ? null : worded(withoutPlaces(foldText(text)))),
    isUnproven,
    forResult(text) {
      const plain = forCustomer(text);
      return plain === null || isUnproven(plain) ? null : plain;
    },
  };
}

/** What somebody said word for word cannot be said in other words. */
function quotesName(text: string): boolean {
  return Array.from(text.matchAll(QUOTATION)).some(([quoted]) => findHosts(quoted).length > 0);
}
