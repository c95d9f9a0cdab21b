import fc from 'fast-check';

/** A way to write a password, as programs, mails and people do. Shares no code with the search. */
export interface Spelling {
  readonly name: string;
  readonly write: (value: string) => string;
}

const each = (value: string, write: (character: string, index: number) => string) =>
  Array.from(value, write).join('');
const code = (character: string) => character.codePointAt(0) ?? 0;
const hex = (value: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(value, encoding).toString('hex');
const base64 = (value: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(value, encoding).toString('base64');
const half = (value: string) => Math.floor(value.length / 2);
const split = (value: string, by: string) =>
  `${value.slice(0, half(value))}${by}${value.slice(half(value))}`;
const bytes = (value: string, radix: number, width: number) =>
  Array.from(Buffer.from(value), (byte) => byte.toString(radix).padStart(width, '0'));

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(value: string): string {
  const bits = bytes(value, 2, 8).join('');
  const digits = bits.match(/.{1,5}/g) ?? [];
  return digits.map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fullWidth(value: string): string {
  return each(value, (one) =>
    code(one) > 32 && code(one) < 127 ? String.fromCodePoint(code(one) + 0xfee0) : one,
  );
}

function mathematical(value: string): string {
  return each(value, (one) => {
    if (/[a-z]/.test(one)) return String.fromCodePoint(0x1d41a + code(one) - 97);
    if (/[A-Z]/.test(one)) return String.fromCodePoint(0x1d400 + code(one) - 65);
    return /\d/.test(one) ? String.fromCodePoint(0x1d7ce + Number(one)) : one;
  });
}

function rot13(value: string): string {
  const from = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const to = 'NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm';
  return each(value, (one) => to[from.indexOf(one)] ?? one);
}

function quotedPrintable(value: string): string {
  return each(value, (one) =>
    /[\w.-]/.test(one) ? one : hex(one).toUpperCase().replace(/../g, '=$&'),
  );
}

function html(value: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  const more: Record<string, string> = { '#': 'num', '!': 'excl', $: 'dollar', '@': 'commat' };
  return each(value, (one) => {
    const name = names[one] ?? more[one];
    return name === undefined ? one : `&${name};`;
  });
}

const unicode = (value: string) =>
  each(value, (one) => `\\u${hex(one, 'utf16le').replace(/(..)(..)/, '$2$1')}`);
const percent = (value: string) => hex(value).replace(/../g, '%$&');
const json = (value: string) => JSON.stringify(value);

const mixedly = (value: string) =>
  each(value, (one, index) => {
    const ways = [
      one,
      percent(one),
      `&#${code(one)};`,
      unicode(one),
      `&#x${code(one).toString(16)};`,
    ];
    return ways[index % ways.length] ?? one;
  });

/** Encodings that programs put inside each other. */
export const CODES: readonly Spelling[] = [
  { name: 'JSON', write: json },
  { name: 'URL', write: encodeURIComponent },
  { name: 'percent signs throughout', write: percent },
  { name: 'HTML, named', write: html },
  { name: 'HTML, decimal', write: (value) => each(value, (one) => `&#${code(one)};`) },
  {
    name: 'HTML, hexadecimal with zeros',
    write: (value) => each(value, (one) => `&#x${code(one).toString(16).padStart(6, '0')};`),
  },
  { name: '\\u', write: unicode },
  { name: '\\x', write: (value) => hex(value).replace(/../g, '\\x$&') },
  { name: 'quoted-printable', write: quotedPrintable },
  { name: 'base64', write: base64 },
  { name: 'base64url', write: (value) => Buffer.from(value).toString('base64url') },
  { name: 'base64 of UTF-16', write: (value) => base64(value, 'utf16le') },
  { name: 'inside base64', write: (value) => base64(`user=jo;password=${value};x=1`) },
  { name: 'hexadecimal', write: (value) => hex(value) },
  { name: 'hexadecimal of UTF-16', write: (value) => hex(value, 'utf16le') },
  { name: 'full width', write: fullWidth },
];

export const SPELLINGS: readonly Spelling[] = [
  ...CODES,
  { name: 'plain', write: (value) => value },
  { name: 'in capitals', write: (value) => value.toUpperCase() },
  { name: 'reversed', write: (value) => Array.from(value).toReversed().join('') },
  { name: 'ROT13', write: rot13 },
  { name: 'mathematical letters', write: mathematical },
  { name: 'base32', write: base32 },
  { name: 'base64, no padding', write: (value) => base64(value).replace(/=+$/, '') },
  { name: 'base64 with one byte before', write: (value) => base64(`x${value}`) },
  { name: 'base64 with two bytes before', write: (value) => base64(`:.${value}`) },
  {
    name: 'base64 in lines of 76',
    write: (value) =>
      base64(`${'lorem ipsum '.repeat(4)}${value}${' dolor'.repeat(9)}`).replace(
        /.{76}/g,
        '$&\r\n',
      ),
  },
  { name: 'base64, truncated at its start', write: (value) => base64(`abcde${value}xyz`).slice(1) },
  {
    name: 'PowerShell -EncodedCommand',
    write: (value) =>
      `powershell -enc ${base64(`net use x: \\\\s\\d ${value} /user:a`, 'utf16le')}`,
  },
  {
    name: 'UTF-16, big end first',
    write: (value) => hex(value, 'utf16le').replace(/(..)(..)/g, '$2$1'),
  },
  { name: 'a dump', write: (value) => bytes(value, 16, 2).join(' ') },
  { name: 'a dump with colons', write: (value) => bytes(value, 16, 2).join(':').toUpperCase() },
  {
    name: 'bytes of C',
    write: (value) =>
      bytes(value, 16, 2)
        .map((one) => `0x${one}`)
        .join(', '),
  },
  { name: 'decimal bytes', write: (value) => bytes(value, 10, 1).join(', ') },
  { name: 'binary', write: (value) => bytes(value, 2, 8).join(' ') },
  {
    name: 'octal',
    write: (value) =>
      bytes(value, 8, 3)
        .map((one) => `\\${one}`)
        .join(''),
  },
  {
    name: '[char] of PowerShell',
    write: (value) => Array.from(value, (one) => `[char]${code(one)}`).join('+'),
  },
  {
    name: 'Chr() of VBScript',
    write: (value) => Array.from(value, (one) => `Chr(${code(one)})`).join(' & '),
  },
  { name: '\\u{}', write: (value) => each(value, (one) => `\\u{${code(one).toString(16)}}`) },
  {
    name: '%u',
    write: (value) => each(value, (one) => `%u${code(one).toString(16).padStart(4, '0')}`),
  },
  { name: 'URL, twice', write: (value) => encodeURIComponent(percent(value)) },
  { name: 'each character in another way', write: mixedly },
  {
    name: 'bytes of a registry file',
    write: (value) =>
      `hex(1):${hex(value, 'utf16le')
        .replace(/..(?=.)/g, '$&,')
        .replace(/.{42}/g, '$&\\\r\n  ')}`,
  },
  {
    name: 'bytes with an h',
    write: (value) =>
      bytes(value, 16, 2)
        .map((one) => `${one}h`)
        .join(' '),
  },
  {
    name: 'escapes of style sheets',
    write: (value) => each(value, (one) => `\\${code(one).toString(16)} `),
  },
  {
    name: 'caret of cmd',
    write: (value) => each(value, (one) => (/\w/.test(one) ? one : `^${one}`)),
  },
  { name: 'caret before each', write: (value) => each(value, (one) => `^${one}`) },
  { name: 'backtick of PowerShell', write: (value) => value.replace(/[^\w]/g, '`$&') },
  { name: 'backslash of a shell', write: (value) => value.replace(/[^\w]/g, '\\$&') },
  { name: 'quotes of a shell', write: (value) => `'${split(value, "''")}'` },
  { name: 'joined strings', write: (value) => `"${split(value, '"+"')}"` },
  { name: 'joined strings with spaces', write: (value) => `'${split(value, "' + '")}'` },
  { name: 'joined strings of PHP', write: (value) => `'${split(value, "' . '")}'` },
  { name: 'joined strings of Basic', write: (value) => `"${split(value, '" & "')}"` },
  { name: 'neighboring strings of C', write: (value) => `"${split(value, '" "')}"` },
  {
    name: 'joined strings in parentheses',
    write: (value) => `("${split(value, '") + ("')}")`,
  },
  { name: 'signs that a batch file doubles', write: (value) => value.replace(/[%!$]/g, '$&$&') },
  { name: 'escapes of markdown', write: (value) => value.replace(/[!#*.$&@-]/g, '\\$&') },
  { name: 'bold in the middle', write: (value) => `**${split(value, '**')}` },
  { name: 'code in the middle', write: (value) => split(value, '`') },
  { name: 'CDATA', write: (value) => `<p><![CDATA[${value}]]></p>` },
  { name: 'CDATA, split', write: (value) => split(value, ']]><![CDATA[') },
  { name: 'tags', write: (value) => `<b>${split(value, '</b><i class="x">')}</i>` },
  { name: 'a comment in the middle', write: (value) => split(value, '<!---->') },
  { name: 'zero-width spaces', write: (value) => Array.from(value).join('\u200b') },
  { name: 'zero-width joiner', write: (value) => split(value, '\u200d') },
  { name: 'soft hyphens', write: (value) => Array.from(value).join('\u00ad') },
  { name: 'word joiners as entities', write: (value) => Array.from(value).join('&#8288;') },
  { name: 'combining marks', write: (value) => each(value, (one) => `${one}\u0332`) },
  { name: 'spaces', write: (value) => Array.from(value).join(' ') },
  { name: 'dashes', write: (value) => Array.from(value).join('-') },
  { name: 'dots', write: (value) => Array.from(value).join('.') },
  { name: 'slashes', write: (value) => Array.from(value).join('/') },
  { name: 'underscores', write: (value) => Array.from(value).join('_') },
  { name: 'no-break spaces', write: (value) => Array.from(value).join('\u00a0') },
  { name: 'groups of four, spaces', write: (value) => value.replace(/.{4}(?=.)/g, '$& ') },
  { name: 'groups of four, dashes', write: (value) => value.replace(/.{4}(?=.)/g, '$&-') },
  { name: 'groups of three, dots', write: (value) => value.replace(/.{3}(?=.)/g, '$&.') },
  { name: 'one space', write: (value) => split(value, ' ') },
  { name: 'one slash', write: (value) => split(value, '/') },
  { name: 'a line break', write: (value) => split(value, '\n') },
  { name: 'a quoted line break', write: (value) => split(value, '\r\n> ') },
  { name: 'a soft line break', write: (value) => split(value, '=\r\n') },
  {
    name: 'colors',
    write: (value) => each(value, (one) => `\u001b[3${code(one) % 8}m${one}\u001b[0m`),
  },
  { name: 'a color in the middle', write: (value) => split(value, '\u001b[1;31m') },
  { name: 'colors in 8 bits', write: (value) => split(value, '\u009b31m') },
  { name: 'a title in the middle', write: (value) => split(value, '\u001b]0;host\u0007') },
  { name: 'a link in the middle', write: (value) => split(value, '\u001b]8;;http://x\u001b\\') },
  { name: 'a title in 8 bits', write: (value) => split(value, '\u009d2;x\u009c') },
  { name: 'a character set', write: (value) => split(value, '\u001b(B') },
  { name: 'a cursor move', write: (value) => split(value, '\u001b[2;7H') },
  { name: 'a lone escape', write: (value) => split(value, '\u001b') },
  { name: 'colors without their escape', write: (value) => split(value, '[31m') },
  { name: 'colors in words', write: (value) => split(value, '^[[1;31m') },
  { name: 'colors as \\x1b', write: (value) => split(value, '\\x1b[0m') },
  { name: 'colors as \\u001b', write: (value) => split(value, '\\u001b[0;32m') },
  { name: 'colors as \\e', write: (value) => split(value, '\\e[32m') },
  { name: 'overstruck', write: (value) => each(value, (one) => `${one}\b${one}`) },
  { name: 'underlined by backspaces', write: (value) => each(value, (one) => `_\b${one}`) },
  { name: 'a corrected key', write: (value) => split(value, 'q\b') },
];

/** Passwords as generators and people make them: eight characters or more, letters, digits and signs. */
export const arbitraryPassword: fc.Arbitrary<string> = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z0-9!#$%&*@.-]{8,24}$/),
    fc
      .tuple(
        fc.constantFrom('Granite', 'harbor', 'Lantern', 'Kestrel', 'müller', 'Zoë'),
        fc.constantFrom('-', '.', '_', '!', '#', ''),
        fc.constantFrom('Door', 'Dune', 'valley', 'Crest'),
        fc.nat({ max: 9_999 }),
        fc.constantFrom('', '!', '$', '?'),
      )
      .map(([one, sign, other, number, end]) => `${one}${sign}${other}${number}${end}`),
  )
  .filter(
    (value) =>
      (value.match(/[A-Za-z\d]/g) ?? []).length >= 6 && /\d/.test(value) && /[a-z]/i.test(value),
  );
