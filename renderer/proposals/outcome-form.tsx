import { useEffect, useRef, useState } from 'react';
import type { FixOutcome } from '../../shared/domain/suggested-fix.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { FIX_OUTCOME_WORDS, optionsOf } from '../ui/words.ts';
import type { ProposalOf } from './open-proposals.ts';

const css = classesOf(styles);

/** Every outcome that one can say of a fix; "not tried yet" is none. */
const CHOICES = optionsOf(FIX_OUTCOME_WORDS).filter(({ value }) => value !== 'proposed');

const NOTE_LABELS: Partial<Readonly<Record<FixOutcome, string>>> = {
  failed: 'Why did it fail?',
  pending: 'What does the verdict wait on?',
};

interface OutcomeFormProps {
  readonly proposal: ProposalOf<'outcome'>;
  readonly onDone: () => void;
}

/** What came of a fix, in the technician's words: proposed, corrected, confirmed. */
export function OutcomeForm({ proposal, onDone }: OutcomeFormProps) {
  const { fix_id, fix_title, ...proposed } = proposal.proposed;
  const [outcome, setOutcome] = useState<FixOutcome>(proposed.outcome);
  const [note, setNote] = useState(proposed.note ?? '');
  useHoldsWords('Outcome of a fix', note !== (proposed.note ?? ''));
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusAtEnd(box.current), []);
  const record = useCall('fixes.setOutcome', {
    onSuccess: (fix) => {
      announce(`Outcome recorded: ${FIX_OUTCOME_WORDS[fix.outcome].toLowerCase()}.`);
      onDone();
    },
  });
  const overlong = tooLong(note, LIMITS.outcome_note);
  const problem = formError(record.error, ['outcome_note']);
  const form = useFormKeys({
    onCancel: onDone,
    onSubmit() {
      if (record.isPending || overlong !== undefined) return;
      const outcome_note = note.trim() || null;
      record.mutate({ fix_id, outcome, outcome_note, proposal_id: proposal.id });
    },
  });
  const asked = NOTE_LABELS[outcome];
  return (
    <form className={css('form')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <p className={css('small')}>What came of “{fix_title}”</p>
      <Select
        label="Outcome"
        size="sm"
        value={outcome}
        options={CHOICES}
        onChange={(chosen) => setOutcome(chosen)}
      />
      <TextArea
        ref={box}
        label={asked ?? 'Note'}
        {...(asked === undefined ? { aside: 'optional' } : {})}
        rows={2}
        value={note}
        error={overlong ?? fieldError(record.error, 'outcome_note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormFoot submitLabel="Confirm" keys="Mod+Enter" busy={record.isPending} onCancel={onDone} />
    </form>
  );
}
