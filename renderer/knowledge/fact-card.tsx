import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import { FactDecision } from '../proposals/fact-decision.tsx';
import { UnsupportedWords } from '../proposals/unsupported-words.tsx';
import { deciding } from '../proposals/use-decision-focus.ts';
import { namesSession } from '../similar/bring-over.ts';
import { FromSession } from '../similar/from-session.tsx';
import { Card } from '../ui/card.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { Tag } from '../ui/tag.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import { EditFact } from './edit-fact.tsx';
import styles from './fact-card.module.css';
import { Outputs } from './outputs.tsx';
import { useRemoveFact } from './use-remove-fact.ts';

const css = classesOf(styles);

interface FactCardProps {
  readonly fact: Fact;
  /** Words of a proposed one that stand nowhere in the session. */
  readonly unsupported: readonly string[];
  /** Outputs that were pasted with it. */
  readonly attachments: readonly Attachment[];
  readonly open: boolean;
}

/** One fact: its text, where it comes from, and how many lines of the shown note rest on it. */
export function FactCard({ fact, unsupported, attachments, open }: FactCardProps) {
  const [editing, setEditing] = useState(false);
  const editor = useReturnFocus<HTMLButtonElement>(editing);
  const { lit, handlers } = useHighlight(`fact:${fact.id}`);
  const { remove } = useRemoveFact(fact);
  const proposed = fact.status === 'proposed';
  const undecided = open && proposed;

  if (editing) return <EditFact fact={fact} onDone={() => setEditing(false)} />;
  return (
    <Card tentative={proposed} lit={lit} {...handlers} {...(undecided ? deciding('fact') : {})}>
      <LongText text={fact.text} className={css('text')} />
      {proposed && <UnsupportedWords words={unsupported} />}
      <div className={css('meta')}>
        <Tag>{fact.source_type}</Tag>
        {proposed && <span className={css('word')}>proposed, not in the notes</span>}
        {!proposed && <UsedInLines evidenceId={`fact:${fact.id}`} unused="not used" />}
        {fact.source_summary && !namesSession(fact.source_summary) && (
          <span>{fact.source_summary}</span>
        )}
        {fact.from_session_id !== null && <FromSession sessionId={fact.from_session_id} />}
      </div>
      <Outputs attachments={attachments} sourceType="diagnostic_check" open={open} />
      {undecided && (
        <div className={css('decide')}>
          <FactDecision fact={fact} onEdit={() => setEditing(true)} editRef={editor} />
        </div>
      )}
      {open && !proposed && (
        <div className={css('tools')}>
          <IconButton
            ref={editor}
            size="sm"
            icon={Pencil}
            label="Edit fact"
            onClick={() => setEditing(true)}
          />
          <IconButton size="sm" icon={Trash2} label="Delete fact" onClick={remove} />
        </div>
      )}
    </Card>
  );
}
