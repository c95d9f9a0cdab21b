import { Check, Minus, X } from 'lucide-react';
import type { ProposalState } from '../../shared/domain/proposal.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './proposals.module.css';

const css = classesOf(styles);

const ICONS = { open: Minus, confirmed: Check, rejected: X } as const;

interface DecidedLineProps {
  readonly state: ProposalState;
  /** What became of it: `Confirmed`. */
  readonly word: string;
  readonly text: string;
  /** Takes the decision back, where that is possible. */
  readonly onUndo?: (() => void) | undefined;
}

/** What was proposed and is decided, as one quiet line. */
export function DecidedLine({ state, word, text, onUndo }: DecidedLineProps) {
  const Icon = ICONS[state];
  return (
    <p className={css('decided', state)}>
      <Icon size={13} aria-hidden className={css('icon')} />
      <span className={css('word')}>{word}</span>
      <span className={css('text')} title={text}>
        {text}
      </span>
      {onUndo && (
        <Button size="sm" variant="ghost" className={css('undo')} onClick={onUndo}>
          Undo
        </Button>
      )}
    </p>
  );
}
