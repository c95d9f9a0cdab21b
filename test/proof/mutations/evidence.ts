import {
  type Gold,
  linesOf,
  type Mutant,
  type Mutation,
  SECTIONS,
  withAdded,
  withLine,
} from './mutation.ts';

/** G1: an id that no row has, no id at all, and the id of a row that is not confirmed or was deleted. */
export const brokenEvidence: Mutation = ({ document, scenario }) => {
  const snapshot = scenario.session().build();
  const unfit = snapshot.facts.find(
    (fact) => fact.status !== 'confirmed' || fact.deleted_at !== null,
  );
  const firstOfEach = linesOf(document).filter(
    ({ section }, index, lines) => lines[index - 1]?.section !== section,
  );
  return firstOfEach.flatMap((line): Mutant[] => {
    const { block } = line;
    const made = (kind_of_mutation: string, evidence_ids: readonly string[]): Mutant => ({
      expected_rule: 'G1',
      kind_of_mutation,
      what: `[${evidence_ids.join(', ')}] ${block.text}`,
      document: withLine(document, line, { ...block, evidence_ids }),
    });
    return [
      made('evidence made up', ['fact:901']),
      made('evidence made up beside the right one', [...block.evidence_ids, 'fix:77']),
      made('evidence dropped', []),
      ...(unfit === undefined
        ? []
        : [made('evidence not confirmed', [...block.evidence_ids, `fact:${unfit.id}`])]),
    ];
  });
};

const WORDS = /[\p{L}\d'’-]+/gu;
const STAND_IN = ['always', 'nobody', 'yesterday', 'printer', 'slowly'];

/** G3: quoted words that differ in one word from what was said. */
export const alteredQuotes: Mutation = (gold) => [...ownQuotes(gold), ...addedQuotes(gold)];

function ownQuotes({ document, record }: Gold): Mutant[] {
  return linesOf(document).flatMap((line) =>
    Array.from(line.block.text.matchAll(/["“]([^"”]{8,})["”]/g)).flatMap((match): Mutant[] => {
      const quoted = match[1] ?? '';
      const altered = alter(quoted, record.all);
      if (altered === undefined) return [];
      const text = line.block.text.replace(quoted, altered);
      return [
        {
          expected_rule: 'G3',
          kind_of_mutation: 'quote altered',
          what: text,
          document: withLine(document, line, { ...line.block, text }),
        },
      ];
    }),
  );
}

function addedQuotes({ bundle, document, kind, record }: Gold): Mutant[] {
  const said = bundle.facts.find(
    (fact) => fact.source_type === 'user_report' && !/["“”„]/.test(fact.text),
  );
  const altered = said === undefined ? undefined : alter(said.text.replace(/\.$/, ''), record.all);
  if (said === undefined || altered === undefined) return [];
  const text = `The user said: “${altered}”.`;
  return [
    {
      expected_rule: 'G3',
      kind_of_mutation: 'altered quote added',
      what: text,
      document: withAdded(document, SECTIONS[kind].confirmed, {
        kind: 'bullet',
        text,
        evidence_ids: [said.evidence_id],
      }),
    },
  ];
}

/** One word of the middle replaced by one that makes the whole a thing nobody said. */
function alter(quoted: string, record: string): string | undefined {
  const words = Array.from(quoted.matchAll(WORDS));
  const middle = words[Math.floor(words.length / 2)];
  if (words.length < 3 || middle === undefined) return undefined;
  return STAND_IN.map(
    (other) =>
      quoted.slice(0, middle.index) + other + quoted.slice(middle.index + middle[0].length),
  ).find((altered) => altered !== quoted && !record.includes(altered.toLowerCase()));
}
