/** A form in which a secret turns up where nobody looks for it. */
export interface Encoding {
  readonly name: string;
  readonly encode: (secret: string) => string;
}

const each = (secret: string, one: (letter: string) => string) => Array.from(secret, one).join('');
const codeOf = (letter: string) => letter.codePointAt(0) ?? 0;
const hexOf = (bytes: Buffer) => bytes.toString('hex');

/** Written for the proof alone: it shares no code with what looks for secrets in the app. */
export const ENCODINGS: readonly Encoding[] = [
  { name: 'plain', encode: (secret) => secret },
  { name: 'in capitals', encode: (secret) => secret.toUpperCase() },
  {
    name: 'URL',
    encode: (secret) =>
      each(secret, (one) => `%${hexOf(Buffer.from(one)).match(/../g)?.join('%').toUpperCase()}`),
  },
  { name: 'URL component', encode: (secret) => encodeURIComponent(secret) },
  { name: 'HTML decimal', encode: (secret) => each(secret, (one) => `&#${codeOf(one)};`) },
  {
    name: 'HTML hex',
    encode: (secret) => each(secret, (one) => `&#x${codeOf(one).toString(16)};`),
  },
  { name: 'base64', encode: (secret) => Buffer.from(secret).toString('base64') },
  { name: 'base64url', encode: (secret) => Buffer.from(secret).toString('base64url') },
  {
    name: 'inside a base64 text',
    encode: (secret) => Buffer.from(`user=adm;key=${secret};end=1`).toString('base64'),
  },
  { name: 'UTF-16 base64', encode: (secret) => Buffer.from(secret, 'utf16le').toString('base64') },
  { name: 'hex', encode: (secret) => hexOf(Buffer.from(secret)) },
  { name: 'reversed', encode: (secret) => Array.from(secret).toReversed().join('') },
  { name: 'JSON', encode: (secret) => JSON.stringify(secret).slice(1, -1) },
  { name: 'split by bold', encode: (secret) => `**${secret.slice(0, 3)}**${secret.slice(3)}` },
  { name: 'split by code', encode: (secret) => `\`${secret.slice(0, 4)}\`${secret.slice(4)}` },
  { name: 'split by soft hyphens', encode: (secret) => each(secret, (one) => `${one}\u00AD`) },
  { name: 'split by spaces', encode: (secret) => Array.from(secret).join(' ') },
  { name: 'split by dots', encode: (secret) => Array.from(secret).join('.') },
  { name: 'split by dashes', encode: (secret) => Array.from(secret).join('-') },
  { name: 'in groups of four', encode: (secret) => secret.match(/.{1,4}/g)?.join(' ') ?? secret },
  { name: 'split by zero-width spaces', encode: (secret) => each(secret, (one) => `${one}\u200B`) },
  {
    name: 'colored letter by letter',
    encode: (secret) => each(secret, (one) => `\u001b[3${codeOf(one) % 8}m${one}\u001b[0m`),
  },
  {
    name: 'with 8-bit control sequences',
    encode: (secret) => each(secret, (one) => `\u009b1m${one}`),
  },
  {
    name: 'behind a terminal title',
    encode: (secret) => `${secret.slice(0, 5)}\u001b]0;title\u0007${secret.slice(5)}`,
  },
  { name: 'full-width', encode: (secret) => each(secret, fullWidth) },
  {
    name: 'base64 of base64',
    encode: (secret) => Buffer.from(Buffer.from(secret).toString('base64')).toString('base64'),
  },
  {
    name: 'URL encoded twice',
    encode: (secret) => encodeURIComponent(each(secret, (one) => `%${hexOf(Buffer.from(one))}`)),
  },
  {
    name: 'JavaScript escapes',
    encode: (secret) => each(secret, (one) => `\\u${codeOf(one).toString(16).padStart(4, '0')}`),
  },
  {
    name: 'hex escapes',
    encode: (secret) => each(secret, (one) => `\\x${codeOf(one).toString(16)}`),
  },
  {
    name: 'hex with colons',
    encode: (secret) => hexOf(Buffer.from(secret)).match(/../g)?.join(':') ?? '',
  },
  {
    name: 'quoted-printable',
    encode: (secret) => each(secret, (one) => `=${codeOf(one).toString(16).toUpperCase()}`),
  },
  {
    name: 'broken over two lines',
    encode: (secret) => `${secret.slice(0, 6)}\n${secret.slice(6)}`,
  },
  { name: 'shell escapes', encode: (secret) => each(secret, (one) => `\\${one}`) },
  { name: 'command prompt escapes', encode: (secret) => each(secret, (one) => `^${one}`) },
  {
    name: 'HTML decimal with zeros',
    encode: (secret) => each(secret, (one) => `&#00${codeOf(one)};`),
  },
];

/** The full-width form of a printable ASCII character. */
function fullWidth(letter: string): string {
  const code = codeOf(letter);
  return code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : letter;
}

/** Encodings inside each other are undone this often. */
const DECODINGS = 2;

/**
 * Whether a text gives a secret away: its letters and digits in their order, whatever is between them,
 * reversed, or behind any of the encodings above.
 */
export function givesAway(text: string, secret: string): boolean {
  const wanted = bare(secret);
  const reversed = Array.from(wanted).toReversed().join('');
  let forms = [text];
  for (let round = 0; round <= DECODINGS; round += 1) {
    for (const form of forms) {
      const shown = bare(form);
      if (shown.includes(wanted) || shown.includes(reversed)) return true;
    }
    forms = forms.flatMap(decoded);
  }
  return false;
}

/** Letters and digits alone, without terminal control sequences. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(CONTROL_SEQUENCES, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const CONTROL_SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?:\u001b\[|\u009b)[\d;]*[a-z]|\u001b\][^\u0007]*\u0007/g;

/** What a text says once its encoded parts are decoded; nothing where it has none. */
function decoded(text: string): string[] {
  const plain = text
    .replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
    .replace(
      /&#(?:x([\da-f]+)|(\d+));/gi,
      (_, hex: string | undefined, decimal: string | undefined) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return String.fromCodePoint(Math.min(code, 0x10ffff));
      },
    )
    .replace(/(?:=[\dA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString())
    .replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_, wide?: string, narrow?: string) =>
      String.fromCodePoint(Number.parseInt(wide ?? narrow ?? '', 16)),
    )
    .replace(/(?:[\da-f]{2}:){4,}[\da-f]{2}/gi, (run) =>
      Buffer.from(run.replaceAll(':', ''), 'hex').toString(),
    )
    .replace(/&(quot|amp|lt|gt|apos);/g, (_, name: string) => NAMED[name] ?? '');
  const base64 = (text.match(/[A-Za-z\d+/_-]{6,}/g) ?? []).map((run) => Buffer.from(run, 'base64'));
  const hex = (text.match(/\b(?:[\da-f]{2}){4,}\b/gi) ?? []).map((run) => Buffer.from(run, 'hex'));
  const bytes = [...base64, ...hex];
  return [
    ...(plain === text ? [] : [plain]),
    ...(bytes.length === 0 ? [] : [readable(bytes, 'latin1'), readable(bytes, 'utf16le')]),
  ];
}

/** Runs apart, so that the end of one and the start of the next make nothing up. */
function readable(runs: readonly Buffer[], encoding: 'latin1' | 'utf16le'): string {
  return runs.map((run) => run.toString(encoding).replace(/[^ -~]+/g, '|')).join('|');
}

const NAMED: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
