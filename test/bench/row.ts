/** One row of the budget table. `ratio` rows compare with a floor measured in the same run. */
export interface BenchRow {
  readonly what: string;
  readonly measured: number;
  readonly unit: 'ms' | 'MB' | 'frames';
  readonly floor: { readonly what: string; readonly measured: number } | null;
  /** The bar: a ratio against the floor, or a figure in the row's own unit. */
  readonly bar: { readonly kind: 'ratio' | 'figure'; readonly at_most: number };
}

/** What is held against the bar. */
export function judged(row: BenchRow): number {
  return row.bar.kind === 'ratio' && row.floor !== null
    ? row.measured / row.floor.measured
    : row.measured;
}

/** The rows as a markdown table. */
export function asTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${round(row.measured)} ${row.unit}`,
    row.floor === null ? '' : `${round(row.floor.measured)} ${row.unit}, ${row.floor.what}`,
    row.bar.kind === 'ratio' ? `${round(judged(row))} ×` : `${round(judged(row))} ${row.unit}`,
    row.bar.kind === 'ratio' ? `${row.bar.at_most} ×` : `${row.bar.at_most} ${row.unit}`,
    judged(row) <= row.bar.at_most ? 'met' : 'MISSED',
  ]);
  const lines = [['what', 'measured', 'floor of this run', 'result', 'bar', ''], ...cells];
  lines.splice(1, 0, lines[0]?.map(() => '---') ?? []);
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function round(value: number): string {
  if (Number.isInteger(value)) return `${value}`;
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
