import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OutboxAction, OutboxItem } from '../../shared/domain/posting.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { WaitButton } from '../ui/wait-button.tsx';
import { useViewState } from '../view-state.ts';
import { postingWayAfter } from './failure-ways.ts';
import styles from './open-posting.module.css';
import { actionWords } from './open-posting-words.ts';
import { actOnPosting } from './posting-actions.ts';
import { usePostingRun } from './posting-runs.ts';

const css = classesOf(styles);

/** Everything that can be done about an open posting; the likeliest next step first. */
export function PostingActions({ item }: { readonly item: OutboxItem }) {
  const [asking, setAsking] = useState<'reason' | 'second' | null>(null);
  const run = usePostingRun(item.session_id);
  const openSettings = useViewState((state) => state.openConnectWiseSettings);
  const way = postingWayAfter(run?.phase === 'failed' ? run.error : item.problem);
  const act = (action: OutboxAction, reason?: string) => {
    setAsking(null);
    void actOnPosting(item, action, reason);
  };
  const press = (action: OutboxAction) => {
    if (action === 'close_anyway') setAsking('reason');
    else if (action === 'post_again') setAsking('second');
    else act(action);
  };
  if (asking === 'reason') {
    return (
      <ReasonForm
        onCancel={() => setAsking(null)}
        onGiven={(reason) => act('close_anyway', reason)}
      />
    );
  }
  return (
    <div className={css('actions')}>
      {way.settings && (
        <Button size="sm" onClick={openSettings}>
          Open settings
        </Button>
      )}
      {item.actions.map((action, index) => (
        <WaitButton
          key={action}
          size="sm"
          variant={index === 0 ? 'primary' : 'default'}
          label={actionWords(action, item)}
          from={index === 0 ? way.retryAt : null}
          onClick={() => press(action)}
        />
      ))}
      <ConfirmDialog
        open={asking === 'second'}
        onOpenChange={(open) => setAsking(open ? 'second' : null)}
        title="Post the note again?"
        confirmLabel="Post it again"
        onConfirm={() => act('post_again')}
      >
        If the first one did arrive after all, {item.ticket_ref} will hold the note twice
        {item.kind === 'resolve' ? ', and the customer can see both' : ''}. Both end with Ref:{' '}
        {item.reference}, so that you can find and delete one. The ticket is looked at once more
        before.
      </ConfirmDialog>
    </div>
  );
}

interface ReasonFormProps {
  readonly onCancel: () => void;
  readonly onGiven: (reason: string) => void;
}

/** Closing with the ticket left as it is takes a reason; it is kept in the history. */
function ReasonForm({ onCancel, onGiven }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const missing = asked && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setAsked(true);
    else onGiven(reason.trim());
  };
  return (
    <form className={css('reason')} onSubmit={submit} noValidate>
      <TextField
        ref={field}
        label="Why the ticket is left as it is"
        placeholder="The dispatcher closes it by hand"
        maxLength={LIMITS.override_reason}
        value={reason}
        error={missing ? 'Write the reason first; it is kept in the history.' : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={css('actions')}>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Back
        </Button>
        <Button size="sm" variant="danger" type="submit">
          Close the session
        </Button>
      </div>
    </form>
  );
}
