/** What a word of a text looks like, judged by its characters alone. */

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
