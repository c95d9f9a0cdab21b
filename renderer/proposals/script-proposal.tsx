import type { ProposalState } from '../../shared/domain/proposal.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { useViewState } from '../view-state.ts';
import { DecidedLine } from './decided-line.tsx';
import type { ProposalOf } from './open-proposals.ts';
import { ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS: Readonly<Record<ProposalState, string>> = {
  open: 'Not filled in',
  confirmed: 'Added to the scripts',
  rejected: 'Rejected',
};

interface ScriptProposalProps {
  readonly proposal: ProposalOf<'script'>;
  readonly open: boolean;
}

/** A script that the copilot proposes: a template and its values, to be looked at before it is one. */
export function ScriptProposal({ proposal, open }: ScriptProposalProps) {
  const { template_key, template_name, values, reason } = proposal.proposed;
  const openScript = useViewState((state) => state.openScript);
  const { rejecting, reject } = useReject(proposal.id);
  if (proposal.state !== 'open' || !open) {
    const word = WORDS[proposal.state];
    return <DecidedLine state={proposal.state} word={word} text={template_name} />;
  }
  return (
    <ProposalCard
      kind="script"
      label="Proposed script"
      buttons={
        <>
          <Button
            size="sm"
            busy={rejecting}
            onClick={() =>
              openScript({ templateKey: template_key, values, proposalId: proposal.id })
            }
          >
            Fill in
          </Button>
          <Button size="sm" variant="ghost" busy={rejecting} onClick={reject}>
            Reject
          </Button>
        </>
      }
    >
      <p className={css('kind')}>Script</p>
      <h3 className={css('title')}>{template_name}</h3>
      {reason && <p className={css('more')}>{reason}</p>}
      <ul className={css('values')}>
        {Object.entries(values).map(([name, value]) => (
          <li key={name}>
            {name}={value}
          </li>
        ))}
      </ul>
    </ProposalCard>
  );
}
