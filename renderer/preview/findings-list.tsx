import { useState } from 'react';
import type { Finding } from '../../shared/domain/note.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { findingGroups } from './finding-groups.ts';
import { FindingRow, type FindingWays, findingKey } from './finding-row.tsx';
import styles from './findings-list.module.css';
import { HandOffList } from './hand-off-list.tsx';

const css = classesOf(styles);

const SHOWN_AT_FIRST = 3;

interface FindingsListProps extends FindingWays {
  readonly findings: readonly Finding[];
}

/** What the note checks found, the worst first; what the hand-off lacks stands apart below. */
export function FindingsList({ findings, ...ways }: FindingsListProps) {
  if (findings.length === 0) return null;
  const { faults, handOff } = findingGroups(findings);
  return (
    <div className={css('findings')}>
      {faults.length > 0 && <Faults findings={faults} {...ways} />}
      {handOff.length > 0 && <HandOffList findings={handOff} {...ways} />}
    </div>
  );
}

function Faults({ findings, ...ways }: FindingsListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  const hidden = findings.length - SHOWN_AT_FIRST;
  return (
    <ul className={css('list')} aria-label="Findings">
      {shown.map((finding) => (
        <FindingRow key={findingKey(finding)} finding={finding} {...ways} />
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
