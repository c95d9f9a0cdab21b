/** What a word of a text looks like, judged by its characters alone. */

/** Stands for a value instead of being one: a variable, a placeholder, stars, a word about passwords. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || STOP_WORDS.has(value.toLowerCase());
}

const PLACEHOLDER =
  /^(?:\$\{?(?:env:)?[a-z_]+\}?\)?|\$\(.*|%[a-z_]+%|!\w+!|\{\{?.*|<.*>?|\[.*\]|\(secret\)|@\w+|[*•.x?_#-]+|your[-_ \w]*|redacted|removed|hidden)$/i;

const STOP_WORDS = new Set(
  `a an the is are was were be been not no none null nil true false yes n/a na unknown known unset set
  to for of on in at by from with without and or but so if then than as it its his her their this that
  these those still never always now again back new old same own empty blank missing required optional
  incorrect wrong invalid correct valid expired expire expires expiring locked unlocked weak strong
  temporary permanent default different stronger longer shorter good bad too only just also ok okay
  reset resets changed change changes saved stored cleared clear removed sent given known forgotten
  synced synchronised synchronized updated requested needed accepted rejected refused entered typed
  asked prompted disabled enabled protected encrypted hidden redacted secret password passwords passcode
  passphrase passwort kennwort pin pw pwd key keys policy vault parameter switch option flag argument
  value string text prompt field user username login account admin see vault itglue keepass bitwarden
  public private system one ones what which who when where why how must should will would can could may
  pending done failed fails failing works working worked problem issue error failure match matches
  matched mismatch separate shared available unavailable unchanged confirmed verified tbd todo`.split(
    /\s+/,
  ),
);

/** A word that ends like a participle says what happened to a password and is none itself. */
export function isOrdinaryWord(value: string): boolean {
  return STOP_WORDS.has(value.toLowerCase()) || /^[a-z]+(?:ed|ing|able|ible|ly)$/i.test(value);
}

const SIGN = /[!#$%^*?=~@&+<>|]/;

/** Letters together with digits or signs, 6 to 40 of them: as in a password, and rarely in a word. */
export function isMixed(value: string): boolean {
  if (value.length < 6 || value.length > 40 || isPlaceholder(value)) return false;
  // A mark at the end may be the sentence's.
  const body = value.replace(/[!?]+$/, '');
  if (!/\p{L}/u.test(body)) return false;
  return /\d/.test(body) || /[!#$%^*?=~@]/.test(body);
}

/** Mixed in a way that no name, product or account usually is. */
export function isStronglyMixed(value: string): boolean {
  if (!isMixed(value)) return false;
  const body = value.replace(/[!?]+$/, '');
  const digitWithin = /\p{L}\d+\p{L}/u.test(body);
  const everyClass = /\p{Ll}/u.test(body) && /\p{Lu}/u.test(body) && /\d{2}/.test(body);
  return SIGN.test(body) || digitWithin || everyClass || (value !== body && /\d/.test(body));
}

/** Names, numbers and codes that a note is full of, and that no one types as a password. */
export function isLookalike(value: string): boolean {
  return LOOKALIKES.some((pattern) => pattern.test(value));
}

/**
 * "Gr4nite.Door": a name and an ending as of a file or a host, but with a digit among its letters and a
 * capital in the ending, which neither has. Only where the text says that a password follows.
 */
export function isDottedPassword(value: string): boolean {
  return /^[\w-]*\p{L}\d[\w-]*(?:\.[\w-]+)*\.\p{Lu}\p{Ll}{1,4}$/u.test(value);
}

const LOOKALIKES: readonly RegExp[] = [
  // Error codes, updates, vulnerabilities, tickets, event names: capitals and a number.
  /^(?:0x[0-9a-f]+|kb\d+|cve-\d+-\d+|[A-Z]{1,12}[-_#]?\d{1,12}|#?\d+)$/,
  /^0x[0-9a-f]+$/i,
  /^kb\d{5,8}$/i,
  // Computers and other things with a number in capitals: WS-FIN-07, AP-3F-02.
  /^[A-Z0-9]+(?:[-_][A-Z0-9]+)+$/,
  // Accounts and instances that a product names: MSOL_7f3a21, MSSQL$SALES; names in a directory.
  /^[A-Z]{2,10}(?:_[0-9a-f]+|\$[A-Z]+)$/,
  /^(?:cn|ou|dc|o)=/i,
  // Versions, builds, releases, sizes, speeds, spans of time, ordinals.
  /^v?\d+(?:[.,]\d+)+[a-z]?\d*$/i,
  /^\d\dH[12]$/i,
  /^\d+(?:[.,]\d+)?(?:%|[kmgtp]i?b(?:it)?(?:\/s|ps)?|[kmg]?hz|m?s|min|h|x|v|w|st|nd|rd|th)$/i,
  /^\d+-[a-z]+(?:-[a-z]+)?$/i,
  // Dates and times.
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:t[\d:.]+z?)?$/i,
  /^\d{1,2}:\d{2}(?::\d{2})?(?:am|pm|z)?$/i,
  /^[hq][1-4][-/]?\d{2,4}$/i,
  // Identifiers, addresses, paths, files, hosts.
  /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i,
  /^s-1-\d+(?:-\d+)+$/i,
  /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i,
  /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?$/,
  /^[a-z][a-z0-9+.-]*:\/\//i,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  /^(?:[a-z]:|\\|\/|~\/|\.{1,2}[\\/]|hk(?:lm|cu)\b)/i,
  /^[\w.-]+\\[\w.$-]+$/,
  /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}(?::\d+)?$/i,
  // Products with their version: Office365, Windows11, iPhone14, 1Password, KeePass2.
  /^(?:win(?:dows)?|office|m|o|microsoft|server|exchange|sql(?:server)?|outlook|teams|sharepoint|azure|onedrive|intune|entra|adobe|acrobat|autocad|quickbooks|sage|chrome|firefox|edge|i?os|ipad(?:os)?|iphone|galaxy|pixel|android|macos|php|java|python|node|tls|ssl|smb|ntlm|sha|md|aes|wpa|ipv|usb|http|keepass|veeam|vmware|esxi|ubuntu|debian|office|365|1password|authenticator)[-_]?v?\d[\w.]*$/i,
  /^(?:1password|0365|office365|ms-chap-?v2|peap-mschapv2|wpa[23]?-\w+|802\.1x|o365\w*|m365\w*)$/i,
];
