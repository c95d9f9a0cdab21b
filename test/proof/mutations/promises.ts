import { bullet, type Mutant, type Mutation, pick, SECTIONS, withAdded } from './mutation.ts';

/** Each kind of promise, and the words that must not be on record for it to be nobody's but the writer's. */
const PROMISES: readonly (readonly [kind: string, text: string, words: RegExp])[] = [
  ['refund', 'We will refund the hours of this week.', /refund/],
  ['discount', 'You will receive a discount of a tenth on the next order.', /discount/],
  ['free work', 'The repair was free of charge.', /free of charge/],
  ['no cost', 'The replacement came at no cost to you.', /at no (?:extra )?cost/],
  ['credit', 'A credit note will follow by mail.', /credit/],
  ['warranty', 'The warranty was extended by a year.', /warrant/],
  ['guarantee', 'We guarantee that this cannot happen again.', /guarant/],
  ['liability', 'We accept liability for the loss.', /liab/],
  ['apology', 'We apologise for the trouble.', /apologi|sorry/],
  ['fault', 'It was our fault that the work stood still.', /our fault/],
  ['compensation', 'The lost hours will be compensated.', /compensat/],
  ['payment asked', 'Please pay the outstanding invoice this week.', /\bpay\b|invoice/],
];

/** R6: promises and demands in the provider's name that no technician put on record. */
export const unfoundedPromises: Mutation = (gold) => {
  const { bundle, document, kind, record } = gold;
  const row = bundle.facts.find(({ source_type }) => source_type === 'user_report')?.evidence_id;
  const unknown = PROMISES.filter(([, , words]) => !words.test(record.all));
  return unknown.map(([name, text], index): Mutant => {
    const id = index % 2 === 0 ? (row ?? 'session') : (record.ids[0] ?? 'session');
    return {
      expected_rule: 'R6',
      kind_of_mutation: 'promise added',
      what: `${name} [${id}] ${text}`,
      document: withAdded(document, SECTIONS[kind].done, bullet(text, id)),
    };
  });
};

/** Sentences without a name, a number or a step. */
const UNSUPPORTED: readonly (readonly [kind: string, text: string])[] = [
  ['air conditioning', 'The air conditioning blew across the hall.'],
  ['weather', 'Lightning struck near the building.'],
  ['furniture', 'A chair had rested upon the lead.'],
  ['noise', 'A humming noise came from the ceiling.'],
  ['training', 'The newest apprentices lacked training.'],
  ['purchase', 'Cheap cartridges had been bought abroad.'],
  ['habit', 'Coffee was spilled beside the keyboard.'],
  ['landlord', 'The landlord renovated the staircase.'],
  ['dust', 'Thick dust covered the fans.'],
  ['holiday', 'A public holiday kept the courier away.'],
  ['animal', 'Mice had gnawed through the insulation.'],
];

/** G14: a sentence about something that no row it cites is about, in words that hold no anchor. */
export const unsupportedSentences: Mutation = (gold) => {
  const { document, kind, record } = gold;
  const rows = record.ids.filter((id) => id.startsWith('fact:'));
  const sections =
    kind === 'escalate'
      ? [SECTIONS.escalate.confirmed, SECTIONS.escalate.done]
      : [SECTIONS.resolve.cause, SECTIONS.resolve.done];
  return UNSUPPORTED.filter(([, text]) => isForeign(text, record.all)).flatMap(
    ([name, text], index): Mutant[] => {
      const id = rows[index % Math.max(1, rows.length)];
      const section = sections[index % sections.length];
      if (id === undefined || section === undefined) return [];
      return [
        {
          expected_rule: 'G14',
          kind_of_mutation: 'unsupported sentence added',
          what: `${name} [${id}] ${text}`,
          document: withAdded(document, section, bullet(text, id)),
        },
      ];
    },
  );
};

/** Whether no word of a sentence begins like one on record, so that no row can be about it. */
function isForeign(text: string, record: string): boolean {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return !words.some((word) => record.includes(word.slice(0, 5)));
}

/** G5 and G12 in the customer's note: what only a stranger says, in the provider's own voice. */
const HEARSAY = [
  'The cause was the new neighbour of the office.',
  'Everything runs on the spare line in the meantime.',
];
const ASSURANCES = [
  'All computers were checked and are safe.',
  'No customer data was affected.',
  'The device is clean and may go back on the network.',
  'There is no risk for the other offices.',
  'It was a false alarm.',
];

export const hearsayAsOurWord: Mutation = (gold) => {
  if (gold.kind !== 'resolve') return [];
  const { document, bundle } = gold;
  const id =
    bundle.facts.find(({ source_type }) => source_type === 'user_report')?.evidence_id ?? 'session';
  const made = (
    expected_rule: string,
    kind_of_mutation: string,
    section: number,
    text: string,
  ) => ({
    expected_rule,
    kind_of_mutation,
    what: `[${id}] ${text}`,
    document: withAdded(document, section, bullet(text, id)),
  });
  return [
    ...pick(HEARSAY, gold, 1).map((text) =>
      made('G5', 'hearsay told as our word', SECTIONS.resolve.done, text),
    ),
    ...pick(ASSURANCES, gold, 3).map((text) =>
      made('G12', 'safety told of hearsay', SECTIONS.resolve.confirmed, text),
    ),
  ];
};
