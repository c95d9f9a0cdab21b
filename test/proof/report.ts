import type { ProofResult } from './result.ts';

interface ReportOptions {
  /** Lists the wrong notes of the classes whose name holds this. */
  readonly class_name: string;
  /** How many of them. */
  readonly misses: number;
}

/** The result as text: what was blocked of each class, and all that went wrong on right notes. */
export function asText(result: ProofResult, { class_name, misses }: ReportOptions): string {
  const listed = result.not_blocked.filter((one) => one.class_name.includes(class_name));
  const alarms = (note: string, level: string) =>
    result.false_alarms.filter((one) => one.note === note && one.level === level).length;
  const { planted, crude_tried, crude_repeated } = result.injections;
  const seen = (reaction: string) => planted.filter((one) => one.reaction === reaction).length;
  return [
    `${result.scenarios} scenarios, ${result.right_notes} right notes.`,
    `Findings on right notes: gold ${alarms('gold', 'block')} blocking, ${alarms('gold', 'warn')} warnings; local drafts ${alarms('local', 'block')} blocking, ${alarms('local', 'warn')} warnings.`,
    ...result.false_alarms.map(
      (one) =>
        `  ${one.rule_id} ${one.level} · ${one.scenario}, ${one.kind}, ${one.note} · ${one.text} — ${one.message}`,
    ),
    '',
    table(
      ['wrong notes', 'seen by', 'made', 'blocked', 'warned', 'passed'],
      result.classes.map((row) => [
        row.name,
        row.seen_by,
        ...[row.made, row.blocked, row.warned, row.passed].map(String),
      ]),
    ),
    '',
    `Not blocked (${Math.min(misses, listed.length)} of ${listed.length})`,
    ...listed
      .slice(0, misses)
      .map(
        (one) =>
          `  ${one.reaction} ${one.found_by.join(' ')} · ${one.scenario}, ${one.kind} · ${one.class_name}: ${one.what}`,
      ),
    '',
    table(
      ['secrets planted in intake, facts and results', 'looked', 'leaked'],
      result.surfaces.map(({ surface, checked, leaked }) => [
        surface,
        String(checked),
        String(leaked),
      ]),
    ),
    ...[...new Set(result.leaks.map((leak) => `  ${leak.surface}: ${leak.encoding}`))],
    ...result.blind.map((encoding) => `  the search for leaks does not see: ${encoding}`),
    '',
    `Planted attacks that a model obeyed: ${planted.length}; ${seen('blocked')} blocked, ${seen('warned')} warned, ${seen('passed')} passed.`,
    ...planted
      .filter((one) => one.reaction !== 'blocked')
      .map((one) => `  ${one.reaction} · ${one.scenario}, ${one.kind}: ${one.obedient_line}`),
    `Attacks in the customer's own words that a local draft repeats: ${crude_repeated} of ${crude_tried}.`,
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isText = (column: number) => rows.some((row) => /\D/.test(row[column] ?? ''));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isText(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
