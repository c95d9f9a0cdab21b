import { useState } from 'react';
import type { PsaStatusShown } from '../../../shared/domain/psa.ts';
import { forgetPsaAnswers } from '../../bridge/psa-queries.ts';
import { useCall } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toastError } from '../../ui/toast.tsx';
import { SettingsRow } from '../settings-section.tsx';
import styles from './connectwise-settings.module.css';
import { KeysForm } from './keys-form.tsx';

const css = classesOf(styles);

/** The key pair: whether there is one and where it is kept, and the ways to change that. */
export function KeysSetting({ status }: { readonly status: PsaStatusShown }) {
  const { has_keys, key_storage } = status;
  const [entering, setEntering] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useCall('psa.removeKeys', {
    onSuccess: () => {
      setRemoving(false);
      forgetPsaAnswers();
    },
    onError: (error) => toastError(error),
  });
  const form = !has_keys || entering;
  return (
    <>
      <SettingsRow title="API keys" text={keyWords(status)}>
        {form ? (
          <Chip tone={has_keys ? 'ok' : 'neutral'}>{has_keys ? 'Set' : 'Not set'}</Chip>
        ) : (
          <div className={css('buttons')}>
            <Button size="sm" onClick={() => setEntering(true)}>
              Replace keys
            </Button>
            <Button size="sm" onClick={() => setRemoving(true)}>
              Remove keys
            </Button>
          </div>
        )}
      </SettingsRow>
      {form && (
        <KeysForm
          storage={key_storage}
          onDone={() => setEntering(false)}
          {...(has_keys ? { onCancel: () => setEntering(false) } : {})}
        />
      )}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title="Remove the ConnectWise keys?"
        confirmLabel="Remove"
        busy={remove.isPending}
        onConfirm={() => remove.mutate({})}
      >
        They are deleted from this computer, and notes stay here until keys are entered again. In
        ConnectWise the keys stay valid until they are deleted there.
      </ConfirmDialog>
    </>
  );
}

function keyWords({ has_keys, key_storage }: PsaStatusShown): string {
  if (!has_keys) {
    return 'In ConnectWise: My Account → API Keys, or those of an API member. Notes are signed by whoever owns them.';
  }
  return key_storage === 'os'
    ? 'Kept by the keychain of this computer, and never shown again.'
    : 'Kept in memory until the app closes: no keychain answers on this computer.';
}
