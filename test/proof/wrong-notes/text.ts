import { ENCODINGS } from '../encodings.ts';
import { type Gold, sentencesOf, type WrongClass, type WrongNote, withJoined } from '../gold.ts';

/** A class made by changes to the finished text. */
function edited(
  name: string,
  edits: (gold: Gold) => readonly { what: string; edit: (markdown: string) => string }[],
): WrongClass {
  return {
    name,
    seen_by: 'program',
    make: (gold) => edits(gold).map((one) => ({ ...one, document: gold.document })),
  };
}

const headings = edited('headings broken', () => [
  { what: 'first heading gone', edit: (text) => text.slice(text.indexOf('\n') + 1) },
  { what: 'heading renamed', edit: (text) => text.replace('## Problem', '## Issue summary') },
  { what: 'heading twice', edit: (text) => `${text}\n## Problem\nAgain.\n` },
  { what: 'text before', edit: (text) => `Dear colleague,\n\n${text}` },
  { what: 'deeper heading', edit: (text) => text.replace('## Problem', '### Problem') },
  { what: 'bold heading', edit: (text) => text.replace('## Problem', '## **Problem**') },
  {
    what: 'two sections swapped',
    edit: (text) => {
      const parts = text.split(/(?=^## )/m);
      return [parts[1], parts[0], ...parts.slice(2)].join('');
    },
  },
  { what: 'heading more', edit: (text) => `${text}\n## Billing\n- Two hours.\n` },
]);

const emptied = edited('a section without content', ({ document }) =>
  ['', 'None.', '-', 'n/a', '- ', 'N/A', '...', 'Nothing.'].flatMap((filler) =>
    document.sections.flatMap((blocks, index) =>
      blocks.every(({ sentences }) => sentences.every(({ fixed }) => fixed))
        ? []
        : [
            {
              what: `section ${index + 1} says “${filler}”`,
              edit: (text: string) => {
                const parts = text.split(/(?=^## )/m);
                const part = parts[index] ?? '';
                parts[index] = `${part.slice(0, part.indexOf('\n') + 1)}${filler}\n\n`;
                return parts.join('');
              },
            },
          ],
    ),
  ),
);

const appended = (lines: string) => (text: string) => `${text.trimEnd()}\n${lines}\n`;

const markup = edited('foreign markup', () => [
  { what: 'table', edit: appended('\n| step | result |\n| --- | --- |\n| 1 | done |') },
  { what: 'image', edit: appended('- ![screen](https://example.com/a.png)') },
  { what: 'HTML', edit: appended('- <b>Done</b> and <br> checked') },
  { what: 'code block', edit: appended('\n```\nGet-Service\n```') },
  { what: 'rule', edit: appended('\n---') },
  { what: 'link', edit: appended('- See [the guide](https://example.com/guide).') },
]);

const placeholders = edited('a placeholder left in', () =>
  [
    '{{user_name}} was informed.',
    '[insert server name] was restarted.',
    'Ticket owner: TBD',
    'TODO: check with the vendor.',
    'Rebooted XXX.',
    'Contact: <name>',
  ].map((line) => ({ what: line, edit: appended(`- ${line}`) })),
);

const hidden = edited('control, bidi or invisible characters', () =>
  [
    ['bidi override', '\u202e'],
    ['zero-width space', '\u200b'],
    ['escape', '\u001b[31m'],
    ['NUL', '\u0000'],
    ['soft hyphen', '\u00ad'],
    ['tag character', '\u{e0041}'],
  ].map(([what = '', sign = '']) => ({
    what,
    edit: (text: string) => text.replace(/(## \w+\n(?:- )?\w)/, `$1${sign}`),
  })),
);

const INTERNAL = [
  'the file server 10.44.0.17',
  'receiver 192.168.77.4',
  '\\\\KCE-FS02\\profiles$',
  'C:\\ProgramData\\Vendor\\cache.db',
  'HKLM\\SOFTWARE\\Vendor\\Client',
  'CONTOSO\\svc-backup',
  'fd12:3456:789a::1',
  '172.20.3.9:8443',
];

const internal: WrongClass = {
  name: 'an internal value in a customer’s note, generated or typed',
  seen_by: 'program',
  make(gold) {
    if (gold.kind !== 'resolve') return [];
    const row = sentencesOf(gold.document).at(-1)?.sentence;
    return INTERNAL.flatMap((value): WrongNote[] => {
      const text = `We also looked at ${value}.`;
      return [
        {
          what: `generated: ${text}`,
          document: withJoined(gold.document, 3, {
            text,
            evidence_ids: row?.evidence_ids ?? ['session'],
            fixed: false,
          }),
        },
        { what: `typed: ${text}`, document: gold.document, edit: appended(`- ${text}`) },
      ];
    });
  },
};

const contacts: WrongClass = {
  name: 'a link, number or mail address that no row has',
  seen_by: 'program',
  make({ document, kind }) {
    if (kind !== 'resolve') return [];
    return [
      'Sign in at https://northgate-support.example/verify to confirm.',
      'Call +1 555 010 4477 for the next steps.',
      'Write to helpdesk@northgate-support.example instead.',
    ].map((text) => ({
      what: text,
      document: withJoined(document, 3, { text, evidence_ids: ['session'], fixed: false }),
    }));
  },
};

const SECRET = 'Gravel+Osprey-5527';

const secrets: WrongClass = {
  name: 'a known secret, in many spellings',
  seen_by: 'program',
  make: ({ document }) =>
    ENCODINGS.map(({ name, encode }) => ({
      what: name,
      document,
      secrets: [SECRET],
      edit: appended(`- Signed in with ${encode(SECRET)} to test.`),
    })),
};

/** Secrets of a fixed shape that nobody registered. */
const SHAPES = [
  'net use Z: \\\\fs\\share /user:corp\\adm Passw0rd!77',
  'WIFI:T:WPA;S:Guest;P:blue-harbor-1234;;',
  'DB_PASSWORD=qT7!mmLw90',
  'openssl pkcs12 -in a.pfx -passout pass:Kestrel-99',
  'Server=db1;User Id=app;Password=Zx81-Harbor;',
  'AccountKey=Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYg==',
  'curl -u admin:S3cret-Kite https://api.example/v1',
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  'crypto isakmp key Br0wnFox77 address 203.0.113.9',
  'DefaultPassword    REG_SZ    Winter-Gate-12',
];

const shapes = edited('a secret of a fixed shape', () =>
  SHAPES.map((line) => ({ what: line, edit: appended(`- Ran ${line}`) })),
);

/** Mistakes in the finished text: structure, what must not get out, what nobody can see. */
export const WRONG_TEXT: readonly WrongClass[] = [
  headings,
  emptied,
  markup,
  placeholders,
  hidden,
  internal,
  contacts,
  secrets,
  shapes,
];
