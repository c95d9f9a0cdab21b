import { ListPlus } from 'lucide-react';
import type { ProposalState } from '../../shared/domain/proposal.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import { DecidedLine } from './decided-line.tsx';
import type { ProposalOf } from './open-proposals.ts';
import styles from './proposals.module.css';
import { deciding } from './use-decision-focus.ts';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS: Readonly<Record<ProposalState, string>> = {
  open: 'Not checked',
  confirmed: 'Checked',
  rejected: 'Removed from the checks',
};

interface CheckProposalProps {
  readonly proposal: ProposalOf<'check'>;
  readonly open: boolean;
}

/** A check that the copilot suggests. It is on the list already, for a to-do claims nothing. */
export function CheckProposal({ proposal, open }: CheckProposalProps) {
  const { state, proposed } = proposal;
  const { instruction, check_id } = proposed;
  const { rejecting, reject } = useReject(proposal.id);
  const reopen = useCall('checks.reopen', {
    onSuccess: () => announce('Check reopened.'),
    onError: (error) => toastError(error),
  });
  if (state === 'open' && open) {
    return (
      <div className={css('added')} {...deciding('check')}>
        <ListPlus size={13} aria-hidden className={css('icon')} />
        <p className={css('said')}>
          <span className={css('word')}>Added to the checks</span> {instruction}
        </p>
        <Button size="sm" variant="ghost" busy={rejecting} onClick={reject}>
          Reject
        </Button>
      </div>
    );
  }
  const undo = state === 'rejected' && open ? () => reopen.mutate({ check_id }) : undefined;
  return <DecidedLine state={state} word={WORDS[state]} text={instruction} onUndo={undo} />;
}
