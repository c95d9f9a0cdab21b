import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { optionsOf } from '../ui/words.ts';
import { outputOf } from './output/output-of.ts';
import { effectOf, effectProblem, NO_EFFECT, ScriptEffect } from './script-effect.tsx';
import { LANGUAGE_WORDS } from './script-words.ts';

const css = classesOf(styles);
const EMPTY = {
  name: '',
  outcome: '',
  customer: '',
  output: '',
  body: '',
  language: 'powershell' as ScriptGeneration['language'],
  ...NO_EFFECT,
};
const PASSWORD_VALUE = 'parameters.0.value';

interface RecordRunProps {
  readonly sessionId: number;
  readonly onDone: () => void;
}

/** Records a script or a command that ran outside the app, what it did, and its result. */
export function RecordRun({ sessionId, onDone }: RecordRunProps) {
  const { values, set, clear } = useUnsaved(`record-run:${sessionId}`, EMPTY);
  // Not among the unsaved texts, which outlive the form: a password goes with it.
  const [password, setPassword] = useState('');
  const name = useRef<HTMLInputElement>(null);
  /** The run, once it is kept, so that a second try after its output was refused keeps it once. */
  const kept = useRef<ScriptGeneration>(null);
  useEffect(() => {
    name.current?.focus();
    name.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const record = useMutation({
    // The password does not stay behind in the memory of calls made.
    gcTime: 0,
    mutationFn: async () => {
      kept.current ??= await invoke('scripts.recordRun', {
        session_id: sessionId,
        name: values.name,
        outcome: values.outcome,
        customer_outcome: values.customer.trim() || null,
        ...(values.body.trim() === '' ? {} : { body: values.body, language: values.language }),
        ...effectOf(values),
        parameters: password === '' ? [] : [{ name: 'Password', secret: true, value: password }],
      });
      if (values.output.trim() !== '') {
        await invoke('attachments.addText', outputOf(kept.current, values.output));
      }
    },
    onSuccess: () => {
      clear();
      onDone();
    },
  });

  const overlong = {
    name: tooLong(values.name, LIMITS.script_name),
    outcome: tooLong(values.outcome, LIMITS.script_outcome),
    customer: tooLong(values.customer, LIMITS.script_outcome),
    output: tooLong(values.output, LIMITS.attachment_text),
    body: tooLong(values.body, LIMITS.script_body),
    undo: effectProblem(values),
    password: tooLong(password, LIMITS.secret),
  };
  const shown = ['name', 'outcome', 'customer_outcome', 'text', 'body', 'undo', PASSWORD_VALUE];
  const problem = formError(record.error, shown);
  const submit = () => {
    if (record.isPending || Object.values(overlong).some((words) => words !== undefined)) return;
    record.mutate();
  };
  return (
    <form className={css('form')} {...useFormKeys({ onSubmit: submit, onCancel: onDone })}>
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
        label="Result"
        rows={2}
        placeholder="Removed three stored sign-ins"
        value={values.outcome}
        error={overlong.outcome ?? fieldError(record.error, 'outcome')}
        onChange={(event) => set('outcome', event.target.value)}
      />
      <TextArea
        label="Customer wording"
        aside="optional"
        placeholder="The result in the customer’s words"
        rows={1}
        value={values.customer}
        error={overlong.customer ?? fieldError(record.error, 'customer_outcome')}
        onChange={(event) => set('customer', event.target.value)}
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
      <Disclosure
        label="Attach script or output"
        defaultOpen={values.body !== '' || values.output !== ''}
      >
        <div className={css('more')}>
          <TextArea
            mono
            label="Script"
            aside="optional"
            hint="Kept with the session; it can be made a template later."
            rows={2}
            maxRows={8}
            spellCheck={false}
            value={values.body}
            error={overlong.body ?? fieldError(record.error, 'body')}
            onChange={(event) => set('body', event.target.value)}
          />
          {values.body !== '' && (
            <Select
              label="Language"
              size="sm"
              value={values.language}
              options={optionsOf(LANGUAGE_WORDS)}
              onChange={(language) => set('language', language)}
            />
          )}
          <TextArea
            mono
            label="Output"
            aside="optional"
            rows={2}
            maxRows={8}
            spellCheck={false}
            value={values.output}
            error={overlong.output ?? fieldError(record.error, 'text')}
            onChange={(event) => set('output', event.target.value)}
          />
        </div>
      </Disclosure>
      <FormFoot submitLabel="Save" keys="Mod+Enter" busy={record.isPending} onCancel={onDone} />
    </form>
  );
}
