import { similarPairs } from '../language/similarity.ts';
import type { NoteItem } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/**
 * S7: no two bullets say the same. A row that the contract wants under two headings (a check is a
 * confirmed fact and something tried; a fix is something tried and a next step) may stand under both.
 */
export const repetitionRule = rule(
  'S7',
  (note) => {
    const bullets = note.items.filter((item) => item.block.kind === 'bullet');
    return similarPairs(bullets.map((item) => item.block.text)).flatMap(
      ([later, earlier]): Fault[] => {
        const [item, other] = [bullets[later], bullets[earlier]];
        if (item === undefined || other === undefined || isWantedTwice(item, other)) return [];
        return [
          {
            from: item.block.from,
            to: item.block.to,
            message: `This line says the same as line ${other.line}. Keep one of them.`,
          },
        ];
      },
    );
  },
  { level: 'warn' },
);

function isWantedTwice(item: NoteItem, other: NoteItem): boolean {
  return (
    item.section !== other.section &&
    item.evidence_ids.some((id) => other.evidence_ids.includes(id))
  );
}
