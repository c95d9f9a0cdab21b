import { isLookalike, isMixed, isPlaceholder } from './value-shape.ts';

/** A shape that gives a secret away. The group `value` is the secret; without one the whole match is. */
export interface SecretPattern {
  readonly label: string;
  /** Global, with indices. Every repetition is bounded or cannot be read in two ways. */
  readonly pattern: RegExp;
  /** No match in a text without it: one quick look instead of a slow one. */
  readonly marks?: RegExp;
  /** Lets pass what only looks like it. */
  readonly accepts?: (value: string) => boolean;
}

/** Secrets that their own shape gives away, and pairs of user and password. */
export const SHAPES: readonly SecretPattern[] = [
  {
    label: 'a private key',
    pattern:
      /-----BEGIN (?:[A-Z\d]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:\s|\\[rn]){1,6}(?:[A-Za-z\d+/=]{8,8192}(?![^\s\\-])|[A-Za-z-]{1,32}: [^\n\\]{1,100}))*(?:(?:\s|\\[rn]){1,6}[A-Za-z\d+/=]{0,80}(?:\s|\\[rn]){0,6}-----END [A-Z\d ]{1,48}-----)?/dg,
    marks: /PRIVATE KEY/,
  },
  {
    label: 'a private key',
    pattern: /^Private-Lines: ?\d{1,3}\n(?<value>(?:[A-Za-z\d+/=]{1,80}\n?){1,200})/dgm,
    marks: /Private-Lines/,
  },
  {
    label: 'a sign-in token',
    pattern: /\beyJ[\w-]{8,4096}\.eyJ[\w-]{8,8192}\.[\w-]{8,4096}/dg,
    marks: /eyJ/,
  },
  {
    label: 'an encrypted vault',
    pattern: /\$ANSIBLE_VAULT;\d\.\d;AES256(?:;[\w-]{1,64})?(?:\s{1,40}[\da-f]{20,160}){1,500}/dg,
    marks: /ANSIBLE_VAULT/,
  },
  {
    label: 'the hash of a password',
    pattern:
      /(?<![\w$])\$(?:1|2[abxy]|5|6|7|y|gy|apr1|argon2(?:i|d|id)|sha1|pbkdf2-sha\d{3})\$[\w./$,=+-]{20,200}/dg,
    marks: /\$(?:1|2[abxy]|5|6|7|y|gy|apr1|argon2|sha1|pbkdf2)/,
  },
  {
    label: 'the hash of a password',
    pattern: /:\d{3,6}:(?:[\da-f]{32}:[\da-f]{32}):::/dgi,
    marks: /:::/,
  },
  {
    label: 'a license key',
    pattern: /(?<![\w-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![\w-])/dg,
    accepts: (value) => /[A-Z]/.test(value) && /\d/.test(value),
  },
  { label: 'a BitLocker recovery key', pattern: /(?<![\d-])\d{6}(?:[- ]\d{6}){7}(?![\d-])/dg },
  {
    label: 'a recovery code',
    pattern:
      /\b(?:recovery|backup|emergency|scratch) codes?\b[^\n]{0,40}?[:=\s](?<value>(?:[a-z0-9]{4,8}-[a-z0-9]{4,8}|\d{8})(?:[,;\s]{1,3}(?:[a-z0-9]{4,8}-[a-z0-9]{4,8}|\d{8})){0,19})(?![\w-])/dgi,
    accepts: (value) => /\d/.test(value) && !/^\d{4}-\d{4}$/.test(value),
  },
  {
    label: 'the secret of an authenticator app',
    pattern:
      /\b(?:totp|otp|mfa|2fa|authenticator|secret|setup|enrol\w*)\b[^\n]{0,40}?\b(?:secret|key|seed|code)\b[\s:=]{1,4}(?:is |was )?(?<value>(?:[A-Z2-7]{4} ?){4,16})(?![\w])/dgi,
    accepts: (value) => value === value.toUpperCase() && /[2-7]/.test(value) && /[A-Z]/.test(value),
  },
  {
    label: 'the secret of an authenticator app',
    pattern: /\bsecret=(?<value>[A-Z2-7]{16,64})\b/dg,
  },
  {
    label: 'a user name and password',
    pattern:
      /\b(?:cred(?:ential)?s?|log[- ]?[io]n|local admin|admin account)\b[^\n]{0,32}?(?<![\w/:])(?:[\w.-]{1,24}\\|\.\\)?[\w.@-]{2,40} ?[:/] ?(?<value>[^\s,;:/\\]{6,40})/dgi,
    accepts: isPairValue,
  },
  {
    label: 'a Wi-Fi key',
    pattern: /\b(?:wi-?fi|wlan|ssid)\b[^\n=:.]{0,24}[=:][ \t]*(?<value>[^\s,;]{6,63})/dgi,
    accepts: isPlainValue,
  },
  {
    label: 'a Wi-Fi key',
    pattern:
      /\b(?:wi-?fi|wlan|ssid|wpa[23]?)\b[^\n]{0,64}?\b(?:key|pass|pw|psk)[ \t]*(?:is|was|=|:)?[ \t]+(?<value>[^\s,;]{6,63})/dgi,
    accepts: isPlainValue,
  },
  {
    label: 'a password',
    pattern: /(?:,|\band|\/|\buser(?:name)? \S{1,40})[ \t]*\bpass[ \t]+(?<value>[^\s,;]{6,40})/dgi,
    accepts: isPlainValue,
  },
];

function isPlainValue(value: string): boolean {
  return isMixed(value) && !isLookalike(value.replace(/[.)]+$/, ''));
}

/** Beside a user name a word with digits may be anything; one with signs is rarely a name. */
function isPairValue(value: string): boolean {
  return (
    isPlainValue(value) &&
    !isPlaceholder(value) &&
    /[!#$%^*?=~@&+]/.test(value) &&
    !/[=&].*[=&]/.test(value)
  );
}
