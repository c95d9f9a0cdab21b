import {
  linesOf,
  type Mutant,
  type Mutation,
  SECTIONS,
  withLine,
  withSection,
} from './mutation.ts';

/** G5: what the user says told as a fact. */
export const statementsAsFacts: Mutation = ({ bundle, document, kind }) => {
  const reports = new Set(
    bundle.facts
      .filter((fact) => fact.source_type === 'user_report')
      .map((fact) => fact.evidence_id),
  );
  return linesOf(document)
    .filter(({ section }) => kind === 'escalate' && section === SECTIONS.escalate.confirmed)
    .filter(({ block }) => block.evidence_ids.every((id) => reports.has(id)))
    .flatMap((line): Mutant[] => {
      const text = line.block.text.replace(
        /^(?:The |Per the |According to the )?(?:user|caller|customer|client)s?\s+(?:also )?(?:reports?|reported|says?|said|states?|stated)\s*(?:that\s+|:\s*)/i,
        '',
      );
      const shown = text.charAt(0).toUpperCase() + text.slice(1);
      return text === line.block.text ||
        !/\b(?:is|are|was|were|has|had|[a-z]+s|[a-z]+ed)\b/.test(text)
        ? []
        : [
            {
              expected_rule: 'G5',
              kind_of_mutation: 'statement worded as a fact',
              what: shown,
              document: withLine(document, line, { ...line.block, text: shown }),
            },
          ];
    });
};

/** G9: a fix that was tried, or a script that was run, is told nowhere. */
export const untoldFixes: Mutation = ({ bundle, document, kind }) => {
  if (kind !== 'escalate') return [];
  const rows = [
    ...bundle.fixes_tried.map(({ evidence_id, title }) => ({ evidence_id, name: title })),
    ...bundle.scripts
      .filter((script) => script.ran)
      .map(({ evidence_id, name }) => ({ evidence_id, name })),
  ];
  return rows.flatMap(({ evidence_id, name }): Mutant[] => {
    const sections = document.sections.map((blocks) =>
      blocks.filter(
        (block) =>
          !block.evidence_ids.includes(evidence_id) &&
          !block.text.toLowerCase().includes(name.toLowerCase()),
      ),
    );
    return sections.some((blocks) => blocks.length === 0)
      ? []
      : [
          {
            expected_rule: 'G9',
            kind_of_mutation: 'tried, and not told',
            what: name,
            document: { ...document, sections },
          },
        ];
  });
};

/** H8: a script that changed the system told without how to undo it. */
export const untoldUndo: Mutation = ({ bundle, document, kind }) => {
  if (kind !== 'escalate') return [];
  return bundle.scripts
    .filter((script) => script.ran && script.changes_system)
    .flatMap(({ evidence_id, name, outcome }): Mutant[] => {
      const text =
        outcome === null ? `Ran ${name}.` : `Ran ${name}: ${outcome.replace(/\.$/, '')}.`;
      const told = linesOf(document).filter(({ block }) =>
        block.evidence_ids.includes(evidence_id),
      );
      const [first, ...others] = told;
      if (first === undefined) return [];
      const without = others.reduce(
        (note, line) =>
          withSection(
            note,
            line.section,
            (note.sections[line.section] ?? []).filter((block) => block !== line.block),
          ),
        document,
      );
      return [
        {
          expected_rule: 'H8',
          kind_of_mutation: 'undo left out',
          what: text,
          document: withLine(without, first, { ...first.block, text }),
        },
      ];
    });
};
