import { Captions, Pencil, SquareCheck, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import type { KnownName } from '../../shared/domain/known-name.ts';
import { audienceOf } from '../../shared/notes/audience.ts';
import { useCall } from '../bridge/queries.ts';
import { FactDecision } from '../proposals/fact-decision.tsx';
import { UnsupportedWords } from '../proposals/unsupported-words.tsx';
import { deciding } from '../proposals/use-decision-focus.ts';
import { namesSession } from '../similar/bring-over.ts';
import { FromSession } from '../similar/from-session.tsx';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { toastError } from '../ui/toast.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import { ROLE_WORDS, SOURCE_TYPE_WORDS } from '../ui/words.ts';
import { EditFact } from './edit-fact.tsx';
import { AudienceButton, AudienceWord, RoleButton } from './fact-controls.tsx';
import styles from './fact-row.module.css';
import { audienceReason, nameOf, nextRole } from './fact-rules.ts';
import { FactWording } from './fact-wording.tsx';
import { Outputs } from './outputs.tsx';
import type { useFactAudience } from './use-fact-audience.ts';
import { useRemoveFact } from './use-remove-fact.ts';

const css = classesOf(styles);

interface FactRowProps {
  readonly fact: Fact;
  readonly names: readonly KnownName[];
  /** Words of a proposed one that are nowhere in the session. */
  readonly unsupported: readonly string[];
  /** Outputs that were pasted with it. */
  readonly attachments: readonly Attachment[];
  readonly open: boolean;
  /** The one row of the list that Tab reaches; the arrow keys lead to the others. */
  readonly isTabStop: boolean;
  readonly selected: boolean;
  readonly onSelect: (factId: number) => void;
  readonly onToggleAudience: ReturnType<typeof useFactAudience>['toggle'];
}

/** One fact: its text, how we know it, its role, who reads it, and how many lines of the note use it. */
export const FactRow = memo(function FactRow(props: FactRowProps) {
  const { fact, names, unsupported, attachments, open, isTabStop, selected } = props;
  const { onSelect, onToggleAudience } = props;
  const [editing, setEditing] = useState<'fact' | 'wording' | null>(null);
  const row = useReturnFocus<HTMLElement>(editing !== null);
  const { lit, handlers } = useHighlight(`fact:${fact.id}`);
  const { remove } = useRemoveFact(fact);
  const update = useCall('facts.update', {
    onSuccess: ({ role }) => announce(`${ROLE_WORDS[role]}.`),
    onError: (error) => toastError(error),
  });
  const proposed = fact.status === 'proposed';
  const about = nameOf(fact.text);
  const tabIndex = isTabStop ? 0 : -1;
  const select = () => onSelect(fact.id);
  const toggle = () => onToggleAudience(fact, () => setEditing('wording'));

  const actions: Readonly<Record<string, () => void>> = {
    e: toggle,
    r: () => update.mutate({ fact_id: fact.id, role: nextRole(fact.role, 1) }),
    R: () => update.mutate({ fact_id: fact.id, role: nextRole(fact.role, -1) }),
    w: () => setEditing('wording'),
    x: select,
    Enter: () => setEditing('fact'),
    Delete: remove,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, currentTarget, key, ctrlKey, metaKey, altKey } = event;
    if (!open || target !== currentTarget || ctrlKey || metaKey || altKey) return;
    const action = actions[key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  if (editing === 'fact') return <EditFact fact={fact} onDone={() => setEditing(null)} />;
  const decision = audienceOf(fact, names);
  const reason = audienceReason(decision, fact, names);
  return (
    <article
      ref={row}
      data-fact={fact.id}
      tabIndex={open ? tabIndex : -1}
      aria-label={about}
      className={css('row', proposed && 'proposed', selected && 'selected', lit && 'lit')}
      onKeyDown={onKeyDown}
      {...handlers}
      {...(open && proposed ? deciding('fact') : {})}
    >
      <LongText text={fact.text} className={css('text')} />
      {fact.short_wording && <p className={css('wording')}>Short: {fact.short_wording}</p>}
      {fact.customer_wording && (
        <p className={css('wording', 'customer')}>Customer: {fact.customer_wording}</p>
      )}
      {proposed && <UnsupportedWords words={unsupported} />}
      <div className={css('meta')}>
        <span className={css('word')}>{SOURCE_TYPE_WORDS[fact.source_type]}</span>
        {open ? (
          <>
            <RoleButton
              about={about}
              role={fact.role}
              tabIndex={tabIndex}
              onChange={(role) => update.mutate({ fact_id: fact.id, role })}
            />
            <AudienceButton
              about={about}
              audience={decision.audience}
              reason={reason}
              tabIndex={tabIndex}
              onPress={toggle}
            />
          </>
        ) : (
          <>
            <span className={css('word')}>{ROLE_WORDS[fact.role]}</span>
            <AudienceWord audience={decision.audience} reason={reason} />
          </>
        )}
        {proposed && <span className={css('word')}>proposed, not in the notes</span>}
        {!proposed && <UsedInLines evidenceId={`fact:${fact.id}`} unused="not used" />}
        {fact.source_summary && !namesSession(fact.source_summary) && (
          <span>{fact.source_summary}</span>
        )}
        {fact.from_session_id !== null && <FromSession sessionId={fact.from_session_id} />}
      </div>
      {open && editing === null && decision.because === 'internal_value' && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={css('hint')}
          onClick={() => setEditing('wording')}
        >
          {reason}
        </button>
      )}
      {editing === 'wording' && <FactWording fact={fact} onDone={() => setEditing(null)} />}
      <Outputs attachments={attachments} sourceType="diagnostic_check" open={open} />
      {open && proposed && (
        <div className={css('decide')}>
          <FactDecision fact={fact} onEdit={() => setEditing('fact')} />
        </div>
      )}
      {open && editing === null && (
        <div className={css('tools')}>
          <IconButton
            size="sm"
            icon={SquareCheck}
            label={`Select fact: ${about}`}
            hint={null}
            title="Select (X)"
            pressed={selected}
            tabIndex={tabIndex}
            onClick={select}
          />
          <IconButton
            size="sm"
            icon={Captions}
            label={`Customer wording of: ${about}`}
            hint={null}
            title="Customer wording (W)"
            tabIndex={tabIndex}
            onClick={() => setEditing('wording')}
          />
          {!proposed && (
            <>
              <IconButton
                size="sm"
                icon={Pencil}
                label={`Edit fact: ${about}`}
                hint={null}
                title="Edit (Enter)"
                tabIndex={tabIndex}
                onClick={() => setEditing('fact')}
              />
              <IconButton
                size="sm"
                icon={Trash2}
                label={`Delete fact: ${about}`}
                hint={null}
                title="Delete (Delete)"
                tabIndex={tabIndex}
                onClick={remove}
              />
            </>
          )}
        </div>
      )}
    </article>
  );
});
