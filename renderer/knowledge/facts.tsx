import { Lightbulb, Plus } from 'lucide-react';
import type { Fact } from '../../shared/domain/fact.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useViewState } from '../view-state.ts';
import { AddFact } from './add-fact.tsx';
import { FactCard } from './fact-card.tsx';

interface FactsProps {
  readonly sessionId: number;
  readonly facts: readonly Fact[];
  readonly open: boolean;
}

/** What we know: the facts in order, those the copilot proposes among them. */
export function Facts({ sessionId, facts, open }: FactsProps) {
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const adding = open && knowledgeForm === 'fact';
  const opener = useReturnFocus<HTMLButtonElement>(adding);
  return (
    <Section
      title="What we know"
      count={facts.length}
      action={
        open &&
        !adding && (
          <Button
            ref={opener}
            variant="ghost"
            size="sm"
            icon={Plus}
            onClick={() => openKnowledgeForm('fact')}
          >
            Add fact
          </Button>
        )
      }
    >
      {facts.map((fact) => (
        <FactCard key={fact.id} fact={fact} open={open} />
      ))}
      {facts.length === 0 && open && !adding && (
        <EmptyState size="inline" icon={Lightbulb} title="No facts yet">
          A fact is one thing held to be true, with where it comes from: “Mail works in the
          browser”, from a diagnostic check. The notes are written from facts alone.
        </EmptyState>
      )}
      {facts.length === 0 && !open && <NoneKept>Closed without any facts.</NoneKept>}
      {adding && <AddFact sessionId={sessionId} onDone={() => openKnowledgeForm(null)} />}
    </Section>
  );
}
