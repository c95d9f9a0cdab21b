import { useState } from 'react';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { splitFixes } from '../knowledge/active-fix.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { clockTime } from '../ui/time.ts';
import styles from './fix-verdict.module.css';

const css = classesOf(styles);

/** Asks after a fix that was applied, where the technician is looking. Nothing without one. */
export function FixVerdict({ fixes }: { readonly fixes: readonly SuggestedFix[] }) {
  const fix = splitFixes(fixes).active;
  if (fix?.outcome !== 'applied') return null;
  const when = fix.outcome_at === null ? '' : ` ${clockTime(fix.outcome_at)}`;
  return (
    <Popover
      key={fix.id}
      title={fix.title}
      side="top"
      align="end"
      trigger={<ChipButton tone="warn">{`Fix applied${when} · did it work?`}</ChipButton>}
    >
      <Verdict fix={fix} />
    </Popover>
  );
}

function Verdict({ fix }: { readonly fix: SuggestedFix }) {
  const [reason, setReason] = useState<string>();
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: ({ outcome }) => announce(`Fix recorded as ${outcome}.`),
  });
  const record = (outcome: FixOutcome, note: string | null) =>
    setOutcome.mutate({ fix_id: fix.id, outcome, outcome_note: note });
  const error = setOutcome.error === null ? undefined : describeError(setOutcome.error);

  if (reason !== undefined) {
    return (
      <form
        className={css('failed')}
        onSubmit={(event) => {
          event.preventDefault();
          record('failed', reason);
        }}
      >
        <TextField
          label="Why did it fail?"
          hint="So that nobody tries it again."
          autoFocus
          value={reason}
          error={error}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={css('choices')}>
          <Button type="submit" variant="primary" busy={setOutcome.isPending}>
            Record as failed
          </Button>
          <Button variant="ghost" onClick={() => setReason(undefined)}>
            Back
          </Button>
        </div>
      </form>
    );
  }
  return (
    <>
      <div className={css('choices')}>
        <Button busy={setOutcome.isPending} onClick={() => record('worked', null)}>
          Worked
        </Button>
        <Button busy={setOutcome.isPending} onClick={() => record('partly', null)}>
          Partly
        </Button>
        <Button onClick={() => setReason('')}>Failed</Button>
      </div>
      {error && (
        <p role="alert" className={css('error')}>
          {error}
        </p>
      )}
    </>
  );
}
