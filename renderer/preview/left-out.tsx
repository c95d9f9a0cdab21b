import { Eye, PenLine, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import type { LeftOut as LeftOutRow, NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Popover } from '../ui/popover.tsx';
import { toastError } from '../ui/toast.tsx';
import styles from './left-out.module.css';
import type { EvidenceNames } from './sentence-evidence.ts';
import { CustomerWording } from './sheet-fields.tsx';

const css = classesOf(styles);

const REASONS: Readonly<Record<LeftOutRow['reason'], string>> = {
  internal: 'Internal only',
  internal_value: 'Has an address or name',
  not_used: 'Not used',
};

interface LeftOutProps {
  readonly rows: readonly LeftOutRow[];
  readonly kind: NoteKind;
  readonly snapshot: SessionSnapshot;
  readonly nameOf: EvidenceNames;
  /** Adds a line with these words to the note. */
  readonly onAdd: (text: string) => void;
}

/** What is confirmed and not in the note, with the reason; one press includes it. */
export function LeftOut({ rows, kind, snapshot, nameOf, onAdd }: LeftOutProps) {
  const named = rows.flatMap((row) => {
    const text = nameOf(row.evidence_id);
    return text === undefined ? [] : [{ row, text }];
  });
  if (named.length === 0) return null;
  const words = `${named.length} left out`;
  return (
    <Popover title={words} side="top" trigger={<ChipButton>{words}</ChipButton>}>
      <ul className={css('list')}>
        {named.map(({ row, text }) => {
          const fact = snapshot.facts.find(({ id }) => `fact:${id}` === row.evidence_id);
          return (
            <li key={row.evidence_id} className={css('row')}>
              <div className={css('text')}>
                {text}
                <span className={css('reason')}>{REASONS[row.reason]}</span>
              </div>
              {fact && <Include row={row} fact={fact} kind={kind} onAdd={onAdd} />}
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}

interface IncludeProps {
  readonly row: LeftOutRow;
  readonly fact: Fact;
  readonly kind: NoteKind;
  readonly onAdd: (text: string) => void;
}

function Include({ row, fact, kind, onAdd }: IncludeProps) {
  const [isWording, setWording] = useState(false);
  const { id, session_id, text, customer_wording } = fact;
  const setAudience = useCall('facts.setAudience', { onError: (error) => toastError(error) });
  switch (row.reason) {
    case 'internal':
      return (
        <Button
          size="sm"
          icon={Eye}
          aria-label={`Show to customer: ${text}`}
          busy={setAudience.isPending}
          onClick={() => setAudience.mutate({ session_id, fact_ids: [id], audience: 'customer' })}
        >
          Show to customer
        </Button>
      );
    case 'internal_value':
      return isWording ? (
        <div className={css('wording')}>
          <CustomerWording labelHidden factId={id} text={text} wording={customer_wording} />
        </div>
      ) : (
        <Button
          size="sm"
          icon={PenLine}
          aria-label={`Add wording: ${text}`}
          onClick={() => setWording(true)}
        >
          Add wording
        </Button>
      );
    case 'not_used':
      return (
        <Button
          size="sm"
          icon={Plus}
          aria-label={`Add to note: ${text}`}
          onClick={() => onAdd(kind === 'resolve' ? (customer_wording ?? text) : text)}
        >
          Add to note
        </Button>
      );
  }
}
