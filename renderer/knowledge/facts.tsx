import { Lightbulb, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { ConfirmAll } from '../proposals/confirm-all.tsx';
import { unsupportedByFact } from '../proposals/open-proposals.ts';
import { useDecisionFocus } from '../proposals/use-decision-focus.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useViewState } from '../view-state.ts';
import { AddFact } from './add-fact.tsx';
import { FactCard } from './fact-card.tsx';
import styles from './knowledge-column.module.css';

const css = classesOf(styles);
const NONE: readonly string[] = [];

/** What we know: the facts in order, those the copilot proposes among them. */
export function Facts({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, facts, proposals, attachments } = snapshot;
  const open = session.state === 'active';
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const adding = open && knowledgeForm === 'fact';
  const opener = useReturnFocus<HTMLButtonElement>(adding);
  const list = useDecisionFocus<HTMLDivElement>();
  const unsupported = useMemo(() => unsupportedByFact(facts, proposals), [facts, proposals]);
  return (
    <Section
      title="What we know"
      // What is proposed is not known: it is counted where it can be confirmed.
      count={facts.filter(({ status }) => status === 'confirmed').length}
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
      {facts.length > 0 && (
        <div className={css('list')} {...list}>
          {open && <ConfirmAll sessionId={session.id} facts={facts} unsupported={unsupported} />}
          {facts.map((fact) => (
            <FactCard
              key={fact.id}
              fact={fact}
              unsupported={unsupported.get(fact.id) ?? NONE}
              attachments={attachments.filter(({ fact_id }) => fact_id === fact.id)}
              open={open}
            />
          ))}
        </div>
      )}
      {facts.length === 0 && open && !adding && (
        <EmptyState size="inline" icon={Lightbulb} title="No facts yet">
          A fact is one thing held to be true, with where it comes from: “Mail works in the
          browser”, from a diagnostic check. The notes are written from facts alone.
        </EmptyState>
      )}
      {facts.length === 0 && !open && <NoneKept>Closed without any facts.</NoneKept>}
      {adding && <AddFact sessionId={session.id} onDone={() => openKnowledgeForm(null)} />}
    </Section>
  );
}
