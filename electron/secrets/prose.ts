import type { FoundSecret } from './found-secret.ts';
import { isLookalike, isMixed, isOrdinary } from './value-shape.ts';

/** How many words a value may be away from the word that says what it is, and how many characters. */
const VICINITY = { words: 7, characters: 240 };

/** Words that announce a secret, by the label of what they announce. */
const CREDENTIALS: readonly (readonly [label: string, words: string])[] = [
  ['a PIN', 'pins?|(?:door|alarm|gate|access|safe|keypad|unlock) code|pass[ -]?code'],
  ['a Wi-Fi or VPN key', '(?:wi-?fi|wlan|ssid|wpa[23]?) (?:key|code)|psk|pre-?shared key'],
  ['a shared secret', '(?:shared|client|app|radius) secret|(?:secret|api|access|radius) key'],
  ['an SNMP community', 'community(?: string)?'],
  ['a recovery key', '(?:recovery|backup) (?:key|code)s?'],
  [
    'a password',
    'pass(?:[ -]?(?:word|phrase)s?|wd|wort)?|pwd?|kennwort|contraseña|clave|mot de passe|mdp',
  ],
];

/** Between spaces or punctuation: a part of an option, a variable or an element is read as such elsewhere. */
const CREDENTIAL = new RegExp(
  String.raw`(?<=^|[\s"'*(“,\x60])(?:${CREDENTIALS.map(([, words]) => `(${words})`).join('|')})(?=$|[\s"'*_)”,.;:=\x60-])`,
  'giu',
);

/** With one of these behind it, the word names a thing, and what follows is no value of it. */
const THING =
  /^ (?:prompt|polic|problem|issue|error|expir|manager|sync|hash|length|age|field|box|dialog|protect|lock|history|complexity|file|list|vault|app|page|portal|link|attempt|request|rotation|reset|pad|never|id|option)/i;

/** Between the word and its value: a colon or the first "is" of the sentence. */
const DIRECT =
  /^["'`*_ ]{0,4}(?:[:=]+|[-=]>|→)["'`*_“„\s]*$|^(?:(?!\b(?:is|was)\b).)*\b(?:is|was|ist|war|lautet|es|era|est)(?: (?:now|back|still|again|to)){0,2} ["'`*_“„]*$/i;

/** The same: nothing, or a word or colon that may also join it to something else. */
const LOOSE = /(?:^,?|[:=]|\b(?:to|as|of|with|auf|als|à|a))["'`*_“„( ]*$/i;

const OPEN_QUOTE = /["'`“„]$/;
const ENDS_SENTENCE = /^["'`*_)”’]*[.;…](?:\s|$)/;
const UNIT =
  /^ ?(?:%|second|minute|hour|day|week|month|year|char|digit|letter|time|attempt|user|account)/i;

/**
 * Secrets in sentences: a credential word and, within a few words, something that looks like a value. What
 * a colon or "is" joins to the word is taken for one; nearness alone makes a doubt.
 */
export function findInProse(text: string): FoundSecret[] {
  return Array.from(text.matchAll(CREDENTIAL)).flatMap((match): FoundSecret[] => {
    const [credential, ...labels] = match;
    const end = match.index + credential.length;
    const label = CREDENTIALS[labels.findIndex((one) => one !== undefined)]?.[0] ?? '';
    const value = valueAhead(text, end, label) ?? valueBehind(text, match.index);
    return value === null ? [] : [{ ...value, label }];
  });
}

type Value = Omit<FoundSecret, 'label'>;

function valueAhead(text: string, start: number, label: string): Value | null {
  const near = text.slice(start, start + VICINITY.characters);
  const [line = ''] = /^(?:[ \t*]*[:=]\s*)?[^\n]*/.exec(near) ?? [];
  let left = VICINITY.words;
  for (const { word, from, to } of wordsOf(line)) {
    const [lead, rest] = [line.slice(0, from), line.slice(to)];
    if (/\d|\W/.test(word) || OPEN_QUOTE.test(lead)) {
      const kind = judge(word, lead, label, THING.test(line), UNIT.test(rest));
      if (kind !== null) return { from: start + from, to: start + to, kind };
    }
    left -= 1;
    if (left === 0 || ENDS_SENTENCE.test(rest) || /[!?]$/.test(word)) return null;
  }
  return null;
}

/** "Xk29-pq77 is set as its password", "typed Xk29-pq77 for the password". */
function valueBehind(text: string, end: number): Value | null {
  const before = text.slice(Math.max(0, end - VICINITY.characters), end);
  const sentence = before.split(/[.;!?…]\s|\n/).at(-1) ?? '';
  const words = Array.from(wordsOf(sentence)).slice(-VICINITY.words);
  const word = words.findLast((one) => isStrong(one.word));
  if (word === undefined) return null;
  const kind = /^\W* (?:as|als|como|comme) (?:\S+ )?\W*$/i.test(sentence.slice(word.to))
    ? 'pattern'
    : 'doubt';
  const start = end - sentence.length;
  return { from: start + word.from, to: start + word.to, kind };
}

/** Words without the punctuation around them; a placeholder is none. */
function* wordsOf(text: string) {
  for (const { index, 0: raw } of text.matchAll(/\S+/g)) {
    const from = raw.length - raw.replace(/^["'`*_~([{<“‘„:=]+/, '').length;
    const word = raw.slice(from).replace(/["'`*_~)\]}>”’.,;:=…]+$/, '');
    const place = { from: index + from, to: index + from + word.length };
    yield { word: isOrdinary(raw) ? '' : word, ...place };
  }
}

/** How sure it is that a word is the value; null where it is none. */
function judge(
  word: string,
  lead: string,
  label: string,
  ofThing: boolean,
  ofUnit: boolean,
): FoundSecret['kind'] | null {
  const isDirect = !ofThing && DIRECT.test(lead);
  const isJoined = isDirect || (!ofThing && LOOSE.test(lead));
  if (/^\d+$/.test(word)) {
    // A PIN may be short; another number is a value only where the text says so, and it is long.
    const isValue =
      label === 'a PIN' ? isJoined && /^\d{4,12}$/.test(word) : isDirect && /^\d{6,20}$/.test(word);
    return isValue && !ofUnit ? 'pattern' : null;
  }
  if (isStrong(word)) return isJoined ? 'pattern' : 'doubt';
  if (!isDirect || isOrdinary(word) || isLookalike(word)) return null;
  return isMixed(word) || (OPEN_QUOTE.test(lead) && word.length >= 4) ? 'pattern' : null;
}

/** Mixed in a way that no name, product or account usually is. */
function isStrong(word: string): boolean {
  if (!isMixed(word) || isLookalike(word)) return false;
  const hasEveryClass = /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word) && /\d{2}/.test(word);
  return hasEveryClass || /[#$%^*=~@&+|]|[!?](?=.*[\p{L}\d])|\d[!?]|\p{L}\d+\p{L}/u.test(word);
}
