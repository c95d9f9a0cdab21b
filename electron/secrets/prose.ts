import type { FoundSecret } from './found-secret.ts';

/** How many words a value may be away from the word that says what it is, and how many characters. */
const VICINITY = { words: 7, characters: 120 };

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

/** Stands for a value instead of being one: a variable, a placeholder, stars. */
const PLACEHOLDER =
  /^(?:\$\{?(?:env:)?[a-z_]+\}?\)?|\$\(.*|%[a-z_]+%|!\w+!|\{\{?.*|<.*>?|\[.*\]|\(secret\)|@\w+|[*•.x?_#-]+|your[-_ \w]*)$/i;

/** Words that follow "password" in a sentence about one, and words for a value that is missing. */
const ORDINARY =
  /^(?:a|an|the|is|are|was|were|be|been|not|no|none|null|nil|true|false|yes|n\/a|unknown|empty|blank|missing|required|optional|(?:in)?correct|(?:in)?valid|wrong|default|different|to|for|of|on|in|at|by|from|with|and|or|but|if|then|as|it|its|his|her|their|this|that|never|always|now|again|still|new|old|reset|set|sent|known|secret|pass(?:words?|code|phrase|wort)|kennwort|pin|pw|pwd|keys?|policy|vault|parameter|switch|value|string|text|prompt|field|user(?:name)?|login|account|admin|see|itglue|keepass|public|private|system|one|what|which|who|when|where|why|how|must|should|will|can|may|done|work|problem|issue|error|failure|match|separate|tbd|todo|id|[a-z]+(?:ed|ing|able|ible|ly))$/i;

/** A placeholder, or a word of a sentence about a password: nothing that someone chose as a value. */
export function isOrdinary(value: string): boolean {
  return PLACEHOLDER.test(value) || ORDINARY.test(value);
}

/** Names, numbers and codes that a note is full of, and that nobody types as a password. */
const LOOKALIKES: readonly RegExp[] = [
  // Error codes, updates, tickets, computers, instances, names in a directory: capitals and a number.
  /^(?:0[xX][\da-fA-F]+|[kK][bB]\d+|[A-Z\d]+(?:[-_#$][A-Z\d]+)*|[A-Z]{2,10}_[\da-f]+)$/,
  // Versions, sizes, dates, times, phone numbers, releases: a number, perhaps with its unit.
  /^[+#v]?\d[\d.,:/+-]*(?:[a-z%]{1,5}(?:\/s)?|H[12]|-[a-z-]+|T[\d:.]+Z?)?$/i,
  // Identifiers of Windows, of objects and of network cards.
  /^(?:s-1-[\d-]+|\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?|(?:[\da-f]{2}[:-]){5}[\da-f]{2})$/i,
  // Addresses, paths, mail addresses, names in a directory.
  /:\/\/|^[a-z]:|[\\<>;]|^[/~]|^(?:cn|ou|dc|o)=|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^HK(?:LM|CU)\b/i,
  // Hosts and files. A password with a dot has a capital behind it.
  /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}(?::\d+)?$/,
  // Products with their version.
  /^(?:win(?:dows)?|office|[mo]|microsoft|server|exchange|sql(?:server)?|outlook|teams|sharepoint|azure|chrome|firefox|edge|i?os|ipad(?:os)?|iphone|galaxy|pixel|android|macos|php|java|python|node|tls|ssl|smb|sha|md|aes|wpa|ipv|usb|keepass|veeam|vmware|esxi|ubuntu|1password)[-_]?v?\d[\w.-]*$/i,
];

export function isLookalike(value: string): boolean {
  return LOOKALIKES.some((pattern) => pattern.test(value));
}

/** Letters together with digits or signs, 6 to 40 of them: as in a password, and rarely in a word. */
export function isMixed(value: string): boolean {
  if (value.length < 6 || value.length > 40 || isOrdinary(value)) return false;
  // A mark at the end may be the sentence's.
  const body = value.replace(/[!?]+$/, '');
  return /\p{L}/u.test(body) && /[\d!#$%^*?=~@]/.test(body);
}
