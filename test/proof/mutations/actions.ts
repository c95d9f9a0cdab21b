import type { InputBundle } from '../../../electron/drafting/index.ts';
import { allFixes, lower } from './fixes.ts';
import {
  bullet,
  type Gold,
  type GoldLine,
  linesOf,
  type Mutant,
  type Mutation,
  pick,
  SECTIONS,
  withAdded,
  withLine,
} from './mutation.ts';

const TOLD_AS_RUN: readonly ((name: string) => string)[] = [
  (name) => `Ran ${name}; it finished without errors.`,
  (name) => `${name} was executed on the affected computer.`,
  (name) => `We pushed ${name} out and it went through.`,
  (name) => `Executed the script ${name}, and it cleared the problem.`,
  (name) => `After ${name} had been run, the symptom was gone.`,
];

/** G7: a script that was only generated told as run. */
export const generatedToldAsRun: Mutation = (gold) => {
  const { bundle, document, kind } = gold;
  const never = bundle.scripts.filter(
    (script) => !script.ran && !bundle.scripts.some((one) => one.ran && one.name === script.name),
  );
  const { done } = SECTIONS[kind];
  const fact = bundle.facts[0]?.evidence_id;
  return never.flatMap(({ name, evidence_id }) =>
    pick(TOLD_AS_RUN, gold, 3).flatMap((tell) =>
      [evidence_id, fact].flatMap((id): Mutant[] =>
        id === undefined
          ? []
          : [
              {
                expected_rule: 'G7',
                kind_of_mutation: id.startsWith('script:')
                  ? 'generated script told as run'
                  : 'generated script told as run, citing a fact',
                what: `[${id}] ${tell(name)}`,
                document: withAdded(document, done, bullet(tell(name), id)),
              },
            ],
      ),
    ),
  );
};

/** Steps that any engineer might have taken, and words that must not be on record for them to be invented. */
const PLAUSIBLE: readonly (readonly [text: string, words: RegExp])[] = [
  ['Checked the cabling and reseated the patch lead.', /cabl|patch lead|reseat/],
  ['Restarted the router.', /router/],
  ['Cleared the browser cache and cookies.', /cache|cookie/],
  ['Reinstalled the graphics driver.', /graphic|driver/],
  ['Ran a full antivirus scan; nothing was found.', /virus|malware|scan/],
  ['Swapped the network card for a spare.', /network card|nic\b|spare/],
  ['Flushed the name resolution cache.', /flush|dns|cache|name resolution/],
  ['Tested with a second keyboard.', /keyboard/],
  ['Disabled the firewall for a moment.', /firewall/],
  ['Called the internet provider, who saw no fault on the line.', /provider|isp\b|on the line/],
  ['Removed and re-added the computer to the domain.', /domain|re-add|rejoin/],
  ['Updated the firmware of the docking station.', /firmware|dock/],
];

/** G6 under "tried", G12 elsewhere: a step that nobody took, told with some row of the session. */
export const inventedSteps: Mutation = ({ bundle, document, kind, record }) => {
  const rows = record.ids.filter((id) => id.startsWith('fact:'));
  const rowsTried = [
    ...rows,
    ...bundle.fixes_tried.map((fix) => fix.evidence_id),
    ...bundle.scripts.filter((script) => script.ran).map((script) => script.evidence_id),
  ];
  const invented = PLAUSIBLE.filter(([, words]) => !words.test(record.all)).map(([text]) => text);
  const { confirmed, done } = SECTIONS[kind];
  const add = (section: number, ids: readonly string[], expected_rule: string, where: string) =>
    invented.flatMap((text, index): Mutant[] => {
      const id = ids[index % ids.length];
      return id === undefined
        ? []
        : [
            {
              expected_rule,
              kind_of_mutation: `plausible step added ${where}`,
              what: `[${id}] ${text}`,
              document: withAdded(document, section, bullet(text, id)),
            },
          ];
    });
  return kind === 'escalate'
    ? [
        ...add(done, rowsTried, 'G6', 'under Tried'),
        ...add(confirmed, rows, 'G12', 'under Confirmed'),
      ]
    : [...add(done, rowsTried, 'G12', 'under Resolution')];
};

