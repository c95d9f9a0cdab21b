import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AiStatus } from '../../shared/domain/ai.ts';
import { LIMITS } from '../../shared/limits.ts';
import { forgetAiModels, useAiModels, useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { describeError } from '../ui/errors.ts';
import { TextField } from '../ui/text-field.tsx';
import { toastError } from '../ui/toast.tsx';
import { tooLong } from '../ui/too-long.ts';
import styles from './ai-settings.module.css';
import { ConnectionTest } from './connection-test.tsx';
import { SettingsRow } from './settings-section.tsx';

const css = classesOf(styles);

/** The API key: whether there is one and where it is kept, and the ways to change that. */
export function ApiKeySetting({ status }: { readonly status: AiStatus }) {
  const { has_key, key_storage } = status;
  const [entering, setEntering] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useCall('ai.removeKey', {
    onSuccess: () => {
      setRemoving(false);
      forgetAiModels();
    },
    onError: (error) => toastError(error),
  });
  return (
    <>
      <SettingsRow title="Anthropic API key" text={keyWords(status)}>
        <Chip tone={has_key ? 'ok' : 'neutral'}>{has_key ? 'Set' : 'Not set'}</Chip>
      </SettingsRow>
      {!has_key || entering ? (
        <KeyForm
          replaces={has_key}
          storage={key_storage}
          onDone={() => setEntering(false)}
          {...(has_key ? { onCancel: () => setEntering(false) } : {})}
        />
      ) : (
        <div className={css('actions')}>
          <ConnectionTest />
          <Button size="sm" onClick={() => setEntering(true)}>
            Replace
          </Button>
          <Button size="sm" onClick={() => setRemoving(true)}>
            Remove
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title="Remove the API key?"
        confirmLabel="Remove"
        busy={remove.isPending}
        onConfirm={() => remove.mutate({})}
      >
        It is deleted from this computer. Notes are drafted on this machine until a key is entered
        again; the key itself stays valid at Anthropic.
      </ConfirmDialog>
    </>
  );
}

/** Whether there is a key could not be found out; one can be entered all the same. */
export function UnknownApiKey() {
  return (
    <>
      <SettingsRow
        title="Anthropic API key"
        text="Whether one is set is not known. One that is entered here takes its place."
      >
        <Chip tone="neutral">Not known</Chip>
      </SettingsRow>
      <KeyForm replaces={false} storage={undefined} onDone={() => undefined} />
    </>
  );
}

function keyWords({ has_key, key_storage }: AiStatus): string {
  if (!has_key) return 'Without one, notes are drafted on this machine, from the facts.';
  return key_storage === 'os'
    ? 'Kept by the keychain of this computer, and never shown again.'
    : 'Kept in memory until the app closes: no keychain answers on this computer.';
}

interface KeyFormProps {
  readonly replaces: boolean;
  /** Undefined where it is not known. */
  readonly storage: AiStatus['key_storage'] | undefined;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Takes a key in. It is never shown, and gone from the page as soon as it is kept. */
function KeyForm({ replaces, storage, onDone, onCancel }: KeyFormProps) {
  const [key, setKey] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const models = useAiModels();
  useEffect(() => {
    if (replaces) field.current?.focus();
  }, [replaces]);
  const save = useCall('ai.setKey', {
    // The key does not stay behind in the memory of calls made.
    gcTime: 0,
    onSuccess: () => {
      setKey('');
      onDone();
      forgetAiModels();
      // Whether it works is what one wants to know next.
      void models.refetch();
    },
  });
  const overlong = tooLong(key, LIMITS.api_key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending && overlong === undefined) save.mutate({ key });
  };
  return (
    <form className={css('form')} onSubmit={submit} noValidate>
      <div className={css('grow')}>
        <TextField
          ref={field}
          label={replaces ? 'New API key' : 'API key'}
          labelHidden
          mono
          type="password"
          autoComplete="off"
          placeholder="Paste the key: sk-ant-…"
          hint={storageWords(storage)}
          value={key}
          error={overlong ?? (save.error ? describeError(save.error) : undefined)}
          onChange={(event) => setKey(event.target.value)}
        />
      </div>
      {onCancel && (
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      )}
      <Button type="submit" busy={save.isPending}>
        Save key
      </Button>
    </form>
  );
}

function storageWords(storage: KeyFormProps['storage']): string {
  switch (storage) {
    case 'os':
      return 'It goes into the keychain of this computer and is never shown again.';
    case 'memory':
      return 'No keychain answers on this computer: it is kept in memory until the app closes.';
    case undefined:
      return 'It goes into the keychain, or is kept in memory where no keychain answers.';
  }
}
