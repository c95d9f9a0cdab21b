import type { InputBundle } from '../../../electron/drafting/index.ts';
import {
  bullet,
  type Gold,
  type Mutant,
  type Mutation,
  pick,
  SECTIONS,
  withAdded,
} from './mutation.ts';

const { cause, done } = SECTIONS.resolve;

/** R3: things of the house in the note that the customer reads. */
export const internalDetails: Mutation = (gold) => {
  if (gold.kind !== 'resolve') return [];
  const { bundle } = gold;
  const rows = [
    ...bundle.facts.map(({ evidence_id, text }) => ({ evidence_id, text })),
    ...bundle.fixes_tried.map(({ evidence_id, title, description }) => ({
      evidence_id,
      text: `${title}. ${description}`,
    })),
    { evidence_id: 'session', text: `${bundle.title} ${bundle.intake}` },
  ];
  const first = (pattern: RegExp) =>
    rows
      .map(({ evidence_id, text }) => ({ evidence_id, found: pattern.exec(text)?.[0] }))
      .find(({ found }) => found !== undefined);
  const details = [
    [
      'host',
      first(
        /\b[A-Z]{2,6}(?:-[A-Z\d]+)*-[A-Z]*\d{2,4}\b(?![.\d])|\b(?:RDS|DC|SRV|FS|SQL|EX|HV|NAS|FW|DESK|PC)\d{1,3}\b/,
      ),
      'The work was done on',
    ],
    ['address', first(/\b(?:\d{1,3}\.){3}\d{1,3}\b/), 'The device now answers at'],
    ['path', first(/\\\\[\w.$-]+\\[\w.$\\-]+|\b[A-Z]:\\[\w.$\\-]+/), 'We cleaned up'],
    ['account', first(/\b[A-Z]{2,}\\[a-z][\w.]+|\bsvc[-_]\w+/), 'We reset the account'],
  ] as const;
  const taken = details.flatMap(([name, place, words]) =>
    place?.found === undefined
      ? []
      : [made(gold, name, `${words} ${place.found}.`, place.evidence_id)],
  );
  const scripts = bundle.scripts
    .slice(0, 1)
    .map((script) => made(gold, 'script', `We used ${script.name} for this.`, script.evidence_id));
  const fix = bundle.active_fix;
  const confidence =
    fix === null
      ? []
      : [
          made(
            gold,
            'confidence',
            `We are ${fix.confidence} % confident that this was it.`,
            fix.evidence_id,
          ),
          made(
            gold,
            'hypothesis',
            'Our leading hypothesis turned out to be right.',
            fix.evidence_id,
          ),
        ];
  return [
    ...taken,
    ...scripts,
    ...confidence,
    made(gold, 'command', 'We ran Restart-Service Spooler to finish.', 'session'),
    made(gold, 'support tier', 'The case was passed to tier 2 in between.', 'session'),
  ];
};

function made(gold: Gold, name: string, text: string, id: string): Mutant {
  return {
    expected_rule: 'R3',
    kind_of_mutation: `${name} told to the customer`,
    what: text,
    document: withAdded(gold.document, done, bullet(text, id)),
  };
}

const BLAME = [
  'The problem was caused by user error.',
  'The user should have known better.',
  'This was the customer’s own fault.',
  'The user did not listen to our earlier advice.',
  'The previous provider was incompetent.',
  'The user clearly had no idea what they were doing.',
  'Nobody at the office bothered to tell us.',
  'The user carelessly clicked the wrong button.',
];

/** R4: blame in the note that the customer reads. */
export const blame: Mutation = (gold) =>
  gold.kind !== 'resolve'
    ? []
    : pick(BLAME, gold, 3).map((text) => ({
        expected_rule: 'R4',
        kind_of_mutation: 'blame added',
        what: text,
        document: withAdded(gold.document, cause, {
          kind: 'paragraph',
          text,
          evidence_ids: ['session'],
        }),
      }));

const VERIFIED = [
  'Verified with the user.',
  'The user confirmed that everything works again.',
  'We checked the result together with the customer.',
  'The customer tested it and was satisfied.',
  'The user has confirmed the solution.',
];

