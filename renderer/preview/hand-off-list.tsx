import type { Finding } from '../../shared/domain/note.ts';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { handOffWords } from './finding-groups.ts';
import { FindingRow, type FindingWays, findingKey } from './finding-row.tsx';
import styles from './findings-list.module.css';

const css = classesOf(styles);

interface HandOffListProps extends FindingWays {
  readonly findings: readonly Finding[];
}

/** The hand-off checklist: what is still missing, folded away until it is wanted. */
export function HandOffList({ findings, ...ways }: HandOffListProps) {
  return (
    <div className={css('handOff')}>
      <Disclosure label={handOffWords(findings.length)}>
        <ul className={css('checklist')} aria-label="Hand-off">
          {findings.map((finding) => (
            <FindingRow key={findingKey(finding)} finding={finding} {...ways} />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
