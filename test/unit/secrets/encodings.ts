import fc from 'fast-check';

/** A way in which a value can stand in a text, with random choices drawn from `seed`. */
export interface Encoding {
  readonly name: string;
  readonly encode: (value: string, seed: readonly number[]) => string;
}

const hexOf = (text: string, encoding: BufferEncoding) =>
  Buffer.from(text, encoding).toString('hex');
const base64Of = (text: string, encoding: BufferEncoding) =>
  Buffer.from(text, encoding).toString('base64');

const each = (value: string, change: (character: string, index: number) => string) =>
  Array.from(value, change).join('');

function split(value: string, seed: readonly number[], parts: readonly string[]): string {
  return each(value, (character, index) => {
    const choice = seed[index % seed.length] ?? 0;
    return index > 0 && (index === 1 || choice % 3 === 0)
      ? `${parts[choice % parts.length]}${character}`
      : character;
  });
}

function html(character: string): string {
  const named: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return named[character] ?? character;
}

/** Every encoding in which a known value has to be found. */
export const ENCODINGS: readonly Encoding[] = [
  { name: 'plain', encode: (value) => value },
  { name: 'upper case', encode: (value) => value.replace(/[a-z]/g, (one) => one.toUpperCase()) },
  { name: 'lower case', encode: (value) => value.replace(/[A-Z]/g, (one) => one.toLowerCase()) },
  { name: 'URL', encode: (value) => encodeURIComponent(value) },
  {
    name: 'URL, lower-case hex',
    encode: (value) => encodeURIComponent(value).replace(/%../g, (one) => one.toLowerCase()),
  },
  { name: 'URL form', encode: (value) => new URLSearchParams({ v: value }).toString().slice(2) },
  { name: 'URL, all characters', encode: (value) => hexOf(value, 'utf8').replace(/../g, '%$&') },
  { name: 'URL, twice', encode: (value) => encodeURIComponent(encodeURIComponent(value)) },
  { name: 'HTML, named', encode: (value) => each(value, html) },
  { name: 'HTML, decimal', encode: (value) => each(value, (one) => `&#${one.codePointAt(0)};`) },
  {
    name: 'HTML, hex',
    encode: (value) => each(value, (one) => `&#x${one.codePointAt(0)?.toString(16)};`),
  },
  { name: 'JSON', encode: (value) => JSON.stringify(value) },
  { name: 'JSON within JSON', encode: (value) => JSON.stringify(JSON.stringify(value)) },
  {
    name: 'JavaScript, \\u',
    encode: (value) =>
      value.replace(/[\s\S]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
  },
  { name: 'bash, single quotes', encode: (value) => `'${value.replaceAll("'", "'\\''")}'` },
  { name: 'bash, backslashes', encode: (value) => value.replace(/[^A-Za-z0-9\n]/gu, '\\$&') },
  { name: 'PowerShell, single quotes', encode: (value) => `'${value.replaceAll("'", "''")}'` },
  { name: 'PowerShell, double quotes', encode: (value) => `"${value.replace(/[`$"]/g, '`$&')}"` },
  { name: 'base64', encode: (value) => base64Of(value, 'utf8') },
  { name: 'base64, no padding', encode: (value) => base64Of(value, 'utf8').replace(/=+$/, '') },
  { name: 'base64url', encode: (value) => Buffer.from(value, 'utf8').toString('base64url') },
  { name: 'base64, second alignment', encode: (value) => base64Of(`x${value}yz`, 'utf8') },
  { name: 'base64, third alignment', encode: (value) => base64Of(`xx${value}y`, 'utf8') },
  {
    name: 'base64url within more',
    encode: (value) => Buffer.from(`user:${value}:more`, 'utf8').toString('base64url'),
  },
  {
    name: 'base64 in lines',
    encode: (value) => base64Of(`xx${value}y`, 'utf8').replace(/.{5}/g, '$&\n'),
  },
  { name: 'UTF-16 base64', encode: (value) => base64Of(value, 'utf16le') },
  {
    name: 'UTF-16 base64 within more',
    encode: (value) => base64Of(`net use ${value} x`, 'utf16le'),
  },
  { name: 'hex', encode: (value) => hexOf(value, 'utf8') },
  { name: 'hex, upper case', encode: (value) => hexOf(value, 'utf8').toUpperCase() },
  { name: 'hex dump', encode: (value) => hexOf(value, 'utf8').replace(/../g, '$& ').trim() },
  { name: 'hex, UTF-16', encode: (value) => hexOf(value, 'utf16le') },
  { name: 'reversed', encode: (value) => Array.from(value).reverse().join('') },
  {
    name: 'markdown',
    encode: (value, seed) => split(value, seed, ['**', '`', '_', '\\', '~~', '*']),
  },
  {
    name: 'hidden characters',
    encode: (value, seed) => split(value, seed, ['\u200b', '\u00ad', '\u2060', '\ufeff']),
  },
  {
    name: 'line breaks',
    encode: (value, seed) => split(value, seed, ['\n', '\r\n', '\n  ', '\n> ']),
  },
  { name: 'spelled out', encode: (value) => Array.from(value).join(' ') },
];

/** Values as people and generators make them, six characters or more, not signs alone. */
export const arbitraryValue: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({
      minLength: 6,
      maxLength: 30,
      unit: fc.constantFrom(...'abcXYZ0189!#$%&*()_+-=[]{};:\'"\\|,.<>/?`~^@ äß'),
    }),
    fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme-ascii' }),
    fc.stringMatching(/^[A-Za-z0-9!#$%&*@]{8,20}$/),
    fc.constantFrom(
      'Harbor-Lantern-29',
      'P@$$w0rd"\'x',
      'a b  c\td e',
      'Größe & Maß 7',
      '+++///===aB3',
      'sécurité-42',
    ),
  )
  .filter(
    (value) =>
      Array.from(value.trim()).length >= 6 && value === value.trim() && /[\p{L}\p{N}]/u.test(value),
  );
