import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Finding } from '../../shared/domain/note.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './findings-list.module.css';
import { byUrgency } from './line-evidence.ts';

const css = classesOf(styles);

const SHOWN_AT_FIRST = 3;

interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly onReveal: (finding: Finding) => void;
  readonly onRepair: (finding: Finding) => void;
}

/** What the note checks found, the worst first, each with its place and its repair. */
export function FindingsList({ findings, onReveal, onRepair }: FindingsListProps) {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const sorted = byUrgency(findings);
  const shown = all ? sorted : sorted.slice(0, SHOWN_AT_FIRST);
  const hidden = sorted.length - SHOWN_AT_FIRST;
  return (
    <ul className={css('list')} aria-label="Findings">
      {shown.map((finding) => (
        <FindingRow
          key={`${finding.rule_id}:${finding.from}:${finding.to}:${finding.message}`}
          finding={finding}
          onReveal={onReveal}
          onRepair={onRepair}
        />
      ))}
      {hidden > 0 && (
        <li className={css('more')}>
          <Button size="sm" variant="ghost" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `${hidden} more`}
          </Button>
        </li>
      )}
    </ul>
  );
}

interface FindingRowProps extends Omit<FindingsListProps, 'findings'> {
  readonly finding: Finding;
}

/** One finding. Its words lead to the place in the text. */
export function FindingRow({ finding, onReveal, onRepair }: FindingRowProps) {
  const blocks = finding.level === 'block';
  const Icon = blocks ? OctagonAlert : TriangleAlert;
  return (
    <li className={css('row', finding.level)}>
      <Icon size={14} aria-hidden className={css('icon')} />
      <button type="button" className={css('words')} onClick={() => onReveal(finding)}>
        <span className={css('level')}>{blocks ? 'Blocked' : 'Check'}</span>
        <span className={css('rule')}>{finding.rule_id}</span>
        {finding.message}
      </button>
      {finding.repair !== null && (
        <Button size="sm" onClick={() => onRepair(finding)}>
          {finding.repair.label}
        </Button>
      )}
    </li>
  );
}
