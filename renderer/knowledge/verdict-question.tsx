import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import styles from './fix-card.module.css';

const css = classesOf(styles);

const QUESTIONS = {
  failed: {
    label: 'Why did it fail?',
    placeholder: 'The prompt came back after the restart',
    submit: 'Save as failed',
  },
  pending: {
    label: 'What does the verdict wait on?',
    placeholder: 'The user is back on Monday',
    submit: 'Save as waiting',
  },
} as const;

interface VerdictQuestionProps {
  readonly fix: SuggestedFix;
  readonly outcome: keyof typeof QUESTIONS;
  readonly onDone: () => void;
}

/** The words that a failed or a waiting fix needs, asked for where the button was. */
export function VerdictQuestion({ fix, outcome, onDone }: VerdictQuestionProps) {
  const { label, placeholder, submit: submitLabel } = QUESTIONS[outcome];
  const { values, set, clear } = useUnsaved(`verdict:${fix.id}:${outcome}`, { note: '' });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: () => {
      clear();
      onDone();
    },
  });

  const overlong = tooLong(values.note, LIMITS.outcome_note);
  const problem = formError(setOutcome.error, ['outcome_note']);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (setOutcome.isPending || overlong !== undefined) return;
    setOutcome.mutate({ fix_id: fix.id, outcome, outcome_note: values.note });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    } else if (
      isSubmitKey(event) ||
      (event.key === 'Enter' && event.target === box.current && !event.shiftKey)
    ) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <form className={css('question')} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        label={label}
        placeholder={placeholder}
        rows={2}
        value={values.note}
        error={overlong ?? fieldError(setOutcome.error, 'outcome_note')}
        onChange={(event) => set('note', event.target.value)}
      />
      <FormFoot submitLabel={submitLabel} busy={setOutcome.isPending} onCancel={onDone} />
    </form>
  );
}
