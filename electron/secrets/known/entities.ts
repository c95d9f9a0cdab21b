import type { Reading } from './reading.ts';

/** The named entities of the characters that passwords are made of beside letters and digits. */
const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    excl: '!',
    num: '#',
    dollar: '$',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    ast: '*',
    midast: '*',
    plus: '+',
    comma: ',',
    period: '.',
    sol: '/',
    colon: ':',
    semi: ';',
    equals: '=',
    quest: '?',
    commat: '@',
    lsqb: '[',
    lbrack: '[',
    bsol: '\\',
    rsqb: ']',
    rbrack: ']',
    Hat: '^',
    lowbar: '_',
    grave: '`',
    lcub: '{',
    lbrace: '{',
    verbar: '|',
    vert: '|',
    rcub: '}',
    rbrace: '}',
    tilde: '~',
    hyphen: '-',
    dash: '-',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    ntilde: 'ñ',
    euro: '€',
    pound: '£',
    sect: '§',
    deg: '°',
  }).map(([name, character]): [string, number] => [name, character.codePointAt(0) ?? 0]),
);

const ENTITY = /^&(?:amp;){0,2}(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,7}));/i;

/** Reads `&lt;`, `&#60;`, `&#x3c;` and the same encoded twice, `&amp;lt;`. */
export function entityAt(text: string, at: number): Reading[] {
  const match = ENTITY.exec(text.slice(at, at + 24));
  if (match === null) return [];
  const [all, decimal, hexadecimal, name] = match;
  const code =
    name === undefined
      ? Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10)
      : (NAMED.get(name) ?? NAMED.get(name.toLowerCase()));
  const readings: Reading[] =
    code !== undefined && code <= 0x10ffff ? [{ code, end: at + all.length }] : [];
  // `&amp;` may end the character, where what follows only looks like an entity.
  if (all.startsWith('&amp;') && all.length > 5) readings.push({ code: 38, end: at + 5 });
  return readings;
}
