import { CloudOff, Sparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AiFailure } from '../../shared/domain/note.ts';
import { useCall, useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { useViewState } from '../view-state.ts';
import { wayAfterFailure } from './ai-words.ts';
import { FailureActions } from './failure-actions.tsx';
import { Strip } from './strip.tsx';

interface SubstituteStripProps {
  readonly failure: AiFailure;
  readonly onRetry: () => void;
}

/** Why the note was written on this machine although the AI was asked, and the way to ask again. */
export function SubstituteStrip({ failure, onRetry }: SubstituteStripProps) {
  if (failure.code === 'NOT_CONFIGURED') return <NoKeyHint />;
  return (
    <Strip
      icon={CloudOff}
      tone="trouble"
      actions={<FailureActions way={wayAfterFailure(failure)} onRetry={onRetry} />}
    >
      <strong>Written on this machine.</strong> {failure.message}
    </Strip>
  );
}

/** Said once, in the first note that is drafted without a key; then never again. */
function NoKeyHint() {
  const settings = useSettings().data;
  const openDialog = useViewState((state) => state.openDialog);
  const remember = useCall('settings.update');
  const [shown, setShown] = useState(false);
  const isNew = settings?.ai_hint_seen === false;
  const { mutate } = remember;
  useEffect(() => {
    if (!isNew) return;
    // It stays for this look at the note; the next one goes without.
    setShown(true);
    mutate({ ai_hint_seen: true });
  }, [isNew, mutate]);
  if (!shown) return null;
  return (
    <Strip
      icon={Sparkles}
      tone="quiet"
      actions={
        <>
          <Button size="sm" variant="ghost" onClick={() => setShown(false)}>
            Got it
          </Button>
          <Button size="sm" onClick={() => openDialog('settings')}>
            Set it up
          </Button>
        </>
      }
    >
      <strong>Notes are drafted on this machine.</strong> With an Anthropic API key Claude writes
      them, from the same facts.
    </Strip>
  );
}
