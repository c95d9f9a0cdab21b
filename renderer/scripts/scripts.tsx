import { Library, Plus, Terminal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { useSnapshot } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useViewState } from '../view-state.ts';
import { RecordRun } from './record-run.tsx';
import { ScriptCard } from './script-card.tsx';
import styles from './scripts.module.css';

interface ScriptsProps {
  readonly sessionId: number;
  readonly scripts: readonly ScriptGeneration[];
  readonly open: boolean;
  /** What is above the scripts, in place of the words for none: those that are proposed. */
  readonly children?: ReactNode;
}

const NO_OUTPUTS: readonly Attachment[] = [];

/** What was run: scripts made from templates, and those that the technician ran by hand. */
export function Scripts({ sessionId, scripts, open, children }: ScriptsProps) {
  const { knowledgeForm, openKnowledgeForm, openScript } = useViewState();
  const attachments = useSnapshot(sessionId).data?.attachments ?? NO_OUTPUTS;
  const recording = open && knowledgeForm === 'script';
  const opener = useReturnFocus<HTMLButtonElement>(recording);
  return (
    <Section
      title="Scripts"
      count={scripts.length}
      action={
        open &&
        !recording && (
          <span className={styles.actions}>
            <Button variant="ghost" size="sm" icon={Library} onClick={() => openScript()}>
              From a template
            </Button>
            <Button
              ref={opener}
              variant="ghost"
              size="sm"
              icon={Plus}
              onClick={() => openKnowledgeForm('script')}
            >
              Record a run
            </Button>
          </span>
        )
      }
    >
      {children}
      {scripts.map((script) => (
        <ScriptCard
          key={script.id}
          script={script}
          outputs={attachments.filter(({ script_id }) => script_id === script.id)}
          open={open}
        />
      ))}
      {scripts.length === 0 && !children && open && !recording && (
        <EmptyState size="inline" icon={Terminal} title="No scripts yet">
          Start from a template, or log something you already ran.
        </EmptyState>
      )}
      {scripts.length === 0 && !open && <NoneKept>No scripts ran in this session.</NoneKept>}
      {recording && <RecordRun sessionId={sessionId} onDone={() => openKnowledgeForm(null)} />}
    </Section>
  );
}
