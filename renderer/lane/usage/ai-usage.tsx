import { lazy, Suspense, useState } from 'react';
import { useAiStatus, useAiUsage } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { Popover } from '../../ui/popover.tsx';
import { useViewState } from '../../view-state.ts';
import styles from './ai-usage.module.css';
import { totalWords, unpricedWords } from './usage-words.ts';

const css = classesOf(styles);

const WhatCopilotSees = lazy(() =>
  import('./what-copilot-sees.tsx').then((module) => ({ default: module.WhatCopilotSees })),
);

type Usage = NonNullable<ReturnType<typeof useAiUsage>['data']>;

/** What the AI cost in this session, very quietly, and what it would be sent. Nothing without a key. */
export function AiUsage({ sessionId }: { readonly sessionId: number }) {
  const ready = useAiStatus().data?.state === 'ready';
  const usage = useAiUsage(sessionId, { enabled: ready }).data;
  const [open, setOpen] = useState(false);
  const [looking, setLooking] = useState(false);
  if (!ready || usage === undefined) return null;
  return (
    <>
      <Popover
        title="The AI in this session"
        side="top"
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className={css('trigger', usage.limit_reached && 'reached')}>
            {triggerWords(usage)}
          </button>
        }
      >
        <Totals usage={usage} />
        <Button
          size="sm"
          onClick={() => {
            setOpen(false);
            setLooking(true);
          }}
        >
          What the AI sees
        </Button>
      </Popover>
      <Suspense>
        {looking && <WhatCopilotSees sessionId={sessionId} onClose={() => setLooking(false)} />}
      </Suspense>
    </>
  );
}

function triggerWords({ session, limit_reached }: Usage): string {
  if (limit_reached) return 'Monthly AI limit reached';
  return session === null || session.answers === 0 ? 'No AI used yet' : totalWords(session);
}

function Totals({
  usage: { session, month, monthly_limit, limit_reached },
}: {
  readonly usage: Usage;
}) {
  return (
    <div className={css('totals')}>
      <dl>
        {session && (
          <div>
            <dt>This session</dt>
            <dd>{totalWords(session)}</dd>
          </div>
        )}
        <div>
          <dt>This month</dt>
          <dd>{totalWords(month)}</dd>
        </div>
        <div>
          <dt>Monthly limit</dt>
          <dd>{monthly_limit === null ? 'None' : `$${monthly_limit.toLocaleString('en')}`}</dd>
        </div>
      </dl>
      {limit_reached && (
        <p className={css('words')}>
          Until the month is over, nothing more is asked of the AI; all else works.{' '}
          <Button
            size="sm"
            variant="ghost"
            onClick={() => useViewState.getState().openDialog('settings')}
          >
            Change the limit
          </Button>
        </p>
      )}
      <p className={css('words')}>Estimated from list prices. The bill comes from Anthropic.</p>
      {unpricedWords(month) && <p className={css('words')}>{unpricedWords(month)}</p>}
    </div>
  );
}
