/** A word of a text without the punctuation around it, and what touches it. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Punctuation in front of it and behind it. */
  readonly before: string;
  readonly after: string;
  /** Lines are not read across. */
  readonly line: number;
}

const RAW = /\S{1,400}/g;
const FRONT = new Set('"\'`*_~([{<“‘„>');
const BACK = new Set('"\'`*_~)]}>”’.,;:=…');

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let line = 0;
  let last = 0;
  for (const match of text.matchAll(RAW)) {
    if (text.slice(last, match.index).includes('\n')) line += 1;
    const [raw] = match;
    last = match.index + raw.length;
    let start = 0;
    while (start < raw.length && FRONT.has(raw.charAt(start))) start += 1;
    let end = raw.length;
    while (end > start && BACK.has(raw.charAt(end - 1))) end -= 1;
    words.push({
      text: raw.slice(start, end),
      from: match.index + start,
      to: match.index + end,
      before: raw.slice(0, start),
      after: raw.slice(end),
      line,
    });
  }
  return words;
}

/** Whether a sentence ends behind this word. */
export function endsSentence(word: Word): boolean {
  return /[.;…]/.test(word.after) || /[!?]$/.test(word.text);
}

/** A word, or a few, that say that a secret follows. */
export interface Credential {
  /** How many words it takes. */
  readonly length: number;
  readonly label: string;
  /** Whether what is joined to it is its value; otherwise nearness is all that speaks for it. */
  readonly sure: boolean;
  /** Whether a short number can be the value. */
  readonly numeric: boolean;
  /** Whether several words can be the value. */
  readonly phrase: boolean;
}

interface CredentialWords {
  readonly pattern: RegExp;
  readonly label: string;
  readonly numeric?: boolean;
  readonly phrase?: boolean;
}

/** Looked at in order; each is matched against up to three words, in lower case, joined by one space. */
const CREDENTIALS: readonly CredentialWords[] = [
  { pattern: /^pass[ -]?phrases?$/, label: 'a passphrase', phrase: true },
  { pattern: /^pass[ -]?code$/, label: 'a passcode', numeric: true },
  {
    pattern: /^(?:voicemail|door|alarm|sim|admin|unlock|copier|card|keypad|security) pin$/,
    label: 'a PIN',
    numeric: true,
  },
  { pattern: /^pins?$/, label: 'a PIN', numeric: true },
  {
    pattern: /^(?:door|alarm|gate|access|entry|lockbox|safe|keypad|panel|unlock|bypass) code$/,
    label: 'an access code',
    numeric: true,
  },
  {
    pattern:
      /^(?:guest )?wi-?fi (?:password|pw|key|code)$|^(?:wlan|ssid|wpa[23]?(?:-psk)?|network security|wireless) (?:key|password)$|^wpa[23]?-?psk$|^psk$|^pre-?shared key$/,
    label: 'a Wi-Fi or VPN key',
  },
  {
    pattern:
      /^(?:shared|client|app|application|radius|totp|mfa|2fa|otp) secret$|^(?:secret|api|access|private|authenticator) key$|^radius key$/,
    label: 'a shared secret',
  },
  { pattern: /^(?:recovery|backup|emergency|scratch|one-time) codes?$/, label: 'a recovery code' },
  { pattern: /^recovery key$/, label: 'a recovery key' },
  { pattern: /^(?:snmp )?community(?: string)?$/, label: 'an SNMP community' },
  {
    pattern:
      /^(?:temp(?:orary)? |new |old )?(?:pass[ -]?words?|passwd|pwd|pw|kennwort|passwort|wachtwoord|contrase(?:ñ|n)a|mot de passe|mdp|senha)$/,
    label: 'a password',
  },
];

/** Words behind it with which it is a thing, not the announcement of a value. */
const THING =
  /^(?:prompts?|polic(?:y|ies)|problems?|issues?|errors?|expir(?:y|ed|es|ation)|managers?|sync\w*|hash|length|age|fields?|box|windows?|dialogs?|protection|protected|lockouts?|history|complexity|filters?|files?|lists?|writeback|vault|apps?|pages?|portal|links?|hints?|attempts?|requests?|rotation|lifetime|pad|less|based|never|id)$/i;

/** The credential word that starts at a place, if one does. */
export function credentialAt(words: readonly Word[], index: number): Credential | null {
  const first = words[index];
  if (first === undefined || !MAY_START.test(first.text)) return null;
  for (let length = 3; length >= 1; length -= 1) {
    const parts = words.slice(index, index + length);
    if (parts.length < length || parts.some((part) => part.line !== first.line)) continue;
    if (parts.slice(0, -1).some((part) => part.after !== '')) continue;
    const said = parts.map((part) => part.text.toLowerCase()).join(' ');
    const known = CREDENTIALS.find(({ pattern }) => pattern.test(said));
    if (known === undefined) continue;
    const next = words[index + length];
    const last = parts.at(-1);
    const thing = last?.after === '' && next?.line === first.line && THING.test(next.text);
    return {
      length,
      label: known.label,
      sure: !thing,
      numeric: known.numeric ?? false,
      phrase: known.phrase ?? false,
    };
  }
  return null;
}

/** Whether it is worth reading a text word by word. */
export function holdsCredentialWord(text: string): boolean {
  return /pass|pwd?\b|\bpins?\b|kennwort|wachtwoord|contrase|mdp|senha|code|key|psk|secret|community/i.test(
    text,
  );
}

const MAY_START =
  /^(?:pass|pw|pin|kenn|wacht|contra|mot|mdp|senha|voice|door|alarm|sim|admin|unlock|copier|card|key|sec|gate|access|entry|lock|safe|panel|bypass|guest|wi|wlan|ssid|wpa|network|psk|pre|shared|client|app|radius|totp|mfa|2fa|otp|api|private|auth|recovery|backup|emergency|scratch|one|snmp|comm|temp|new|old)/i;
