import { AlignLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../shared/domain/session.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { canBeName, MarkName } from '../knowledge/mark-name.tsx';
import { Button } from '../ui/button.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextArea } from '../ui/text-field.tsx';
import { toastError } from '../ui/toast.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { NOTE_LANGUAGE_WORDS, optionsOf } from '../ui/words.ts';
import styles from './session-header.module.css';

const css = classesOf(styles);

/** How the problem was first described: to read, and while the session is active to correct. */
export function IntakePopover({ session }: { readonly session: Session }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      align="end"
      title="Problem, as first described"
      open={open}
      onOpenChange={setOpen}
      trigger={<ChipButton icon={AlignLeft}>Problem</ChipButton>}
    >
      {session.state === 'active' ? (
        <IntakeForm session={session} onSaved={() => setOpen(false)} />
      ) : (
        <p className={css('wide', 'reading', session.intake === '' && 'quiet')}>
          {session.intake || 'No description.'}
        </p>
      )}
    </Popover>
  );
}

/** The language that both notes are written in; saved at once. */
function LanguageSelect({ session }: { readonly session: Session }) {
  const update = useCall('sessions.update', { onError: (error) => toastError(error) });
  return (
    <Select
      label="Note language"
      size="sm"
      value={session.language}
      options={optionsOf(NOTE_LANGUAGE_WORDS)}
      onChange={(language) => update.mutate({ session_id: session.id, language })}
    />
  );
}

function IntakeForm({
  session,
  onSaved,
}: {
  readonly session: Session;
  readonly onSaved: () => void;
}) {
  const [selected, setSelected] = useState('');
  const { values, set, clear } = useUnsaved(`intake:${session.id}`, { intake: session.intake });
  const update = useCall('sessions.update', {
    onSuccess: () => {
      clear();
      onSaved();
    },
  });
  const overlong = tooLong(values.intake, LIMITS.intake);
  const problem = formError(update.error, ['intake']);
  const changed = values.intake !== session.intake;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (overlong === undefined && !update.isPending)
      update.mutate({ session_id: session.id, intake: values.intake });
  };
  return (
    <form
      className={css('form', 'wide')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (!isSubmitKey(event)) return;
        event.preventDefault();
        submit();
      }}
    >
      {problem && <ErrorNotice error={problem} />}
      <TextArea
        label="Problem"
        labelHidden
        rows={5}
        maxRows={18}
        placeholder="What the user or the ticket says, in their words."
        value={values.intake}
        error={overlong ?? fieldError(update.error, 'intake')}
        onChange={(event) => set('intake', event.target.value)}
        onSelect={({ currentTarget: { value, selectionStart, selectionEnd } }) =>
          setSelected(value.slice(selectionStart, selectionEnd).trim())
        }
      />
      <LanguageSelect session={session} />
      {canBeName(selected) && <MarkName sessionId={session.id} selected={selected} />}
      <div className={css('buttons')}>
        {changed && (
          <Button size="sm" variant="ghost" onClick={clear}>
            Undo changes
          </Button>
        )}
        <Button
          type="submit"
          size="sm"
          variant="primary"
          keys="Mod+Enter"
          disabled={!changed}
          busy={update.isPending}
        >
          Save
        </Button>
      </div>
    </form>
  );
}
