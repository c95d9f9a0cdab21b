import { ListTodo, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../shared/domain/note.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { isHandOff } from './finding-groups.ts';
import styles from './findings-list.module.css';

const css = classesOf(styles);

/** What can be done about a finding. */
export interface FindingWays {
  readonly onReveal: (finding: Finding) => void;
  readonly onRepair: (finding: Finding) => void;
}

interface FindingRowProps extends FindingWays {
  readonly finding: Finding;
}

/** Tells findings apart; two of one rule may stand at the same place. */
export function findingKey({ rule_id, from, to, message }: Finding): string {
  return `${rule_id}:${from}:${to}:${message}`;
}

/** One finding. Its words lead to the place in the text. */
export function FindingRow({ finding, onReveal, onRepair }: FindingRowProps) {
  const { icon: Icon, word, tone } = lookOf(finding);
  return (
    <li className={css('row', tone)}>
      <Icon size={14} aria-hidden className={css('icon')} />
      <button type="button" className={css('words')} onClick={() => onReveal(finding)}>
        {word && <span className={css('level')}>{word}</span>}
        <span className={css('rule')}>{finding.rule_id}</span>
        {finding.message}
      </button>
      {finding.repair !== null && (
        <Button
          size="sm"
          className={css('repair')}
          title={finding.repair.label}
          onClick={() => onRepair(finding)}
        >
          <span className={css('label')}>{finding.repair.label}</span>
        </Button>
      )}
    </li>
  );
}

function lookOf(finding: Finding) {
  if (isHandOff(finding)) return { icon: ListTodo, word: null, tone: 'hand-off' } as const;
  if (finding.level === 'warn') {
    return { icon: TriangleAlert, word: 'Check', tone: 'warn' } as const;
  }
  // What cannot be answered for with a reason says so where it stands.
  const word = finding.can_override ? 'Blocked' : 'Must come out';
  return { icon: OctagonAlert, word, tone: 'block' } as const;
}
