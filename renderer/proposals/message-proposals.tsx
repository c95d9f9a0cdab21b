import type { Proposal } from '../../shared/domain/proposal.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { splitFixes } from '../knowledge/active-fix.ts';
import { classesOf } from '../ui/class-names.ts';
import { CheckProposal } from './check-proposal.tsx';
import { ConfirmAll } from './confirm-all.tsx';
import { FactProposal } from './fact-proposal.tsx';
import { FixProposal } from './fix-proposal.tsx';
import { HandOffProposal } from './hand-off-proposal.tsx';
import { isOfKind, proposalsOfMessage, unsupportedByFact } from './open-proposals.ts';
import { OutcomeProposal } from './outcome-proposal.tsx';
import styles from './proposals.module.css';
import { ScriptProposal } from './script-proposal.tsx';
import { SummaryProposal } from './summary-proposal.tsx';
import { useDecisionFocus } from './use-decision-focus.ts';

const css = classesOf(styles);

interface MessageProposalsProps {
  /** The answer of the copilot. */
  readonly messageId: number;
  readonly snapshot: SessionSnapshot;
}

/** What the copilot proposed with an answer, and what became of it. Nothing without proposals. */
export function MessageProposals({ messageId, snapshot }: MessageProposalsProps) {
  const proposals = proposalsOfMessage(snapshot.proposals, messageId);
  return proposals.length === 0 ? null : <ProposalList proposals={proposals} snapshot={snapshot} />;
}

interface ProposalListProps {
  readonly proposals: readonly Proposal[];
  readonly snapshot: SessionSnapshot;
}

function ProposalList({ proposals, snapshot }: ProposalListProps) {
  const { session, facts } = snapshot;
  const open = session.state === 'active';
  const ofFacts = proposals.filter((proposal) => isOfKind(proposal, 'fact'));
  const others = proposals.filter((proposal) => !isOfKind(proposal, 'fact'));
  const proposed = new Set(ofFacts.map((proposal) => proposal.proposed.fact_id));
  const show = (proposal: Proposal) => (
    <AnyProposal key={proposal.id} proposal={proposal} snapshot={snapshot} />
  );
  const list = useDecisionFocus<HTMLDivElement>();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that this list has no use for
    <div role="group" aria-label="Proposed by the copilot" className={css('list')} {...list}>
      {ofFacts.map(show)}
      {open && (
        <ConfirmAll
          sessionId={session.id}
          facts={facts.filter(({ id }) => proposed.has(id))}
          unsupported={unsupportedByFact(facts, proposals)}
        />
      )}
      {others.map(show)}
    </div>
  );
}

interface AnyProposalProps {
  readonly proposal: Proposal;
  readonly snapshot: SessionSnapshot;
}

/** One proposal of whatever kind, as a card or, once it is decided, as a line. */
function AnyProposal({ proposal, snapshot }: AnyProposalProps) {
  const { session, fixes, facts, checks } = snapshot;
  const open = session.state === 'active';
  if (isOfKind(proposal, 'fact')) {
    const fact = facts.find(({ id }) => id === proposal.proposed.fact_id);
    return <FactProposal proposal={proposal} fact={fact} open={open} />;
  }
  if (isOfKind(proposal, 'fix')) {
    const { active } = splitFixes(fixes);
    return <FixProposal proposal={proposal} active={active} open={open} />;
  }
  if (isOfKind(proposal, 'check')) {
    const check = checks.find(({ id }) => id === proposal.proposed.check_id);
    return <CheckProposal proposal={proposal} check={check} open={open} />;
  }
  if (isOfKind(proposal, 'script')) return <ScriptProposal proposal={proposal} open={open} />;
  if (isOfKind(proposal, 'outcome'))
    return <OutcomeProposal proposal={proposal} fixes={fixes} facts={facts} open={open} />;
  if (isOfKind(proposal, 'summary'))
    return <SummaryProposal proposal={proposal} session={session} />;
  if (isOfKind(proposal, 'hand_off'))
    return <HandOffProposal proposal={proposal} session={session} />;
  return null;
}
