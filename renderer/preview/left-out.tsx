import { Plus } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Popover } from '../ui/popover.tsx';
import { counted } from '../ui/words.ts';
import type { EvidenceNames } from './evidence-names.ts';
import styles from './left-out.module.css';

const css = classesOf(styles);

interface LeftOutProps {
  readonly evidenceIds: readonly string[];
  readonly nameOf: EvidenceNames;
  readonly onAdd: (text: string) => void;
}

/** The confirmed facts that no line of the note rests on; one press takes one in. */
export function LeftOut({ evidenceIds, nameOf, onAdd }: LeftOutProps) {
  const facts = evidenceIds.flatMap((id) => {
    const text = nameOf(id);
    return text === undefined ? [] : [{ id, text }];
  });
  if (facts.length === 0) return null;
  const words = `${counted(facts.length, 'fact')} left out`;
  return (
    <Popover title={words} side="top" trigger={<ChipButton>{words}</ChipButton>}>
      <ul className={css('list')}>
        {facts.map(({ id, text }) => (
          <li key={id} className={css('fact')}>
            <span className={css('text')}>{text}</span>
            <Button
              size="sm"
              icon={Plus}
              aria-label={`Take into the note: ${text}`}
              onClick={() => onAdd(text)}
            >
              Take in
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
