import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import type { Domain } from '../../shared/domain/session.ts';
import { LIMITS } from '../../shared/limits.ts';
import { usePsaStatus } from '../bridge/psa-queries.ts';
import { useCall } from '../bridge/queries.ts';
import { FindTicket } from '../tickets/find-ticket.tsx';
import { TicketLine } from '../tickets/ticket-line.tsx';
import { ticketName } from '../tickets/ticket-words.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { Select } from '../ui/select.tsx';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { DOMAIN_WORDS, optionsOf } from '../ui/words.ts';
import { useViewState } from '../view-state.ts';
import { useFillFromTicket } from './fill-from-ticket.ts';
import styles from './new-session-dialog.module.css';

const css = classesOf(styles);
const EMPTY = { title: '', intake: '', domain: 'other' as Domain, ticket_ref: '' };
const FIELDS = Object.keys(EMPTY);

/** Opens a session. What was typed stays until the session is created or the form is cleared. */
export function NewSessionDialog() {
  const { dialog, ticketOffered, openDialog, openSession } = useViewState();
  const { values, set, clear, touched } = useUnsaved('new-session', EMPTY);
  const title = useRef<HTMLInputElement>(null);
  const create = useCall('sessions.create', {
    onSuccess: (session) => {
      clear();
      openDialog(null);
      openSession(session.id);
    },
  });

  const connected = usePsaStatus({ enabled: dialog === 'new-session' }).data?.state === 'ready';
  const fill = useFillFromTicket(values, set);

  const overlong = {
    title: tooLong(values.title, LIMITS.title),
    intake: tooLong(values.intake, LIMITS.intake),
  };
  const problem = formError(create.error, FIELDS);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (create.isPending || overlong.title || overlong.intake) return;
    create.mutate(values);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmitKey(event)) return;
    event.preventDefault();
    submit();
  };

  return (
    <Dialog
      open={dialog === 'new-session'}
      onOpenChange={(open) => openDialog(open ? 'new-session' : null)}
      title="New session"
      description={
        ticketOffered !== null &&
        `A link to ${ticketName(ticketOffered)} was opened, and there is no session for it yet. Start one, or cancel.`
      }
      initialFocus={title}
      // Whoever has created a session writes into it next.
      returnsFocus={() => !create.isSuccess}
      footer={
        <>
          {touched && (
            <Button
              variant="ghost"
              className={css('clear')}
              onClick={() => {
                clear();
                create.reset();
                title.current?.focus();
              }}
            >
              Clear
            </Button>
          )}
          <Button onClick={() => openDialog(null)}>Cancel</Button>
          <Button
            variant="primary"
            keys="Mod+Enter"
            busy={create.isPending}
            onClick={() => submit()}
          >
            Create session
          </Button>
        </>
      }
    >
      <form className={css('form')} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        {problem && <ErrorNotice error={problem} />}
        <TextField
          ref={title}
          label="Title"
          placeholder="Outlook asks for a password after migration"
          value={values.title}
          error={overlong.title ?? fieldError(create.error, 'title')}
          onChange={(event) => set('title', event.target.value)}
        />
        <TextArea
          label="Problem"
          aside="optional"
          placeholder="What the user or the ticket says, in their words. Paste the whole mail if you like."
          rows={5}
          maxRows={12}
          value={values.intake}
          error={overlong.intake ?? fieldError(create.error, 'intake')}
          onChange={(event) => set('intake', event.target.value)}
        />
        <div className={css('pair')}>
          <Select
            label="Domain"
            value={values.domain}
            options={optionsOf(DOMAIN_WORDS)}
            onChange={(domain) => set('domain', domain)}
          />
          <div className={css('ticket')}>
            <TextField
              label="ConnectWise ticket"
              aside="optional"
              placeholder="48213"
              inputMode="numeric"
              value={values.ticket_ref}
              error={fieldError(create.error, 'ticket_ref')}
              onChange={(event) => set('ticket_ref', event.target.value)}
            />
            {connected && <FindTicket onChoose={fill} />}
          </div>
        </div>
        {connected && <TicketLine typed={values.ticket_ref} />}
        {/* Enter in a one-line field submits through this button. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}
