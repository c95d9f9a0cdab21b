import { useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { canBeRecorded } from '../knowledge/verdict-rules.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { LongText } from '../ui/long-text.tsx';
import { toastError } from '../ui/toast.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { FIX_OUTCOME_WORDS } from '../ui/words.ts';
import { DecidedLine } from './decided-line.tsx';
import { isOvertaken, type ProposalOf } from './open-proposals.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { DecisionButtons, ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS = { open: 'Not decided', confirmed: 'Recorded', rejected: 'Rejected' } as const;

interface OutcomeProposalProps {
  readonly proposal: ProposalOf<'outcome'>;
  readonly fixes: readonly SuggestedFix[];
  readonly open: boolean;
}

/** What seems to have come of a fix. Confirming it is the technician's own verdict. */
export function OutcomeProposal({ proposal, fixes, open }: OutcomeProposalProps) {
  const { fix_id, fix_title, outcome, note } = proposal.proposed;
  const [editing, setEditing] = useState(false);
  const editor = useReturnFocus<HTMLButtonElement>(editing);
  const { rejecting, reject } = useReject(proposal.id);
  const record = useCall('fixes.setOutcome', {
    onSuccess: () => announce(`Outcome recorded: ${FIX_OUTCOME_WORDS[outcome].toLowerCase()}.`),
    onError: (error) => toastError(error),
  });
  const word = FIX_OUTCOME_WORDS[outcome];
  const overtaken = proposal.state === 'open' && isOvertaken(proposal, fixes);
  if (proposal.state !== 'open' || !open || overtaken) {
    return (
      <DecidedLine
        state={proposal.state}
        word={overtaken ? 'Settled by your verdict' : WORDS[proposal.state]}
        text={`${word}: ${fix_title}`}
      />
    );
  }
  if (editing) return <OutcomeForm proposal={proposal} onDone={() => setEditing(false)} />;
  const complete = canBeRecorded(outcome, note);
  const confirm = () =>
    record.mutate({ fix_id, outcome, outcome_note: note, proposal_id: proposal.id });
  return (
    <ProposalCard
      kind="outcome"
      label="Proposed outcome"
      buttons={
        <DecisionButtons
          about={`${word}: ${fix_title}`}
          confirming={record.isPending}
          rejecting={rejecting}
          onConfirm={() => (complete ? confirm() : setEditing(true))}
          onEdit={() => setEditing(true)}
          onReject={reject}
          editRef={editor}
        />
      }
    >
      <p className={css('kind')}>Outcome of “{fix_title}”</p>
      <h3 className={css('title')}>{word}</h3>
      {note && <LongText text={note} className={css('more')} />}
    </ProposalCard>
  );
}
