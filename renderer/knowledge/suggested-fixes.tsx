import { Plus, Wrench } from 'lucide-react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { HYPOTHESIS_CONFIDENCE } from '../../shared/notes/sections.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { counted } from '../ui/words.ts';
import { useViewState } from '../view-state.ts';
import { splitFixes } from './active-fix.ts';
import { EarlierFixes } from './earlier-fixes.tsx';
import { FixCard } from './fix-card.tsx';
import { SuggestFix } from './suggest-fix.tsx';

interface SuggestedFixesProps {
  readonly sessionId: number;
  readonly fixes: readonly SuggestedFix[];
  readonly open: boolean;
}

/** What is suspected: the active fix with its confidence and outcome, and what was tried before. */
export function SuggestedFixes({ sessionId, fixes, open }: SuggestedFixesProps) {
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const { active, earlier } = splitFixes(fixes);
  const suggesting = open && knowledgeForm === 'fix';
  const opener = useReturnFocus<HTMLButtonElement>(suggesting);
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
        <SuggestFix
          sessionId={sessionId}
          supersedes={active?.title}
          onDone={() => openKnowledgeForm(null)}
        />
      )}
      {active && <FixCard key={active.id} fix={active} open={open} />}
      {!active && open && !suggesting && (
        <EmptyState size="inline" icon={Wrench} title="No active suggested fix">
          What would you try next, and how sure are you? From {HYPOTHESIS_CONFIDENCE} % it is named
          as the hypothesis when you escalate.
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
