import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FindingsList, findingGroups } from '../../../../renderer/preview/findings-list.tsx';
import type { Finding } from '../../../../shared/domain/note.ts';

function finding(rule_id: string, level: Finding['level'], from: number): Finding {
  const place = { line: 1, from, to: from + 1 };
  return { rule_id, level, can_override: true, message: 'words', ...place, repair: null };
}

const shown = (findings: readonly Finding[], reviewFailure: string | null = null) =>
  renderToStaticMarkup(
    <FindingsList
      findings={findings}
      reviewFailure={reviewFailure}
      onReveal={() => undefined}
      onRepair={() => undefined}
    />,
  );
/** What a person reads: without tags, and so without their tooltips. */
const words = (html: string) => html.replace(/<[^>]*>/g, ' ');

describe('findings', () => {
  it('come with what blocks first, then in the order of the text', () => {
    const { faults } = findingGroups([
      finding('G2', 'warn', 1),
      finding('S4', 'block', 90),
      finding('X1', 'block', 50),
    ]);
    expect(faults.map(({ rule_id }) => rule_id)).toEqual(['X1', 'S4', 'G2']);
  });

  it('of the second reader are a group of their own', () => {
    const { faults, doubts } = findingGroups([finding('V1', 'warn', 3), finding('G9', 'warn', 0)]);
    expect(doubts.map(({ rule_id }) => rule_id)).toEqual(['V1']);
    expect(faults.map(({ rule_id }) => rule_id)).toEqual(['G9']);
    expect(shown([finding('G9', 'warn', 0)])).not.toContain('Second reader');
    expect(shown([finding('V1', 'warn', 0)])).toContain('Second reader');
  });

  it('show no rule id but in the tooltip', () => {
    const html = shown([finding('X1', 'block', 0), finding('V1', 'warn', 2)]);
    expect(words(html)).not.toMatch(/X1|V1/);
    expect(html).toContain('title="Rule X1"');
    expect(words(html)).toContain('Remove secret');
  });

  it('say in one line that the second reader failed, and nothing where it is off', () => {
    expect(words(shown([], 'The network is down.')).trim()).toBe(
      'The second reader couldn’t check this note.',
    );
    expect(shown([])).toBe('');
  });
});
