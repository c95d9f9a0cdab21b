import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { ResultForm } from '../knowledge/result-form.tsx';
import { canBeRecorded } from '../knowledge/result-rules.ts';
import { type FormResult, proposedCause } from '../knowledge/result-values.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { LongText } from '../ui/long-text.tsx';
import sectionStyles from '../ui/section.module.css';
import { toastError } from '../ui/toast.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { FIX_OUTCOME_WORDS } from '../ui/words.ts';
import { DecidedLine } from './decided-line.tsx';
import { isOvertaken, type ProposalOf, unsupportedIn } from './open-proposals.ts';
import { DecisionButtons, ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { UnsupportedWords } from './unsupported-words.tsx';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS = { open: 'Not decided', confirmed: 'Recorded', rejected: 'Rejected' } as const;

interface OutcomeProposalProps {
  readonly proposal: ProposalOf<'outcome'>;
  readonly fixes: readonly SuggestedFix[];
  readonly facts: readonly Fact[];
  readonly open: boolean;
}

/** The result that a fix seems to have, with what was done and the cause, to confirm or correct. */
export function OutcomeProposal({ proposal, fixes, facts, open }: OutcomeProposalProps) {
  const { fix_id, fix_title, outcome, note, done, cause, unsupported } = proposal.proposed;
  const fix = fixes.find(({ id }) => id === fix_id);
  const [editing, setEditing] = useState(false);
  const editor = useReturnFocus<HTMLButtonElement>(editing);
  const { rejecting, reject } = useReject(proposal.id);
  const record = useCall('fixes.setOutcome', {
    onSuccess: () => announce(`Result saved: ${FIX_OUTCOME_WORDS[outcome].toLowerCase()}.`),
    onError: (error) => toastError(error),
  });
  const word = FIX_OUTCOME_WORDS[outcome];
  const overtaken = proposal.state === 'open' && isOvertaken(proposal, fixes);
  if (proposal.state !== 'open' || !open || overtaken || fix === undefined) {
    return (
      <DecidedLine
        state={proposal.state}
        word={overtaken ? 'Settled by your result' : WORDS[proposal.state]}
        text={`${word}: ${fix_title}`}
      />
    );
  }
  if (editing) {
    const close = () => setEditing(false);
    return (
      <div className={sectionStyles.form}>
        <ResultForm
          fix={fix}
          result={formResult(outcome)}
          proposal={{ id: proposal.id, note, done, cause }}
          onSaved={close}
          onCancel={close}
        />
      </div>
    );
  }
  const said = [note, done, cause].filter((words) => words !== null).join('\n');
  const confirm = () =>
    record.mutate({
      fix_id,
      outcome,
      outcome_note: note,
      ...(done === null ? {} : { done }),
      cause: proposedCause(cause, facts),
      proposal_id: proposal.id,
    });
  return (
    <ProposalCard
      kind="outcome"
      label="Proposed result"
      buttons={
        <DecisionButtons
          about={`${word}: ${fix_title}`}
          confirming={record.isPending}
          rejecting={rejecting}
          onConfirm={() => (canBeRecorded(outcome, note) ? confirm() : setEditing(true))}
          onEdit={() => setEditing(true)}
          onReject={reject}
          editRef={editor}
        />
      }
    >
      <p className={css('kind')}>Result of “{fix_title}”</p>
      <h3 className={css('title')}>{word}</h3>
      {note && <LongText text={note} className={css('more')} />}
      {done && <p className={css('more')}>Done: {done}</p>}
      {cause && <p className={css('more')}>Cause: {cause}</p>}
      <UnsupportedWords words={unsupportedIn(said, unsupported)} />
    </ProposalCard>
  );
}

/** What the form starts with; a fix that was only said to be applied is asked for its result. */
function formResult(outcome: ProposalOf<'outcome'>['proposed']['outcome']): FormResult {
  switch (outcome) {
    case 'worked':
    case 'partly':
    case 'failed':
    case 'pending':
      return outcome;
    case 'proposed':
    case 'applied':
    case 'dismissed':
      return 'worked';
  }
}
