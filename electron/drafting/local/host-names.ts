import type { InputBundle } from '../bundle.ts';
import { findHosts, type HostClass } from '../language/hosts.ts';

/** Names that can be spoken of as "the computer" or "the server". */
export type PlainHosts = ReadonlyMap<string, string>;

const PLAIN_NAME: Partial<Record<HostClass, string>> = {
  workstation: 'the computer',
  server: 'the server',
};

/** Each is the only one of its class in the session, so that the reader knows which is meant. */
export function plainHosts(bundle: InputBundle): PlainHosts {
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
  const plain = new Map<string, string>();
  for (const [hostClass, names] of named) {
    const word = PLAIN_NAME[hostClass];
    const [only] = names;
    if (word !== undefined && only !== undefined && names.size === 1) plain.set(only, word);
  }
  return plain;
}

const THING =
  '(?:workstations?|computers?|pcs?|laptops?|desktops?|servers?|machines?|hosts?|device|itself)';
/** After a name: the end, a mark, or a word that is none for a computer. */
const MAY_FOLLOW = new RegExp(`^(?:$|\\s(?!\\s*${THING}\\b)|[).,;:!?"”]+(?:\\s|$)|['’]s\\b)`, 'i');
/** Before a name: the start of a sentence, or a word behind which "the computer" reads as English. */
const MAY_PRECEDE =
  /(?:^\s*|[.!?:;,]\s+|[("“]\s*|(?:^|\s)(?:on|of|from|to|in|at|for|by|with|and|or|but|that|which|because|since|until|while|when|as|than|between|via|against|into|onto|off|over|after|before|where|if|restart(?:ed)?|reboot(?:ed)?|rebuil[dt]|replaced?|cleaned?|moved?|updated?|patch(?:ed)?|check(?:ed)?|leave|keep|take|took|shut|turn(?:ed)?|switch(?:ed)?|(?:dis)?connect(?:ed)?|(?:un)?plug(?:ged)?|reset|scan(?:ned)?|isolated?|only|affects|reaches)\s+)$/i;

/** A text with plain words for the names in it; null where a name stays, or where it would read badly. */
export function withPlainHosts(text: string, plainNames: PlainHosts): string | null {
  let plain = '';
  let at = 0;
  for (const host of findHosts(text)) {
    const name = plainNames.get(host.text.toLowerCase());
    if (name === undefined) return null;
    const before = text.slice(at, host.from);
    if (!MAY_PRECEDE.test(before) || !MAY_FOLLOW.test(text.slice(host.to))) return null;
    const starts = plain === '' && /^[\s"“(]*$/.test(before);
    plain += before + (starts || /[.!?:]\s+$/.test(before) ? name.replace('t', 'T') : name);
    at = host.to;
  }
  return plain + text.slice(at);
}

/** Stand for names while the words around them are looked at; no text on record holds such signs. */
const FIRST_SIGN = 0xe000;
const MOST_NAMES = 0x400;
const SIGN = '[\\uE000-\\uE3FF]';
const SIGNS = `${SIGN}(?:(?:,\\s*|,?\\s+(?:and|or|to|&)\\s+)${SIGN})*`;
const IN_BRACKETS = new RegExp(
  `\\s*\\((?:(?:on|in|at)\\s+)?(?:the\\s+)?(?:${THING}\\s+)?${SIGNS}\\)`,
  'gi',
);
const BESIDE = new RegExp(
  `,\\s*(?:on\\s+)?(?:his |her |their |my |our |the )?${THING}\\s+${SIGNS},?(?=\\s)`,
  'gi',
);
const BEHIND = new RegExp(
  `\\s+(?:on|at|in|from)\\s+(?:the\\s+)?(?:${THING}\\s+)?${SIGNS}(?=$|[.,;:!?)]|\\s+(?:and|but|because|since|until|while|when|after|before)\\b)`,
  'gi',
);

/** A text without names that only stand beside what they name: "my PC (DESK-114)". */
export function withoutNamesBeside(text: string): string {
  return without(text, [IN_BRACKETS, BESIDE]);
}

/**
 * The same without "on DESK-114" too. Only for what tells the symptom or names a piece of work: of a
 * finding, the place may be the half that counts.
 */
export function withoutPlaces(text: string): string {
  return without(text, [IN_BRACKETS, BESIDE, BEHIND]);
}

function without(text: string, patterns: readonly RegExp[]): string {
  const hosts = findHosts(text).slice(0, MOST_NAMES);
  if (hosts.length === 0) return text;
  let masked = '';
  let at = 0;
  hosts.forEach((host, index) => {
    masked += text.slice(at, host.from) + String.fromCharCode(FIRST_SIGN + index);
    at = host.to;
  });
  masked += text.slice(at);
  return patterns
    .reduce((rest, pattern) => rest.replace(pattern, ''), masked)
    .replace(/[\uE000-\uE3FF]/g, (sign) => hosts[sign.charCodeAt(0) - FIRST_SIGN]?.text ?? sign);
}
