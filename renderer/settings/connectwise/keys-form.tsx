import { type FormEvent, useState } from 'react';
import type { PsaStatusShown } from '../../../shared/domain/psa.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { forgetPsaAnswers, useConnectionTest } from '../../bridge/psa-queries.ts';
import { useCall } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { fieldError, formError } from '../../ui/errors.ts';
import { TextField } from '../../ui/text-field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import styles from './connectwise-settings.module.css';

const css = classesOf(styles);

const EMPTY = { public_key: '', private_key: '' };
const FIELDS = Object.keys(EMPTY);

interface KeysFormProps {
  readonly storage: PsaStatusShown['key_storage'];
  readonly onDone: () => void;
  /** Absent while there are no keys to go back to. */
  readonly onCancel?: () => void;
}

/** Takes a key pair in. It is never shown, and gone from the page as soon as it is kept. */
export function KeysForm({ storage, onDone, onCancel }: KeysFormProps) {
  const [values, setValues] = useState(EMPTY);
  const test = useConnectionTest();
  const save = useCall('psa.setKeys', {
    // The keys do not stay behind in the memory of calls made.
    gcTime: 0,
    onSuccess: (status) => {
      setValues(EMPTY);
      onDone();
      forgetPsaAnswers();
      // Whether they work is what one wants to know next.
      if (status.state === 'ready') void test.refetch();
    },
  });
  const overlong = {
    public_key: tooLong(values.public_key, LIMITS.api_key),
    private_key: tooLong(values.private_key, LIMITS.api_key),
  };
  const problem = formError(save.error, FIELDS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending || overlong.public_key || overlong.private_key) return;
    save.mutate(values);
  };
  const field = (name: keyof typeof EMPTY, label: string) => (
    <TextField
      label={label}
      mono
      type="password"
      autoComplete="off"
      value={values[name]}
      error={overlong[name] ?? fieldError(save.error, name)}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
    />
  );
  return (
    <form className={css('keys')} onSubmit={submit} noValidate>
      {field('public_key', 'Public key')}
      {field('private_key', 'Private key')}
      {problem && (
        <div className={css('whole')}>
          <ErrorNotice error={problem} />
        </div>
      )}
      <p className={css('whole', 'small')}>
        {storage === 'os'
          ? 'They go into the keychain of this computer and are never shown again.'
          : 'No keychain answers on this computer: they are kept in memory until the app closes.'}
      </p>
      <div className={css('whole', 'buttons')}>
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button size="sm" type="submit" busy={save.isPending}>
          Save keys
        </Button>
      </div>
    </form>
  );
}
