import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import styles from '../ui/section.module.css';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';

const css = classesOf(styles);
const EMPTY = { name: '', outcome: '' };

interface RecordRunProps {
  readonly sessionId: number;
  readonly onDone: () => void;
}

/** Records a script or a command that ran outside the app, and what came of it. */
export function RecordRun({ sessionId, onDone }: RecordRunProps) {
  const { values, set, clear } = useUnsaved(`record-run:${sessionId}`, EMPTY);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    name.current?.focus();
    name.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const record = useCall('scripts.recordRun', {
    onSuccess: () => {
      clear();
      onDone();
    },
  });

  const overlong = {
    name: tooLong(values.name, LIMITS.script_name),
    outcome: tooLong(values.outcome, LIMITS.script_outcome),
  };
  const problem = formError(record.error, ['name', 'outcome']);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (record.isPending || overlong.name || overlong.outcome) return;
    record.mutate({ session_id: sessionId, name: values.name, outcome: values.outcome });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    } else if (isSubmitKey(event)) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <form className={css('form')} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {problem && <ErrorNotice error={problem} />}
      <TextField
        ref={name}
        mono
        label="Script or command"
        placeholder="Clear-OfficeCredential.ps1"
        hint="Its name, without passwords or keys."
        value={values.name}
        error={overlong.name ?? fieldError(record.error, 'name')}
        onChange={(event) => set('name', event.target.value)}
      />
      <TextArea
        label="What came of it"
        rows={2}
        placeholder="Removed three stored sign-ins"
        value={values.outcome}
        error={overlong.outcome ?? fieldError(record.error, 'outcome')}
        onChange={(event) => set('outcome', event.target.value)}
      />
      <div className={css('buttons')}>
        <Button size="sm" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" keys="Mod+Enter" busy={record.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
