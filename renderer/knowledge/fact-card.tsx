import { Check, Pencil, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { Tag } from '../ui/tag.tsx';
import { toastError } from '../ui/toast.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import { EditFact } from './edit-fact.tsx';
import styles from './fact-card.module.css';
import { useRemoveFact } from './use-remove-fact.ts';

const css = classesOf(styles);

/** One fact: its text, where it comes from, and how many lines of the shown note rest on it. */
export function FactCard({ fact, open }: { readonly fact: Fact; readonly open: boolean }) {
  const [editing, setEditing] = useState(false);
  const { lit, handlers } = useHighlight(`fact:${fact.id}`);
  const confirm = useCall('facts.confirm', { onError: (error) => toastError(error) });
  const remove = useRemoveFact(fact);
  const proposed = fact.status === 'proposed';

  if (editing) return <EditFact fact={fact} onDone={() => setEditing(false)} />;
  return (
    <Card tentative={proposed} lit={lit} {...handlers}>
      <LongText text={fact.text} className={css('text')} />
      <div className={css('meta')}>
        <Tag>{fact.source_type}</Tag>
        {proposed && <span className={css('word')}>proposed, not in the notes</span>}
        {!proposed && <UsedInLines evidenceId={`fact:${fact.id}`} unused="not used" />}
        {fact.source_summary && <span>{fact.source_summary}</span>}
      </div>
      {open && proposed && (
        <div className={css('decide')}>
          <Button
            size="sm"
            icon={Check}
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ fact_id: fact.id })}
          >
            Confirm
          </Button>
          <Button size="sm" variant="ghost" icon={Pencil} onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button size="sm" variant="ghost" icon={X} onClick={remove}>
            Reject
          </Button>
        </div>
      )}
      {open && !proposed && (
        <div className={css('tools')}>
          <IconButton size="sm" icon={Pencil} label="Edit fact" onClick={() => setEditing(true)} />
          <IconButton size="sm" icon={Trash2} label="Delete fact" onClick={remove} />
        </div>
      )}
    </Card>
  );
}
