import { ErrorBoundary } from 'react-error-boundary';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { openOfKind } from '../proposals/open-proposals.ts';
import { OpenScriptProposals } from '../proposals/open-script-proposals.tsx';
import { Scripts } from '../scripts/scripts.tsx';
import { SimilarWork } from '../similar/similar-work.tsx';
import { classesOf } from '../ui/class-names.ts';
import { PaneError } from '../ui/pane-error.tsx';
import { Checks } from './checks.tsx';
import { Facts } from './facts.tsx';
import styles from './knowledge-column.module.css';
import { SuggestedFixes } from './suggested-fixes.tsx';

const css = classesOf(styles);

/** What is known, what is to be checked, what is suspected, what was run: the column beside the lane, or its drawer. */
export function KnowledgeColumn({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, scripts, proposals } = snapshot;
  const open = session.state === 'active';
  return (
    <ErrorBoundary FallbackComponent={PaneError} resetKeys={[session.id, session.state_version]}>
      {/* The key lets no half-made edit of one session stand on another. A closed session has no
          control in here that could take the focus and be scrolled by. */}
      <div className={css('column')} key={session.id} {...(open ? {} : { tabIndex: 0 })}>
        <Facts snapshot={snapshot} />
        <Checks snapshot={snapshot} />
        <SuggestedFixes snapshot={snapshot} />
        <Scripts sessionId={session.id} scripts={scripts} open={open}>
          {open && openOfKind(proposals, 'script').length > 0 && (
            <OpenScriptProposals proposals={proposals} />
          )}
        </Scripts>
        <SimilarWork snapshot={snapshot} />
      </div>
    </ErrorBoundary>
  );
}
