import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { openOfKind } from '../proposals/open-proposals.ts';
import { SummaryProposal } from '../proposals/summary-proposal.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/section.module.css';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';

/** The problem in one sentence, as the notes say it, and what the customer reads in its place. */
export function Summary({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, proposals } = snapshot;
  const { summary, customer_summary } = session;
  const open = session.state === 'active';
  const kept = { summary, customer_summary: customer_summary ?? '' };
  const { values, set, clear } = useUnsaved(`summary:${session.id}`, kept);
  const [worded, setWorded] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const update = useCall('sessions.update', {
    onSuccess: () => {
      announce('Problem saved.');
      clear();
      box.current?.blur();
    },
  });
  const overlong = {
    summary: tooLong(values.summary, LIMITS.summary),
    customer_summary: tooLong(values.customer_summary, LIMITS.hand_off_field),
  };
  const changed =
    values.summary !== kept.summary || values.customer_summary !== kept.customer_summary;
  const problem = formError(update.error, ['summary', 'customer_summary']);
  const leave = () => {
    clear();
    update.reset();
  };
  const form = useFormKeys({
    enterIn: box,
    onCancel: leave,
    onSubmit() {
      if (!changed || update.isPending || overlong.summary || overlong.customer_summary) return;
      update.mutate({
        session_id: session.id,
        summary: values.summary,
        customer_summary: values.customer_summary,
      });
    },
  });
  if (!open && summary === '') return null;
  const versions = worded || values.customer_summary !== '';
  return (
    <section aria-label="Problem in one sentence" className={styles.section}>
      {open &&
        openOfKind(proposals, 'summary').map((proposal) => (
          <SummaryProposal key={proposal.id} proposal={proposal} session={session} />
        ))}
      <form className={styles.quiet} {...form}>
        {problem && <ErrorNotice error={problem} />}
        <TextArea
          ref={box}
          label="Problem in one sentence"
          placeholder="e.g. Outlook asked for a password after the migration."
          rows={1}
          maxRows={4}
          readOnly={!open}
          value={values.summary}
          error={overlong.summary ?? fieldError(update.error, 'summary')}
          onChange={(event) => set('summary', event.target.value)}
        />
        {versions && (
          <TextArea
            label="Customer wording"
            aside="optional"
            placeholder="Without internal names"
            rows={1}
            maxRows={4}
            readOnly={!open}
            value={values.customer_summary}
            error={overlong.customer_summary ?? fieldError(update.error, 'customer_summary')}
            onChange={(event) => set('customer_summary', event.target.value)}
          />
        )}
        {open && !versions && values.summary !== '' && (
          <Button
            size="sm"
            variant="ghost"
            icon={Plus}
            className={styles.start}
            onClick={() => setWorded(true)}
          >
            Customer wording
          </Button>
        )}
        {changed && (
          <FormFoot submitLabel="Save" keys="Enter" busy={update.isPending} onCancel={leave} />
        )}
      </form>
    </section>
  );
}
