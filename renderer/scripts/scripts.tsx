import { Plus, Terminal } from 'lucide-react';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useViewState } from '../view-state.ts';
import { RecordRun } from './record-run.tsx';
import { ScriptCard } from './script-card.tsx';

interface ScriptsProps {
  readonly sessionId: number;
  readonly scripts: readonly ScriptGeneration[];
  readonly open: boolean;
}

/** What was run: scripts made from templates, and those that the technician ran by hand. */
export function Scripts({ sessionId, scripts, open }: ScriptsProps) {
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const recording = open && knowledgeForm === 'script';
  const opener = useReturnFocus<HTMLButtonElement>(recording);
  return (
    <Section
      title="Scripts"
      count={scripts.length}
      action={
        open &&
        !recording && (
          <Button
            ref={opener}
            variant="ghost"
            size="sm"
            icon={Plus}
            onClick={() => openKnowledgeForm('script')}
          >
            I ran a script
          </Button>
        )
      }
    >
      {scripts.map((script) => (
        <ScriptCard key={script.id} script={script} open={open} />
      ))}
      {scripts.length === 0 && open && !recording && (
        <EmptyState size="inline" icon={Terminal} title="No scripts yet">
          Ran a script or a command? Note its name and what came of it; the notes tell it as run.
        </EmptyState>
      )}
      {scripts.length === 0 && !open && <NoneKept>None was run in this session.</NoneKept>}
      {recording && <RecordRun sessionId={sessionId} onDone={() => openKnowledgeForm(null)} />}
    </Section>
  );
}
