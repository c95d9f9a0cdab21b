import { useState } from 'react';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { describeError } from '../ui/errors.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './settings-dialog.module.css';
import { SettingsRow } from './settings-section.tsx';

const css = classesOf(styles);

/** As the contract has it; the call itself checks it too. */
const WORD = 'DELETE';

/** The end of everything that this installation keeps. The page is loaded anew by the main process. */
export function DeleteSetting() {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const remove = useCall('data.deleteAll');
  const ask = (open: boolean) => {
    setTyped('');
    remove.reset();
    setAsking(open);
  };
  return (
    <SettingsRow
      title="Delete everything"
      text="Sessions, drafts, backups, settings, keys and logs of this computer, for good. Notes on tickets stay there."
      words="erase wipe remove reset uninstall factory"
    >
      <Button size="sm" variant="danger" onClick={() => ask(true)}>
        Delete…
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title="Delete everything?"
        confirmLabel="Delete everything"
        busy={remove.isPending}
        disabled={typed !== WORD}
        onConfirm={() => remove.mutate({ word: WORD })}
      >
        <div className={css('question')}>
          <p>
            All sessions, drafts, script templates, backups, settings, keys and logs are deleted
            from this computer. Nothing brings them back but an export or a backup that you keep
            elsewhere.
          </p>
          <TextField
            label={`Type ${WORD} to go on`}
            spellCheck={false}
            value={typed}
            error={remove.error ? describeError(remove.error) : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      </ConfirmDialog>
    </SettingsRow>
  );
}
