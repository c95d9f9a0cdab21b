import type { Finding } from '../../shared/domain/note.ts';

/**
 * Whether a finding is of the hand-off checklist: something that the next engineer will miss, which
 * is not a fault of the text. One that blocks the posting is told with what blocks.
 */
export function isHandOff({ rule_id, level }: Finding): boolean {
  return level === 'warn' && /^H\d+$/.test(rule_id);
}

interface FindingGroups {
  /** Worst first, then in the order of the text: what to look at first stands at the top. */
  readonly faults: readonly Finding[];
  /** In the order of the checklist. */
  readonly handOff: readonly Finding[];
}

/** What is wrong with a note, apart from what is missing in the hand-off. */
export function findingGroups(findings: readonly Finding[]): FindingGroups {
  return {
    faults: findings
      .filter((finding) => !isHandOff(finding))
      .sort((a, b) => Number(b.level === 'block') - Number(a.level === 'block') || a.from - b.from),
    handOff: findings
      .filter(isHandOff)
      .sort((a, b) => Number(a.rule_id.slice(1)) - Number(b.rule_id.slice(1)) || a.from - b.from),
  };
}

/** `Hand-off: 4 things the next engineer will miss`. */
export function handOffWords(count: number): string {
  return `Hand-off: ${count} ${count === 1 ? 'thing' : 'things'} the next engineer will miss`;
}
