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
import { KnownNames } from './known-names.tsx';
import { SuggestedFixes } from './suggested-fixes.tsx';
import { Summary } from './summary.tsx';

const css = classesOf(styles);

/** The record of a session: problem, facts, names, checks, fixes and scripts, beside the lane or in its drawer. */
export function KnowledgeColumn({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, scripts, proposals, names } = snapshot;
  const open = session.state === 'active';
  return (
    <ErrorBoundary FallbackComponent={PaneError} resetKeys={[session.id, session.state_version]}>
      {/* The key drops a half-made edit when another session opens. A closed session has no control
          in here that could take the focus and be scrolled by. */}
      <div className={css('column')} key={session.id} {...(open ? {} : { tabIndex: 0 })}>
        <Summary snapshot={snapshot} />
        <Facts snapshot={snapshot} />
        <KnownNames sessionId={session.id} names={names} open={open} />
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
