import type { NoteKind } from '../../shared/domain/note.ts';
import type { ProofResult, RuleRow, Tally } from './result.ts';

interface ReportOptions {
  /** Shows the misses of this rule alone. */
  readonly rule: string;
  readonly misses: number;
}

/** The result for a reader: aligned, in one colour. */
export function asText(result: ProofResult, { rule, misses }: ReportOptions): string {
  const shown = result.not_caught.filter(
    ({ expected_rule }) => rule === '' || expected_rule === rule,
  );
  const alarms = result.false_alarms.filter(({ level }) => level === 'block');
  return [
    `The proof: ${result.scenarios} scenarios, ${result.notes} correct notes, ${sum(result, 'made')} mutants.`,
    '',
    table(RULE_HEAD, result.rules.flatMap(ruleLines)),
    '',
    ...section(
      `Not caught by their rule (${Math.min(misses, shown.length)} of ${shown.length}; all with --json)`,
      shown
        .slice(0, misses)
        .map(
          (one) =>
            `${one.expected_rule} ${one.verdict}${one.found_by.length === 0 ? '' : ` (${one.found_by.join(' ')})`} · ${one.scenario}, ${one.kind} · ${one.kind_of_mutation}: ${one.what}`,
        ),
    ),
    ...section(
      'Blocking findings on correct notes and local drafts',
      alarms.map(
        (one) =>
          `${one.rule_id} · ${one.scenario}, ${one.kind}, ${one.note} · ${one.text} — ${one.message}`,
      ),
    ),
    'Secrets: each value of each scenario, in each encoding, planted in intake, fact and script outcome',
    table(
      ['surface', 'checked', 'leaked'],
      result.surfaces.map(({ surface, checked, leaked }) => [
        surface,
        String(checked),
        String(leaked),
      ]),
    ),
    '',
    ...leakLines(result),
    ...injectionLines(result),
    ...handOffLines(result),
    ...(result.broken_bars.length === 0
      ? ['Every bar holds.']
      : section('Broken bars', result.broken_bars)),
    '',
  ].join('\n');
}

const RULE_HEAD = 'rule,level,mutants,caught,other rule,warned,missed,gold B/W,local B/W'.split(
  ',',
);

function ruleLines(rule: RuleRow): string[][] {
  const { gold, local } = rule.false_alarms;
  const head = [
    rule.rule_id,
    rule.level ?? 'not built',
    ...counts(rule),
    `${gold.block}/${gold.warn}`,
    `${local.block}/${local.warn}`,
  ];
  return [
    head,
    ...rule.mutations.map((mutation) => [
      `  ${mutation.kind_of_mutation}`,
      '',
      ...counts(mutation),
      '',
      '',
    ]),
  ];
}

function counts({ made, caught, other, warned, missed }: Tally): string[] {
  return made === 0
    ? ['–', '', '', '', '']
    : [made, caught, other, warned, missed].map((count, column) =>
        count === 0 && column > 1 ? '·' : String(count),
      );
}

function leakLines({ leaks }: ProofResult): string[] {
  const kinds = new Map<string, number>();
  for (const { surface, encoding, planted_in } of leaks) {
    const kind = `${surface}: ${encoding}, planted in ${planted_in}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return section(
    'Leaks',
    [...kinds].map(([kind, count]) => `${count} × ${kind}`),
  );
}

function injectionLines({ injections }: ProofResult): string[] {
  const { planted, crude_tried, crude_taken_over } = injections;
  const seen = (verdict: string) => planted.filter((one) => one.verdict === verdict).length;
  const obeyed = planted.filter((one) => one.obeyed_by_local_draft.length > 0);
  const repeated = (kind: NoteKind) =>
    planted.filter((one) => one.repeated_by_local_draft.includes(kind)).length;
  return [
    'Attacks planted in the corpus, and the line that an obedient model would write',
    table(
      [
        'planted',
        'blocked',
        'warned',
        'not seen',
        'local draft obeys',
        'quoted in its note',
        'quoted in its package',
      ],
      [
        [
          planted.length,
          seen('blocked'),
          seen('warned'),
          seen('not seen'),
          obeyed.length,
          repeated('resolve'),
          repeated('escalate'),
        ].map(String),
      ],
    ),
    '',
    ...planted.map(
      (one) =>
        `  ${one.verdict}${one.found_by.length === 0 ? '' : ` (${one.found_by.join(' ')})`} · ${one.scenario}, ${one.kind}: ${one.obedient_line}`,
    ),
    '',
    `Crude attacks against the local drafts: ${crude_tried} tried, ${crude_taken_over.length} taken over.`,
    ...[
      ...new Set(crude_taken_over.map((one) => `  ${one.kind}, ${one.planted_in}: ${one.attack}`)),
    ],
    '',
  ];
}

function handOffLines({ hand_offs }: ProofResult): string[] {
  if (hand_offs === null) return ['Receiver’s test: not built yet.', ''];
  return (['gold', 'local'] as const)
    .map((note) => {
      const of = hand_offs.filter((one) => one.note === note);
      const passed = of.filter((one) => one.unanswered.length === 0).length;
      const open = of
        .filter((one) => one.unanswered.length > 0)
        .map((one) => `${one.scenario}: ${one.unanswered.join(', ')}`);
      return `Receiver’s test, ${note} packages: ${passed} of ${of.length} answer all three questions.${open.length === 0 ? '' : `\n  ${open.join('\n  ')}`}`;
    })
    .concat('');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function sum(result: ProofResult, column: keyof Tally): number {
  return result.rules.reduce((total, rule) => total + rule[column], 0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column < 2 && rows[0]?.length === RULE_HEAD.length
          ? cell.padEnd(widths[column] ?? 0)
          : column === 0
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
