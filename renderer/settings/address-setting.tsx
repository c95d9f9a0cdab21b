import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../shared/limits.ts';
import { forgetAiModels, useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import { TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { DEFAULT_ADDRESS } from './ai-defaults.ts';
import styles from './ai-settings.module.css';

const css = classesOf(styles);

/** Where the API is reached: Anthropic itself, or a gateway of one's own. */
export function AddressSetting({ address }: { readonly address: string }) {
  const [typed, setTyped] = useState<string>();
  const save = useCall('settings.update', {
    onSuccess: () => {
      setTyped(undefined);
      forgetAiModels();
    },
  });
  const overlong = tooLong(typed ?? '', LIMITS.base_address);
  const put = (ai_base_address: string) => save.mutate({ ai_base_address });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== undefined && overlong === undefined) put(typed);
  };
  return (
    <form className={css('form', 'address')} onSubmit={submit} noValidate>
      <div className={css('grow')}>
        <TextField
          label="Address of the API"
          mono
          inputMode="url"
          hint="Change it only for a gateway of your own."
          value={typed ?? address}
          error={overlong ?? (save.error ? describeError(save.error) : undefined)}
          onChange={(event) => {
            save.reset();
            setTyped(event.target.value);
          }}
        />
      </div>
      {typed !== undefined && typed !== address && (
        <Button type="submit" busy={save.isPending}>
          Save address
        </Button>
      )}
      {(typed ?? address) !== DEFAULT_ADDRESS && (
        <Button
          variant="ghost"
          onClick={() => (address === DEFAULT_ADDRESS ? setTyped(undefined) : put(DEFAULT_ADDRESS))}
        >
          Reset
        </Button>
      )}
    </form>
  );
}
