import { ListPlus } from 'lucide-react';
import { useId } from 'react';
import type { Check } from '../../shared/domain/check.ts';
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
  open: 'Not decided',
  confirmed: 'Kept',
  rejected: 'Removed from the checks',
};

interface CheckProposalProps {
  readonly proposal: ProposalOf<'check'>;
  /** Its row on the list; absent once it was rejected. */
  readonly check: Check | undefined;
  readonly open: boolean;
}

/** A check that the copilot suggests. It is on the list already, and in the notes once it is kept or done. */
export function CheckProposal({ proposal, check, open }: CheckProposalProps) {
  const id = useId();
  const { state, proposed } = proposal;
  const { instruction, check_id } = proposed;
  const { rejecting, reject } = useReject(proposal.id);
  const keep = useCall('checks.keep', {
    onSuccess: () => announce('Check kept.'),
    onError: (error) => toastError(error),
  });
  const reopen = useCall('checks.reopen', {
    onSuccess: () => announce('Check reopened.'),
    onError: (error) => toastError(error),
  });
  const busy = keep.isPending || rejecting;
  if (state === 'open' && open) {
    return (
      <div className={css('added')} {...deciding('check')}>
        <ListPlus size={13} aria-hidden className={css('icon')} />
        <p id={id} className={css('said')}>
          <span className={css('word')}>Suggested check</span> {instruction}
        </p>
        <Button
          size="sm"
          busy={busy}
          aria-describedby={id}
          onClick={() => keep.mutate({ check_id })}
        >
          Keep
        </Button>
        <Button size="sm" variant="ghost" busy={busy} aria-describedby={id} onClick={reject}>
          Reject
        </Button>
      </div>
    );
  }
  const undo = state === 'rejected' && open ? () => reopen.mutate({ check_id }) : undefined;
  const word = check?.state === 'done' ? 'Checked' : WORDS[state];
  return <DecidedLine state={state} word={word} text={instruction} onUndo={undo} />;
}