type Outcome = InputBundle['fixes_tried'][number]['outcome'];

/** What the record says, and wrong ways to tell it. */
const WRONG_OUTCOMES: Partial<Record<Outcome, readonly string[]>> = {
  failed: ['it worked.', 'this solved the problem.'],
  worked: ['it did not help.', 'no improvement.'],
  partly: ['it solved the problem completely.', 'it did not help at all.'],
  pending: ['it worked.', 'it did not help.'],
  applied: ['it worked, and the problem is gone.', 'it had no effect.'],
};

const TURNED: readonly (readonly [RegExp, string])[] = [
  [/\bdid not (?:help|work)\b/, 'worked'],
  [/\bno (?:effect|improvement)\b/, 'it worked'],
  [/\b(?:it )?worked\b/, 'it did not help'],
  [/\bhelped (?:in part|partly)\b/, 'solved the problem'],
];

/** G6 under "tried", G12 in the customer's note: an outcome that is not the one on record. */
export const flippedOutcomes: Mutation = (gold) =>
  gold.kind === 'escalate' ? flippedUnderTried(gold) : failedToldAsSolved(gold);

function flippedUnderTried(gold: Gold): Mutant[] {
  const { bundle, document } = gold;
  return bundle.fixes_tried.flatMap((fix) => {
    const line = linesOf(document).find(
      ({ section, block }) =>
        section === SECTIONS.escalate.done &&
        block.evidence_ids.includes(fix.evidence_id) &&
        block.evidence_ids.filter((id) => id.startsWith('fix:')).length === 1,
    );
    if (line === undefined) return [];
    const turn = TURNED.find(([pattern]) => pattern.test(line.block.text));
    const told = [
      ...(WRONG_OUTCOMES[fix.outcome] ?? []).map((outcome) => `${fix.title}: ${outcome}`),
      ...(turn !== undefined && (fix.outcome === 'failed' || fix.outcome === 'worked')
        ? [line.block.text.replace(turn[0], turn[1]).replace(/\s*Ruled out\./i, '')]
        : []),
    ];
    return told.map((text) => outcomeMutant(gold, line, fix.outcome, text));
  });
}

function outcomeMutant({ document }: Gold, line: GoldLine, outcome: Outcome, text: string): Mutant {
  return {
    expected_rule: 'G6',
    kind_of_mutation: `outcome flipped (${outcome})`,
    what: text,
    document: withLine(document, line, { ...line.block, text }),
  };
}

function failedToldAsSolved({ bundle, document }: Gold): Mutant[] {
  return allFixes(bundle)
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'pending' || outcome === 'applied')
    .flatMap((fix) =>
      [
        `${fix.title}: this solved the problem.`,
        `We decided to ${lower(fix.title)}, and the problem was resolved.`,
      ].map((text) => ({
        expected_rule: 'G12',
        kind_of_mutation: `outcome flipped (${fix.outcome})`,
        what: text,
        document: withAdded(document, SECTIONS.resolve.done, bullet(text, fix.evidence_id)),
      })),
    );
}

const SAID_DONE =
  /resolved|solved|work(?:s|ed|ing)|fixed|normal|gone|verified|restored|tested|success/;

/** G12: a claim that all is well where nothing on record says so. */
export const unprovenCompletion: Mutation = ({ bundle, document, kind, record }) => {
  const fact = bundle.facts[0];
  if (fact === undefined) return [];
  const { done } = SECTIONS[kind];
  const claims = [
    ...(SAID_DONE.test(record.all) || allFixes(bundle).some((fix) => fix.outcome === 'worked')
      ? []
      : [
          'The problem is resolved.',
          'Everything is working again.',
          'The service was fully restored.',
        ]),
    ...(/back-?\s?up/.test(record.all) ? [] : ['The backups were checked before the change.']),
  ];
  return claims.map((text) => ({
    expected_rule: 'G12',
    kind_of_mutation: 'completion claimed',
    what: `[${fact.evidence_id}] ${text}`,
    document: withAdded(document, done, bullet(text, fact.evidence_id)),
  }));
};
