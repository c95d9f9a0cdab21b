import { allFixes, sentence } from './fixes.ts';
import {
  bullet,
  linesOf,
  type Mutant,
  type Mutation,
  SECTIONS,
  withAdded,
  withLine,
  withSection,
} from './mutation.ts';

const { problem, confirmed, done, hypothesis, next } = SECTIONS.escalate;
const HIGH_PRIORITY = /\bpriority(?: is| was)?:? *(?:1|2|high|highest|critical|urgent)\b/i;

/** H1 to H7: an escalation package that lacks one of the things the next engineer needs. */
export const missingSlots: Mutation = ({ bundle, document, kind }) => {
  if (kind !== 'escalate') return [];
  const mutants: Mutant[] = [];
  const lines = linesOf(document);
  const add = (
    expected_rule: string,
    kind_of_mutation: string,
    what: string,
    changed: Mutant['document'],
  ) => mutants.push({ expected_rule, kind_of_mutation, what, document: changed });

  const told = lines.find(({ section }) => section === problem);
  if (told !== undefined) {
    const sentences = told.block.text.match(/[^.]+(?:\.(?=\S)[^.]*)*\.?/g) ?? [];
    for (const [slot, pattern] of [
      ['priority', /\bpriority\b/i],
      ['who is affected', /\baffected\b/i],
    ] as const) {
      const kept = sentences
        .filter((one) => !pattern.test(one))
        .join('')
        .trim();
      if (kept === '' || kept === told.block.text) continue;
      add(
        'H1',
        `problem without ${slot}`,
        kept,
        withLine(document, told, { ...told.block, text: kept }),
      );
    }
  }

  const check = bundle.diagnostic_checks.find(({ source_summary }) => source_summary !== null);
  if (check?.source_summary !== undefined && check.source_summary !== null) {
    const text = sentence(check.source_summary);
    add(
      'H3',
      'check without its result',
      text,
      withAdded(document, confirmed, bullet(text, check.evidence_id)),
    );
  }

  const out = allFixes(bundle).filter((fix) => fix.outcome === 'failed');
  if (out.length > 0) {
    const kept = (document.sections[done] ?? []).filter(
      ({ evidence_ids }) => !out.some((fix) => evidence_ids.includes(fix.evidence_id)),
    );
    if (kept.length > 0)
      add('H4', 'what was ruled out not told', '', withSection(document, done, kept));
  }

  const suspected = lines.find(({ section }) => section === hypothesis);
  const fix = bundle.active_fix;
  if (suspected !== undefined && fix !== null) {
    const text = `${fix.title.replace(/\.$/, '')} (${fix.confidence} % confidence).`;
    add(
      'H5',
      'nothing for or against',
      text,
      withSection(document, hypothesis, [
        { kind: 'paragraph', text, evidence_ids: [fix.evidence_id] },
      ]),
    );
  }

  const steps = document.sections[next] ?? [];
  const last = steps.at(-1);
  if (last !== undefined && steps.length > 1) {
    const step = { ...last, text: 'The vendor and the logs.' };
    add(
      'H6',
      'step without a verb',
      step.text,
      withSection(document, next, [...steps.slice(0, -1), step]),
    );
  }
  const sure = steps.filter(({ text }) => !/\bif\b/i.test(text));
  if (
    told !== undefined &&
    HIGH_PRIORITY.test(told.block.text) &&
    sure.length > 0 &&
    sure.length < steps.length
  ) {
    add('H7', 'no "if … then …" at high priority', '', withSection(document, next, sure));
  }
  return mutants;
};

const CHECKED = /confirm|work|test|verif|report|check|please|need|nothing|open|since|again/i;
const JARGON = [
  'A stale SPN on the gMSA broke Kerberos delegation, so the NTLM fallback tripped the GPO.',
  'The DFS-R backlog after the USN rollback left the SYSVOL replica tombstoned.',
];

/** R1 and R5: a customer's note that leaves something open, or that only an engineer understands. */
export const unclearForCustomer: Mutation = ({ document, kind }) => {
  if (kind !== 'resolve') return [];
  const { cause, done: resolution } = SECTIONS.resolve;
  const action = (document.sections[resolution] ?? []).find(
    ({ text, evidence_ids }) =>
      !CHECKED.test(text) && evidence_ids.some((id) => id.startsWith('fix:')),
  );
  return [
    ...(action === undefined
      ? []
      : [
          {
            expected_rule: 'R1',
            kind_of_mutation: 'no word on the result or on what to do',
            what: action.text,
            document: withSection(document, resolution, [action]),
          },
        ]),
    ...JARGON.map((text) => ({
      expected_rule: 'R5',
      kind_of_mutation: 'jargon added',
      what: text,
      document: withAdded(document, cause, {
        kind: 'paragraph' as const,
        text,
        evidence_ids: ['session'],
      }),
    })),
  ];
};
