import { RotateCw, TriangleAlert } from 'lucide-react';
import type { FallbackProps } from 'react-error-boundary';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** What a pane shows when it failed: the others go on, and this one can be tried again. */
export function PaneError({ resetErrorBoundary }: FallbackProps) {
  return (
    <div role="alert" style={{ display: 'flex', height: '100%' }}>
      <EmptyState
        icon={TriangleAlert}
        title="This part of the window stopped"
        actions={
          <Button icon={RotateCw} onClick={resetErrorBoundary}>
            Show it again
          </Button>
        }
      >
        What you saved is safe. If it stops again, close and reopen the session.
      </EmptyState>
    </div>
  );
}
