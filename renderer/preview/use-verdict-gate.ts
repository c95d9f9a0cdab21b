import { useRef, useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { fixWithoutVerdict } from '../knowledge/verdict-rules.ts';
import { toast } from '../ui/toast.tsx';

/** The ways out of the sheet that a fix without a verdict stands before. */
type Way = 'confirm' | 'queue';

/**
 * Stands between the press and the posting while a fix waits for its verdict. A verdict changes what
 * the note tells, so nothing is posted with it: the note is made anew and confirmed by another press.
 * Whoever goes on without one is not asked again about that fix.
 */
export function useVerdictGate(
  fixes: readonly SuggestedFix[],
  posting: Readonly<Record<Way, () => void>>,
) {
  const fix = fixWithoutVerdict(fixes);
  const waived = useRef<number>(undefined);
  const [asking, setAsking] = useState<{ readonly fixId: number; readonly way: Way } | null>(null);

  const pass = (way: Way) => () => {
    if (fix === undefined || waived.current === fix.id) posting[way]();
    else setAsking({ fixId: fix.id, way });
  };

  return {
    confirm: pass('confirm'),
    queue: pass('queue'),
    question: {
      fix,
      open: asking !== null && asking.fixId === fix?.id,
      onSaid: () => {
        setAsking(null);
        toast({
          title: 'Verdict kept. Nothing was posted.',
          detail: 'The note is made anew with it: read it, then confirm.',
        });
      },
      onWithout: () => {
        waived.current = asking?.fixId;
        setAsking(null);
        // What goes out is the text that is shown now.
        if (asking !== null) posting[asking.way]();
      },
      onClose: () => setAsking(null),
    },
  };
}