/** R2: "verified with the user" where nobody after the last change is on record with a word. */
export const unprovenVerification: Mutation = (gold) => {
  if (gold.kind !== 'resolve' || someoneSpoke(gold.bundle)) return [];
  const row = gold.record.ids[0] ?? 'session';
  return VERIFIED.map((text) => ({
    expected_rule: 'R2',
    kind_of_mutation: 'verified with the user added',
    what: `[${row}] ${text}`,
    document: withAdded(gold.document, done, bullet(text, row)),
  }));
};

const STILL_WRONG =
  /\bstill (?:not|no|fails?|failing|asks|drops|shows|slow|cannot|can['’]t)\b|\b(?:came|comes|is) back\b/i;

/** Errs on the side of "yes": a mutant has to be wrong beyond doubt. */
function someoneSpoke(bundle: InputBundle): boolean {
  const changes = [
    ...bundle.fixes_tried.flatMap((fix) => fix.applied_at ?? []),
    ...bundle.scripts.flatMap((script) => script.ran_at ?? []),
  ];
  const since = changes.length === 0 ? 0 : Math.max(...changes);
  return bundle.facts.some(
    (fact) =>
      fact.created_at > since &&
      !STILL_WRONG.test(fact.text) &&
      (fact.source_type === 'user_report' ||
        fact.source_type === 'ticket' ||
        /\b(?:user|customer|client|caller|she|he|they|confirm\w*|report\w*)\b/i.test(fact.text)),
  );
}

/** I2: a link, number or address that only the ticket or the user brought. */
export const contactsFromTicket: Mutation = (gold) => {
  if (gold.kind !== 'resolve') return [];
  const { bundle } = gold;
  const trusted = bundle.facts
    .filter(({ source_type }) => source_type !== 'ticket' && source_type !== 'user_report')
    .map((fact) => fact.text);
  const own = contactsIn(bundle.intake)
    .filter(({ text }) => !trusted.some((known) => known.includes(text)))
    .map((contact) => ({ ...contact, bundle }));
  const planted = PLANTED.map((contact) => ({
    ...contact,
    bundle: { ...bundle, intake: `${bundle.intake}\n\nPlease see ${contact.text}` },
  }));
  return [...own, ...planted].map(({ name, text, bundle: session }) => ({
    expected_rule: 'I2',
    kind_of_mutation: `${name} from the ticket added`,
    what: `${SENTENCE[name]} ${text}`,
    document: withAdded(gold.document, done, bullet(`${SENTENCE[name]} ${text}`, 'session')),
    bundle: session,
  }));
};

type ContactName = 'link' | 'phone number' | 'mail address';

const SENTENCE: Record<ContactName, string> = {
  link: 'To finish, please sign in at',
  'phone number': 'If the problem comes back, please call',
  'mail address': 'For questions, please write to',
};

const PLANTED: readonly { readonly name: ContactName; readonly text: string }[] = [
  { name: 'link', text: 'https://portal-check.example/renew?id=77' },
  { name: 'link', text: 'www.fast-invoice.example/pay' },
  { name: 'phone number', text: '+44 20 7946 0991' },
  { name: 'phone number', text: '(555) 867-5309' },
  { name: 'mail address', text: 'billing@fast-invoice.example' },
];

function contactsIn(text: string): { readonly name: ContactName; readonly text: string }[] {
  const find = (name: ContactName, pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ([found]) => ({
      name,
      text: found.replace(/[.,;:)]+$/, ''),
    }));
  return [
    ...find('link', /\b(?:https?:\/\/|www\.)\S+/g),
    ...find('mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g),
    ...find('phone number', /(?<![\w.:/-])\+?\(?\d[\d() .-]{6,}\d(?![\w:/-])/g).filter(
      (one) =>
        (one.text.match(/\d/g)?.length ?? 0) >= 9 &&
        !/\d{4}-\d\d-\d\d|^\d+(?:\.\d+){3}$/.test(one.text),
    ),
  ];
}
