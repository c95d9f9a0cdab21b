import type { InputBundle } from '../bundle.ts';
import { unprovenVerification } from '../language/claims.ts';
import { findContacts } from '../language/contacts.ts';
import { findHosts, type HostClass } from '../language/hosts.ts';
import { findInternalDetails } from '../language/internal-details.ts';
import { findUnkindWords } from '../language/unkind-words.ts';
import { foldText } from '../markdown/escape.ts';

/** Decides what of a session may stand in the customer's note, and words it for them. */
export interface CustomerWords {
  /**
   * The text fit for the customer: the name of the one computer or server in question becomes "the
   * computer" or "the server". `null` where an internal detail, a contact or an unkind word remains;
   * such a text is left out whole, since half a fact may say something else.
   */
  forCustomer(text: string): string | null;
  /** Whether a text says "verified with the user" and nothing on record bears it out (rule R2). */
  isUnproven(text: string): boolean;
  /** {@link CustomerWords.forCustomer} for cause and resolution, where such a text must not stand. */
  forResult(text: string): string | null;
}

const PLAIN_NAME: Partial<Record<HostClass, string>> = {
  workstation: 'the computer',
  server: 'the server',
};

export function createCustomerWords(bundle: InputBundle): CustomerWords {
  const scriptNames = bundle.scripts.map((script) => script.name);
  const replaceable = onlyHosts(bundle);
  const isFit = (text: string) =>
    findInternalDetails(text, scriptNames).length === 0 &&
    findContacts(text).length === 0 &&
    findUnkindWords(text).length === 0;
  const forCustomer = (text: string) => {
    const plain = withoutHostNames(foldText(text), replaceable);
    return plain !== null && isFit(plain) ? plain : null;
  };
  const isUnproven = unprovenVerification(bundle);
  return {
    forCustomer,
    isUnproven,
    forResult(text) {
      const plain = forCustomer(text);
      return plain === null || isUnproven(plain) ? null : plain;
    },
  };
}

/** Names that can be spoken of as "the computer" or "the server": each the only one of its class in the session. */
function onlyHosts(bundle: InputBundle): ReadonlyMap<string, string> {
  const texts = [
    bundle.title,
    bundle.summary,
    bundle.intake,
    ...bundle.facts.flatMap((fact) => [fact.text, fact.source_summary ?? '']),
    ...bundle.fixes_tried.flatMap((fix) => [fix.title, fix.description, fix.outcome_note ?? '']),
  ];
  const named = new Map<HostClass, Set<string>>();
  for (const host of texts.flatMap(findHosts)) {
    const names = named.get(host.host_class) ?? new Set();
    named.set(host.host_class, names.add(host.text.toLowerCase()));
  }
  const replaceable = new Map<string, string>();
  for (const [hostClass, names] of named) {
    const plain = PLAIN_NAME[hostClass];
    const [only] = names;
    if (plain !== undefined && only !== undefined && names.size === 1) replaceable.set(only, plain);
  }
  return replaceable;
}

/** `null` where a name stands beside an article or a word for "computer", and plain words would not read as English. */
function withoutHostNames(text: string, replaceable: ReadonlyMap<string, string>): string | null {
  let plain = '';
  let at = 0;
  for (const host of findHosts(text)) {
    const name = replaceable.get(host.text.toLowerCase());
    if (name === undefined) return null;
    const before = text.slice(at, host.from);
    const after = text.slice(host.to);
    if (!/(?:^|[\s("“])$/.test(before) || !/^(?:$|\s|[).,;:!?"”]+(?:\s|$)|['’]s\b)/.test(after))
      return null;
    if (
      /(?:^|\s)(?:the|an?|this|that|his|her|their|its|our|my|your|user|new|old|both)\s+$/i.test(
        before,
      )
    )
      return null;
    if (
      /^\s+(?:workstations?|computers?|pcs?|laptops?|desktops?|servers?|machines?|hosts?|device|itself)\b/i.test(
        after,
      )
    )
      return null;
    if (
      /\b(?:computer|workstation|pc|laptop|desktop|server|machine|host|device|name|hostname)[:\s]+$/i.test(
        before,
      )
    )
      return null;
    const starts = plain === '' && /^[\s"“(]*$/.test(before);
    plain += before + (starts || /[.!?:]\s+$/.test(before) ? name.replace('t', 'T') : name);
    at = host.to;
  }
  return plain + text.slice(at);
}
