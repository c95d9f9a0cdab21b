import { useEffect, useRef } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import styles from './verdict.module.css';
import type { WordyOutcome } from './verdict-rules.ts';

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
    submit: 'Save as pending',
  },
} as const;

interface VerdictQuestionProps {
  readonly fix: SuggestedFix;
  readonly outcome: WordyOutcome;
  /** In one line, where there is width and no height. */
  readonly slim?: boolean;
  readonly onSaid: (fix: SuggestedFix) => void;
  readonly onCancel: () => void;
}

/** The words that a failed or a pending fix needs, asked for where the button was. */
export function VerdictQuestion(props: VerdictQuestionProps) {
  const { fix, outcome, slim = false, onSaid, onCancel } = props;
  const { label, placeholder, submit: submitLabel } = QUESTIONS[outcome];
  const { values, set, clear } = useUnsaved(`verdict:${fix.id}:${outcome}`, { note: '' });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusAtEnd(box.current), []);
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: (judged) => {
      clear();
      onSaid(judged);
    },
  });

  const overlong = tooLong(values.note, LIMITS.outcome_note);
  const problem = formError(setOutcome.error, ['outcome_note']);
  const form = useFormKeys({
    enterIn: box,
    onCancel,
    onSubmit() {
      if (setOutcome.isPending || overlong !== undefined) return;
      setOutcome.mutate({ fix_id: fix.id, outcome, outcome_note: values.note });
    },
  });
  return (
    <form className={css('question', slim && 'slim')} {...form}>
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        ref={box}
        label={label}
        placeholder={slim ? label : placeholder}
        labelHidden={slim}
        rows={slim ? 1 : 2}
        maxRows={slim ? 3 : 12}
        value={values.note}
        error={overlong ?? fieldError(setOutcome.error, 'outcome_note')}
        onChange={(event) => set('note', event.target.value)}
      />
      <FormFoot submitLabel={submitLabel} busy={setOutcome.isPending} onCancel={onCancel} />
    </form>
  );
}
