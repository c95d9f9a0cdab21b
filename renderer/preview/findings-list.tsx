import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Finding } from '../../shared/domain/note.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './findings-list.module.css';

const css = classesOf(styles);

const SHOWN_AT_FIRST = 3;

/** The doubts of the second reader. */
const REVIEW_RULE = 'V1';

/** Secrets of this session, and what has the form of one. */
const SECRET_RULES: ReadonlySet<string> = new Set(['X1', 'X2']);

export function isSecret({ rule_id }: Finding): boolean {
  return SECRET_RULES.has(rule_id);
}

interface FindingGroups {
  /** Worst first, then in the order of the text. */
  readonly faults: readonly Finding[];
  readonly doubts: readonly Finding[];
}

/** What the checks found, and what the second reader doubts. */
export function findingGroups(findings: readonly Finding[]): FindingGroups {
  const sorted = findings.toSorted(
    (a, b) => Number(b.level === 'block') - Number(a.level === 'block') || a.from - b.from,
  );
  return {
    faults: sorted.filter(({ rule_id }) => rule_id !== REVIEW_RULE),
    doubts: sorted.filter(({ rule_id }) => rule_id === REVIEW_RULE),
  };
}

/** What can be done about a finding. */
export interface FindingWays {
  readonly onReveal: (finding: Finding) => void;
  readonly onRepair: (finding: Finding) => void;
}

interface FindingsProps extends FindingWays {
  readonly findings: readonly Finding[];
}

interface FindingsListProps extends FindingsProps {
  /** Why the second reader could not read the note, or null. */
  readonly reviewFailure: string | null;
}

/** What the note checks found, the worst first, and what the second reader doubts. */
export function FindingsList({ findings, reviewFailure, ...ways }: FindingsListProps) {
  const { faults, doubts } = findingGroups(findings);
  if (findings.length === 0 && reviewFailure === null) return null;
  return (
    <div className={css('findings')}>
      {faults.length > 0 && <Group label="Findings" findings={faults} {...ways} />}
      {doubts.length > 0 && (
        <div className={css('group')}>
          <h3 className={css('title')}>Second reader</h3>
          <Group label="Second reader" findings={doubts} {...ways} />
        </div>
      )}
      {reviewFailure !== null && (
        <p className={css('quiet')} title={reviewFailure}>
          The second reader couldn’t check this note.
        </p>
      )}
    </div>
  );
}

function Group({ label, findings, ...ways }: FindingsProps & { readonly label: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  const hidden = findings.length - SHOWN_AT_FIRST;
  return (
    <ul className={css('list')} aria-label={label}>
      <FindingRows findings={shown} {...ways} />
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

/** Findings as rows of a list. The words of each lead to its place in the text. */
export function FindingRows({ findings, onReveal, onRepair }: FindingsProps) {
  return findings.map((finding) => {
    const { rule_id, from, to, message, repair, level } = finding;
    const Icon = level === 'warn' ? TriangleAlert : OctagonAlert;
    return (
      // Two of one rule may be at the same place.
      <li key={`${rule_id}:${from}:${to}:${message}`} className={css('row', level)}>
        <Icon size={14} aria-hidden className={css('icon')} />
        <button
          type="button"
          className={css('words')}
          title={`Rule ${rule_id}`}
          onClick={() => onReveal(finding)}
        >
          <span className={css('level')}>{levelWords(finding)}</span> {message}
        </button>
        {repair !== null && (
          <Button
            size="sm"
            className={css('repair')}
            title={repair.label}
            onClick={() => onRepair(finding)}
          >
            <span className={css('label')}>{repair.label}</span>
          </Button>
        )}
      </li>
    );
  });
}

function levelWords(finding: Finding): string {
  if (finding.level === 'warn') return 'Check';
  return isSecret(finding) ? 'Remove secret' : 'Blocked';
}
