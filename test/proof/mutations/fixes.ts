import type { InputBundle } from '../../../electron/drafting/index.ts';
import {
  bullet,
  type Gold,
  linesOf,
  type Mutant,
  type Mutation,
  SECTIONS,
  withAdded,
  withLine,
  withSection,
} from './mutation.ts';

type Fix = InputBundle['fixes_tried'][number];

/** G4: the hypothesis told among what is confirmed, with the fix's id and with that of some fact. */
export const hypothesisConfirmed: Mutation = (gold) => {
  const { bundle, document, kind } = gold;
  const fix = bundle.active_fix;
  if (fix === null) return [];
  const told =
    kind === 'escalate'
      ? document.sections[SECTIONS.escalate.hypothesis]?.find((block) => block.fixed !== true)
      : undefined;
  const { confirmed } = SECTIONS[kind];
  const texts = [
    ...(told === undefined ? [] : [told.text]),
    sentence(fix.description === '' ? `The fix is to ${lower(fix.title)}` : fix.description),
  ];
  const elsewhere = unrelatedFact(gold, fix);
  return texts.flatMap((text) =>
    [fix.evidence_id, elsewhere].flatMap((id): Mutant[] =>
      id === undefined
        ? []
        : [
            {
              expected_rule: 'G4',
              kind_of_mutation: id.startsWith('fix:')
                ? 'hypothesis moved to Confirmed, citing the fix'
                : 'hypothesis moved to Confirmed, citing a fact',
              what: `[${id}] ${text}`,
              document: withAdded(document, confirmed, bullet(text, id)),
            },
          ],
    ),
  );
};

/** G10: a fix that is out told as hypothesis, next step or cause. */
export const fixThatIsOut: Mutation = (gold) => {
  const { bundle, document, kind } = gold;
  const out = allFixes(bundle).filter(
    (fix) =>
      fix.evidence_id !== bundle.active_fix?.evidence_id &&
      fix.outcome !== 'worked' &&
      (fix.superseded || fix.outcome === 'failed' || fix.outcome === 'dismissed'),
  );
  return out.flatMap((fix): Mutant[] => {
    const made = (what: string, section: number, text: string, replaces: boolean): Mutant => {
      const block = { ...bullet(text, fix.evidence_id), kind: 'paragraph' as const };
      return {
        expected_rule: 'G10',
        kind_of_mutation: `fix that is out told as ${what}`,
        what: text,
        document: replaces
          ? withSection(document, section, [block])
          : withAdded(document, section, bullet(text, fix.evidence_id)),
      };
    };
    if (kind === 'resolve') {
      return [
        made(
          'cause',
          SECTIONS.resolve.cause,
          `The cause was settled when we did this: ${lower(fix.title)}.`,
          true,
        ),
      ];
    }
    const { hypothesis, next } = SECTIONS.escalate;
    return [
      made('hypothesis', hypothesis, `The leading suggestion is still: ${fix.title}.`, true),
      made('next step', next, `${sentence(fix.title)}`, false),
    ];
  });
};

/** G11: a confidence that is not the active fix's, or that stands where none may. */
export const changedConfidence: Mutation = (gold) => {
  const { bundle, document, kind, record } = gold;
  const fix = bundle.active_fix;
  if (kind !== 'escalate' || fix === null) return [];
  const { confirmed, hypothesis } = SECTIONS.escalate;
  const other = [7, -8, 11, -13, 4]
    .map((by) => fix.confidence + by)
    .find((value) => value > 0 && value <= 100 && !record.numbers.has(value));
  if (other === undefined) return [];
  const changed = linesOf(document)
    .filter(({ section, block }) => section === hypothesis && /\d\s?%/.test(block.text))
    .map((line): Mutant => {
      const text = line.block.text.replace(/\d{1,3}(?=\s?%)/, String(other));
      return {
        expected_rule: 'G11',
        kind_of_mutation: 'confidence changed',
        what: text,
        document: withLine(document, line, { ...line.block, text }),
      };
    });
  const unsure =
    changed.length > 0 || fix.confidence >= 60
      ? []
      : [
          `${sentence(fix.title)} We are ${other} % confident in this.`,
          `The cause is probably known: ${fix.title} (${fix.confidence} % confidence).`,
        ].map(
          (text): Mutant => ({
            expected_rule: 'G11',
            kind_of_mutation: 'doubtful fix told as the hypothesis',
            what: text,
            document: withSection(document, hypothesis, [
              { kind: 'paragraph', text, evidence_ids: [fix.evidence_id] },
            ]),
          }),
        );
  const fact = bundle.facts[0];
  const elsewhere: Mutant[] =
    fact === undefined
      ? []
      : [
          {
            expected_rule: 'G11',
            kind_of_mutation: 'confidence told of a fact',
            what: `${sentence(fact.text)} (${other} % confidence)`,
            document: withAdded(
              document,
              confirmed,
              bullet(`${fact.text.replace(/\.$/, '')} (${other} % confidence).`, fact.evidence_id),
            ),
          },
        ];
  return [...changed, ...unsure, ...elsewhere];
};

/** D1: the first step is not the sure, untried fix; or there is one step alone. */
export const firstStepChanged: Mutation = ({ bundle, document, kind }) => {
  const fix = bundle.active_fix;
  if (kind !== 'escalate') return [];
  const { next } = SECTIONS.escalate;
  const steps = document.sections[next] ?? [];
  const sure = fix !== null && fix.outcome === 'proposed' && fix.confidence > 80;
  if (!sure || steps.length < 2) return [];
  return [
    {
      expected_rule: 'D1',
      kind_of_mutation: 'sure fix not the first step',
      what: 'The first two steps change places.',
      document: withSection(document, next, [
        ...steps.slice(1, 2),
        ...steps.slice(0, 1),
        ...steps.slice(2),
      ]),
    },
  ];
};

export function allFixes(bundle: InputBundle): Fix[] {
  const fixes = new Map<string, Fix>();
  for (const fix of [...bundle.fixes_tried, ...bundle.fixes_set_aside]) {
    fixes.set(fix.evidence_id, fix);
  }
  if (bundle.active_fix !== null) fixes.set(bundle.active_fix.evidence_id, bundle.active_fix);
  return [...fixes.values()];
}

export function sentence(text: string): string {
  const line = text.trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

export function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The fact that shares the fewest words with the fix. */
function unrelatedFact({ bundle }: Gold, fix: Fix): string | undefined {
  const words = wordsOf(`${fix.title} ${fix.description}`);
  const shared = (text: string) => [...wordsOf(text)].filter((word) => words.has(word)).length;
  return bundle.facts.toSorted((one, other) => shared(one.text) - shared(other.text))[0]
    ?.evidence_id;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}
