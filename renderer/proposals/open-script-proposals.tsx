import type { Proposal } from '../../shared/domain/proposal.ts';
import { classesOf } from '../ui/class-names.ts';
import { openOfKind } from './open-proposals.ts';
import styles from './proposals.module.css';
import { ScriptProposal } from './script-proposal.tsx';
import { useDecisionFocus } from './use-decision-focus.ts';

const css = classesOf(styles);

/** Scripts that the copilot proposes and nobody has decided, for the list of scripts. */
export function OpenScriptProposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const open = openOfKind(proposals, 'script');
  const list = useDecisionFocus<HTMLDivElement>();
  return (
    <div className={css('column')} {...list}>
      {open.map((proposal) => (
        <ScriptProposal key={proposal.id} proposal={proposal} open />
      ))}
    </div>
  );
}
