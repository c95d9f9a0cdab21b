import { useState } from 'react';
import type { CallInput } from '../../shared/contract/index.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import {
  type EscalationReason,
  HAND_OFF_FIELDS,
  type HandOffField,
  type Session,
} from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';
import { useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/select.tsx';
import { toastError } from '../ui/toast.tsx';
import { ESCALATION_REASON_WORDS, HAND_OFF_WORDS, optionsOf } from '../ui/words.ts';
import { findingsToWord, handOffGaps, handOffLabel } from './record-fields.ts';
import { SavedField } from './saved-field.tsx';
import styles from './sheet-fields.module.css';

const css = classesOf(styles);

interface SheetFieldsProps {
  readonly snapshot: SessionSnapshot;
  readonly kind: NoteKind;
}

/** What the record lacks for this note, asked for where the note is read. Nothing here must be filled. */
export function SheetFields({ snapshot, kind }: SheetFieldsProps) {
  // A field that was filled here stays while the sheet is open: it must not go from under the keys.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const isAsked = (name: string, isEmpty: boolean) => isEmpty || kept.has(name);
  const keep = (name: string) => () => setKept((names) => new Set([...names, name]));
  const { session, facts } = snapshot;
  const asksSummary = isAsked('summary', session.summary === '');
  const toWord = kind === 'resolve' ? findingsToWord(snapshot).map(({ id }) => id) : [];
  const worded =
    kind === 'resolve' ? facts.filter(({ id }) => isAsked(`fact:${id}`, toWord.includes(id))) : [];
  if (kind === 'resolve' && !asksSummary && worded.length === 0) return null;
  return (
    <div className={css('fields')}>
      {asksSummary && (
        <div className={css('row')}>
          <SessionText
            session={session}
            field="summary"
            label="Problem in one sentence"
            onFocus={keep('summary')}
          />
          {kind === 'resolve' && (
            <SessionText
              session={session}
              field="customer_summary"
              label="Customer wording"
              placeholder="Optional"
              onFocus={keep('summary')}
            />
          )}
        </div>
      )}
      {worded.length > 0 && (
        <div className={css('row')}>
          {worded.map(({ id, text, customer_wording }) => (
            <CustomerWording
              key={id}
              factId={id}
              text={text}
              wording={customer_wording}
              onFocus={keep(`fact:${id}`)}
            />
          ))}
        </div>
      )}
      {kind === 'escalate' && <HandOffFields session={session} />}
    </div>
  );
}

interface CustomerWordingProps {
  readonly factId: number;
  readonly text: string;
  readonly wording: string | null;
  readonly labelHidden?: boolean;
  readonly onFocus?: () => void;
}

/** The words for the customer in place of a fact's own. */
export function CustomerWording(props: CustomerWordingProps) {
  const { factId, text, wording, ...rest } = props;
  return (
    <SavedField
      long
      label={`Customer wording of: ${text}`}
      {...rest}
      name={`wording:${factId}`}
      value={wording ?? ''}
      limit={LIMITS.fact}
      placeholder="Without internal names"
      save={(words) => invoke('facts.update', { fact_id: factId, customer_wording: words })}
    />
  );
}

type TextOfSession = Exclude<HandOffField, 'escalation_reason'> | 'summary' | 'customer_summary';

interface SessionTextProps {
  readonly session: Session;
  readonly field: TextOfSession;
  readonly label: string;
  readonly placeholder?: string;
  readonly onFocus?: () => void;
}

function SessionText({ session, field, ...rest }: SessionTextProps) {
  const isSentence = field === 'summary' || field === 'customer_summary';
  return (
    <SavedField
      {...rest}
      name={`${session.id}:${field}`}
      value={session[field] ?? ''}
      long={isSentence}
      limit={field === 'summary' ? LIMITS.summary : LIMITS.hand_off_field}
      save={(text) => updateSession({ session_id: session.id, [field]: text })}
    />
  );
}

function updateSession(change: CallInput<'sessions.update'>) {
  return invoke('sessions.update', change);
}

/** From this height on there is room for the fields beside the text. */
const ROOM = '(min-height: 720px)';

function HandOffFields({ session }: { readonly session: Session }) {
  const gaps = handOffGaps(session);
  return (
    <Disclosure
      label={handOffLabel(gaps.length)}
      defaultOpen={gaps.length > 0 && window.matchMedia(ROOM).matches}
    >
      <fieldset aria-label="Hand-off" className={css('handOff')}>
        {HAND_OFF_FIELDS.map((field) => {
          if (field === 'escalation_reason') return <WhyEscalate key={field} session={session} />;
          const label = HAND_OFF_WORDS[field];
          return (
            <div key={field} className={css('cell', gaps.includes(field) && 'gap')}>
              <SessionText session={session} field={field} label={label} />
            </div>
          );
        })}
      </fieldset>
    </Disclosure>
  );
}

const REASONS = [
  { value: 'none', label: 'Choose…' },
  ...optionsOf(ESCALATION_REASON_WORDS),
] as const;

function WhyEscalate({ session }: { readonly session: Session }) {
  const update = useCall('sessions.update', { onError: (error) => toastError(error) });
  const reason = session.escalation_reason;
  return (
    <div className={css('cell', reason === null && 'gap')}>
      <Select<EscalationReason | 'none'>
        label={HAND_OFF_WORDS.escalation_reason}
        size="sm"
        value={reason ?? 'none'}
        options={REASONS}
        onChange={(value) =>
          update.mutate({
            session_id: session.id,
            escalation_reason: value === 'none' ? null : value,
          })
        }
      />
    </div>
  );
}
