import { ErrorBoundary } from 'react-error-boundary';
import styles from './app-frame.module.css';
import { useSnapshot } from './bridge/queries.ts';
import { KnowledgeColumn } from './knowledge/knowledge-column.tsx';
import { Lane } from './lane/lane.tsx';
import { useKnowledgeToggle } from './sessions/use-knowledge-toggle.ts';
import { classesOf } from './ui/class-names.ts';
import { Drawer } from './ui/drawer.tsx';
import { PaneError } from './ui/pane-error.tsx';

const css = classesOf(styles);

/** The lane and the knowledge column of one session. Loaded after the session list is there. */
export function OpenSession({ sessionId }: { readonly sessionId: number }) {
  const snapshot = useSnapshot(sessionId).data;
  const knowledge = useKnowledgeToggle();
  return (
    <>
      <div className={css('lane', !(knowledge.beside && snapshot) && 'wide')}>
        <ErrorBoundary FallbackComponent={PaneError}>
          <Lane sessionId={sessionId} />
        </ErrorBoundary>
      </div>
      {snapshot && knowledge.beside && (
        <aside className={css('knowledge')} aria-label="Knowledge">
          <KnowledgeColumn snapshot={snapshot} />
        </aside>
      )}
      {snapshot && !knowledge.wide && (
        <Drawer
          title="What this session holds"
          open={knowledge.shown}
          onOpenChange={(open) => open || knowledge.toggle()}
        >
          <KnowledgeColumn snapshot={snapshot} />
        </Drawer>
      )}
    </>
  );
}
