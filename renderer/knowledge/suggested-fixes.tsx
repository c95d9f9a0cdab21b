import { Plus, Wrench } from 'lucide-react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { HYPOTHESIS_CONFIDENCE } from '../../shared/notes/sections.ts';
import { FixProposal } from '../proposals/fix-proposal.tsx';
import { isOvertaken, openOfKind } from '../proposals/open-proposals.ts';
import { OutcomeProposal } from '../proposals/outcome-proposal.tsx';
import { useDecisionFocus } from '../proposals/use-decision-focus.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { counted } from '../ui/words.ts';
import { useViewState } from '../view-state.ts';
import { splitFixes } from './active-fix.ts';
import { EarlierFixes } from './earlier-fixes.tsx';
import { FixCard } from './fix-card.tsx';
import styles from './knowledge-column.module.css';
import { SuggestFix } from './suggest-fix.tsx';

const css = classesOf(styles);

/** What is suspected: the active fix with its confidence and result, what the copilot proposes, and what was tried before. */
export function SuggestedFixes({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, fixes, facts, proposals } = snapshot;
  const open = session.state === 'active';
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const { active, earlier } = splitFixes(fixes);
  const suggesting = open && knowledgeForm === 'fix';
  const opener = useReturnFocus<HTMLButtonElement>(suggesting);
  const list = useDecisionFocus<HTMLDivElement>();
  const outcomes = (open ? openOfKind(proposals, 'outcome') : []).filter(
    (proposal) => !isOvertaken(proposal, fixes),
  );
  const proposed = open ? openOfKind(proposals, 'fix') : [];
  return (
    <Section
      title="Suggested fix"
      action={
        open &&
        !suggesting && (
          <Button
            ref={opener}
            variant="ghost"
            size="sm"
            icon={Plus}
            onClick={() => openKnowledgeForm('fix')}
          >
            Suggest a fix
          </Button>
        )
      }
    >
      {suggesting && (
        <SuggestFix sessionId={session.id} active={active} onDone={() => openKnowledgeForm(null)} />
      )}
      <div className={css('list')} {...list}>
        {outcomes.map((proposal) => (
          <OutcomeProposal key={proposal.id} proposal={proposal} fixes={fixes} facts={facts} open />
        ))}
        {proposed.map((proposal) => (
          <FixProposal key={proposal.id} proposal={proposal} active={active} open />
        ))}
        {active && <FixCard key={active.id} fix={active} open={open} />}
      </div>
      {!active && open && !suggesting && proposed.length === 0 && (
        <EmptyState size="inline" icon={Wrench} title="No active suggested fix">
          What will you try next? At {HYPOTHESIS_CONFIDENCE}% or higher it goes into the escalation
          as the working theory.
        </EmptyState>
      )}
      {!active && !open && <NoneKept>Closed without an active fix.</NoneKept>}
      {earlier.length > 0 && (
        <Disclosure label={`${counted(earlier.length, 'earlier fix', 'earlier fixes')}`}>
          <EarlierFixes fixes={earlier} />
        </Disclosure>
      )}
    </Section>
  );
}
