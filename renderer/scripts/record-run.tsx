import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { effectOf, effectProblem, NO_EFFECT, ScriptEffect } from './script-effect.tsx';

const css = classesOf(styles);
const EMPTY = { name: '', outcome: '', ...NO_EFFECT };
const PASSWORD_VALUE = 'parameters.0.value';

interface RecordRunProps {
  readonly sessionId: number;
  readonly onDone: () => void;
}

/** Records a script or a command that ran outside the app, what it did, and what came of it. */
export function RecordRun({ sessionId, onDone }: RecordRunProps) {
  const { values, set, clear } = useUnsaved(`record-run:${sessionId}`, EMPTY);
  // Not among the unsaved texts, which outlive the form: a password goes with it.
  const [password, setPassword] = useState('');
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    name.current?.focus();
    name.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const record = useCall('scripts.recordRun', {
    // The password does not stay behind in the memory of calls made.
    gcTime: 0,
    onSuccess: () => {
      clear();
      onDone();
    },
  });

  const overlong = {
    name: tooLong(values.name, LIMITS.script_name),
    outcome: tooLong(values.outcome, LIMITS.script_outcome),
    undo: effectProblem(values),
    password: tooLong(password, LIMITS.secret),
  };
  const problem = formError(record.error, ['name', 'outcome', 'undo', PASSWORD_VALUE]);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (record.isPending || Object.values(overlong).some((words) => words !== undefined)) return;
    record.mutate({
      session_id: sessionId,
      name: values.name,
      outcome: values.outcome,
      ...effectOf(values),
      parameters: password === '' ? [] : [{ name: 'Password', secret: true, value: password }],
    });
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
      <ScriptEffect values={values} set={set} error={record.error} />
      <TextField
        label="Password it used"
        aside="optional"
        type="password"
        autoComplete="new-password"
        hint="Held in memory only, so that it can be kept out of notes, prompts and logs."
        value={password}
        error={overlong.password ?? fieldError(record.error, PASSWORD_VALUE)}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FormFoot submitLabel="Save" keys="Mod+Enter" busy={record.isPending} onCancel={onDone} />
    </form>
  );
}
