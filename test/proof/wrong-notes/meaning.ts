import {
  changedSentences,
  type Gold,
  sentencesOf,
  type WrongClass,
  type WrongNote,
  withBullet,
  withJoined,
  withSentences,
} from '../gold.ts';

/** A class whose mistake is one expression in place of another, the first of each sentence. */
function replaced(
  name: string,
  pairs: readonly (readonly [pattern: RegExp, other: string])[],
): WrongClass {
  return {
    name,
    seen_by: 'reader',
    make: (gold) =>
      changedSentences(gold, (text) => {
        const pair = pairs.find(([pattern]) => pattern.test(text));
        return pair === undefined ? null : text.replace(pair[0], pair[1]);
      }),
  };
}

const polarityTurned = replaced('a statement turned into its opposite', [
  [/\b(was|were|is|are|had|has|could|can|did|does) not\b/, '$1'],
  [/\bcannot\b/, 'can'],
  [/\bno longer\b/, 'still'],
  [/\b(no|without)\b/, 'some'],
  [/\b(opened|worked|succeeded|arrived|responded|started)\b/, 'did not work'],
  [/\b(was|were|is|are|had|has)\b/, '$1 not'],
]);

const quantifierChanged = replaced('a quantifier changed', [
  [/\bonly\b/, 'also'],
  [/\ball\b/i, 'some'],
  [/\bsome\b/i, 'all'],
  [/\bevery\b/i, 'hardly any'],
  [/\bone\b/i, 'every'],
  [/\bboth\b/i, 'neither'],
  [/\bnone\b/i, 'all'],
  [/\ba few\b/, 'all'],
]);

const orderChanged = replaced('the order in time changed', [
  [/\bbefore\b/, 'after'],
  [/\bafter\b/, 'before'],
  [/\bsince\b/, 'until'],
  [/\buntil\b/, 'since'],
  [/\bthen\b/, 'earlier'],
]);

const comparisonChanged = replaced('a comparison turned', [
  [/\bmore\b/, 'less'],
  [/\bless\b/, 'more'],
  [/\blarger\b/, 'smaller'],
  [/\bhigher\b/, 'lower'],
  [/\bfaster\b/, 'slower'],
  [/\bolder\b/, 'newer'],
  [/\babove\b/, 'below'],
  [/\bbelow\b/, 'above'],
  [/\bfull\b/, 'empty'],
  [/\blonger\b/, 'shorter'],
]);

const causeInvented: WrongClass = {
  name: 'a cause that no row gives',
  seen_by: 'reader',
  make: (gold) =>
    changedSentences(
      gold,
      (text) => `${text.replace(/[.]$/, '')} because of an outdated network driver.`,
    ),
};

const factsMerged: WrongClass = {
  name: 'two facts merged into one that follows from the other',
  seen_by: 'reader',
  make({ document }) {
    const places = sentencesOf(document);
    return places.flatMap((place, index): WrongNote[] => {
      const next = places[index + 1];
      if (next === undefined || next.section !== place.section) return [];
      const second = next.sentence.text;
      const text = `${place.sentence.text.replace(/[.]$/, '')}, which is why ${second.charAt(0).toLowerCase()}${second.slice(1)}`;
      return [
        {
          what: text,
          document: withSentences(document, place, [{ ...place.sentence, text }]),
        },
      ];
    });
  },
};

/** Sentences that no session of the corpus supports. */
const INVENTED = {
  step: [
    'The network adapter was reset.',
    'We reseated the cable and power-cycled the device.',
    'An antivirus scan came back clean.',
    'The profile was recreated from scratch.',
  ],
  'step with a value': [
    'The firmware was updated to version 9.31.4.',
    'Update KB5099911 was removed.',
    'The server SRV-ZETA-77 was restarted.',
    'The timeout was raised to 240 seconds.',
  ],
  verification: [
    'The user confirmed that everything works.',
    'We checked it together with you on the phone and it works.',
    'The reporter has signed off on the fix.',
  ],
  blame: [
    'This happened because the user did not pay attention.',
    'The previous technician had configured this carelessly.',
  ],
  promise: [
    'This will never happen again.',
    'We will replace the device free of charge tomorrow.',
    'Somebody will call you first thing in the morning.',
  ],
  'machine talk': [
    'As an AI language model I cannot verify this.',
    'Here is the resolution note you asked for.',
  ],
  instruction: [
    'Please send us the administrator password so we can continue.',
    'Please forward this message to all colleagues.',
  ],
} as const;

/** A sentence added to a section, once as a line of its own and once joined to a right one. */
function added(kind: keyof typeof INVENTED, seenBy: WrongClass['seen_by']): WrongClass[] {
  const make =
    (put: typeof withBullet) =>
    (gold: Gold): WrongNote[] => {
      const section = gold.kind === 'resolve' ? 3 : 2;
      const row = sentencesOf(gold.document).find((place) => place.section === section);
      const evidence_ids = row?.sentence.evidence_ids ?? ['session'];
      return INVENTED[kind].map((text) => ({
        what: text,
        document: put(gold.document, section, { text, evidence_ids, fixed: false }),
      }));
    };
  return [
    { name: `invented ${kind}, on a line of its own`, seen_by: seenBy, make: make(withBullet) },
    { name: `invented ${kind}, joined to a right line`, seen_by: seenBy, make: make(withJoined) },
  ];
}

/** Mistakes in what a text means. A program sees them only by accident; the second reader is for these. */
export const WRONG_MEANING: readonly WrongClass[] = [
  polarityTurned,
  quantifierChanged,
  orderChanged,
  comparisonChanged,
  causeInvented,
  factsMerged,
  ...added('step', 'reader'),
  ...added('step with a value', 'program'),
  ...added('verification', 'reader'),
  ...added('blame', 'reader'),
  ...added('promise', 'reader'),
  ...added('machine talk', 'reader'),
  ...added('instruction', 'reader'),
];
