import { useRef, useState } from 'react';
import type { Session } from '../../shared/domain/session.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import sectionStyles from '../ui/section.module.css';
import { TextArea } from '../ui/text-field.tsx';
import { toastError } from '../ui/toast.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { DecidedLine } from './decided-line.tsx';
import { type ProposalOf, unsupportedIn } from './open-proposals.ts';
import { DecisionButtons, ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { UnsupportedWords } from './unsupported-words.tsx';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS = { open: 'Not decided', confirmed: 'Saved', rejected: 'Rejected' } as const;

interface SummaryProposalProps {
  readonly proposal: ProposalOf<'summary'>;
  readonly session: Session;
}

/** The problem in one sentence as the copilot would put it. Confirming saves it. */
export function SummaryProposal({ proposal, session }: SummaryProposalProps) {
  const { summary, customer_summary, unsupported } = proposal.proposed;
  const initial = { summary, customer: customer_summary ?? '' };
  const [edited, setEdited] = useState<typeof initial | null>(null);
  useHoldsWords('Problem in one sentence', edited !== null);
  const editor = useReturnFocus<HTMLButtonElement>(edited !== null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { rejecting, reject } = useReject(proposal.id);
  const update = useCall('sessions.update', {
    onSuccess: () => {
      setEdited(null);
      announce('Problem saved.');
    },
    onError: (error) => {
      if (edited === null) toastError(error);
    },
  });
  const values = edited ?? initial;
  const overlong = {
    summary: tooLong(values.summary, LIMITS.summary),
    customer_summary: tooLong(values.customer, LIMITS.hand_off_field),
  };
  const save = () => {
    if (update.isPending || overlong.summary || overlong.customer_summary) return;
    update.mutate({
      session_id: session.id,
      summary: values.summary,
      customer_summary: values.customer,
      proposal_id: proposal.id,
    });
  };
  const form = useFormKeys({ enterIn: box, onCancel: () => setEdited(null), onSubmit: save });
  if (proposal.state !== 'open' || session.state !== 'active') {
    return <DecidedLine state={proposal.state} word={WORDS[proposal.state]} text={summary} />;
  }
  if (edited !== null) {
    const problem = formError(update.error, ['summary', 'customer_summary']);
    return (
      <form className={sectionStyles.form} {...form}>
        {problem && <ErrorNotice error={problem} />}
        <TextArea
          ref={box}
          label="Problem in one sentence"
          rows={2}
          value={edited.summary}
          error={overlong.summary ?? fieldError(update.error, 'summary')}
          onChange={(event) => setEdited({ ...edited, summary: event.target.value })}
        />
        <TextArea
          label="Customer wording"
          aside="optional"
          rows={1}
          value={edited.customer}
          error={overlong.customer_summary ?? fieldError(update.error, 'customer_summary')}
          onChange={(event) => setEdited({ ...edited, customer: event.target.value })}
        />
        <FormFoot
          submitLabel="Confirm"
          keys="Enter"
          busy={update.isPending}
          onCancel={() => setEdited(null)}
        />
      </form>
    );
  }
  return (
    <ProposalCard
      kind="summary"
      label="Proposed summary"
      long
      buttons={
        <DecisionButtons
          about={summary}
          confirming={update.isPending}
          rejecting={rejecting}
          onConfirm={save}
          onEdit={() => setEdited(initial)}
          onReject={reject}
          editRef={editor}
        />
      }
    >
      <p className={css('kind')}>
        Problem in one sentence{session.summary !== '' && `, replaces “${session.summary}”`}
      </p>
      <p>{summary}</p>
      {customer_summary && <p className={css('more')}>Customer: {customer_summary}</p>}
      <UnsupportedWords
        words={unsupportedIn(`${summary}\n${customer_summary ?? ''}`, unsupported)}
      />
    </ProposalCard>
  );
}
