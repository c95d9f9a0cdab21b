import { describe, expect, it } from 'vitest';
import { findingGroups, handOffWords } from '../../../../renderer/preview/finding-groups.ts';
import type { Finding } from '../../../../shared/domain/note.ts';

function finding(rule_id: string, level: 'block' | 'warn', from: number): Finding {
  const place = { line: 1, from, to: from + 1 };
  return { rule_id, level, can_override: true, message: 'm', ...place, repair: null };
}

describe('findings', () => {
  it('come with what blocks first, then in the order of the text', () => {
    const { faults } = findingGroups([
      finding('G2', 'warn', 1),
      finding('S4', 'block', 90),
      finding('X1', 'block', 50),
    ]);
    expect(faults.map(({ rule_id }) => rule_id)).toEqual(['X1', 'S4', 'G2']);
  });

  it('of the hand-off stand apart, in the order of the checklist', () => {
    const { faults, handOff } = findingGroups([
      finding('H10', 'warn', 3),
      finding('H2', 'warn', 9),
      finding('G9', 'warn', 0),
    ]);
    expect(handOff.map(({ rule_id }) => rule_id)).toEqual(['H2', 'H10']);
    expect(faults.map(({ rule_id }) => rule_id)).toEqual(['G9']);
  });

  it('of the hand-off that block are told with what blocks', () => {
    const { faults, handOff } = findingGroups([finding('H8', 'block', 0)]);
    expect(handOff).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  it('are counted in words', () => {
    expect(handOffWords(1)).toBe('Hand-off: 1 thing the next engineer will miss');
    expect(handOffWords(4)).toBe('Hand-off: 4 things the next engineer will miss');
  });
});
