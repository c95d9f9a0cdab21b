import type { Matrix, MatrixRow } from './matrix.ts';
import type { Sight } from './play.ts';

const HEAD = ['fault', 'step', 'kind', 'outcome', 'notes', 'session', 'draft', 'then', 'message'];

/** The matrix as a markdown table, with the rules that were broken below it. */
export function asTable({ rows, violations }: Matrix): string {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows.map(cells)];
  const broken = rows.flatMap(({ the, broken: rules }) =>
    rules.map((rule) => `BROKEN ${the.fault} / ${the.step} / ${the.kind}: ${rule}`),
  );
  const faults = [...broken, ...violations.map((violation) => `VIOLATION ${violation}`)];
  const total = `${rows.length} cases, ${faults.length} broken rules; ${counted(rows)}`;
  return [...lines.map((line) => `| ${line.join(' | ')} |`), '', ...faults, total].join('\n');
}

function cells({ the, sights }: MatrixRow): string[] {
  const [first, ...then] = sights;
  if (first === undefined) return [the.fault, the.step, the.kind];
  return [
    the.fault,
    the.step,
    the.kind,
    first.outcome,
    `${first.notes}`,
    first.session,
    first.session === 'active' ? (first.draft_kept ? 'kept' : 'LOST') : 'posted',
    then.map(thenWords).join('; '),
    first.message.replaceAll('|', '/'),
  ];
}

function thenWords({ action, outcome, notes }: Sight): string {
  return `${action}: ${outcome}, ${notes} ${notes === 1 ? 'note' : 'notes'}`;
}

function counted(rows: readonly MatrixRow[]): string {
  const counts = new Map<string, number>();
  for (const { sights } of rows) {
    const outcome = sights[0]?.outcome ?? '';
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
}
