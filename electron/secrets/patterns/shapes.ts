import type { SecretPattern } from './pattern.ts';
import { isLookalike, isMixed, isPlaceholder } from './value-shape.ts';

/** Secrets that their own shape gives away, and pairs of user and password. */
export const SHAPE_PATTERNS: readonly SecretPattern[] = [
  {
    label: 'a licence key',
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

/** Beside a user name a word with digits may be anything; one with signs is hardly a name. */
function isPairValue(value: string): boolean {
  return (
    isPlainValue(value) &&
    !isPlaceholder(value) &&
    /[!#$%^*?=~@&+]/.test(value) &&
    !/[=&].*[=&]/.test(value)
  );
}
