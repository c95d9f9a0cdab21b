import { X } from 'lucide-react';
import { useState } from 'react';
import type { Check } from '../../shared/domain/check.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { CheckResult } from './check-result.tsx';
import styles from './checks.module.css';
import { nameOf } from './fact-rules.ts';

const css = classesOf(styles);

interface CheckRowProps {
  readonly check: Check;
  /** The fact that holds its result; absent where it is open, or the fact was deleted. */
  readonly result: Fact | undefined;
  readonly open: boolean;
}

/** One check: what to run and what its result would mean. Its fact says what it showed. */
export function CheckRow({ check, result, open }: CheckRowProps) {
  const [ticking, setTicking] = useState(false);
  const row = useReturnFocus<HTMLLIElement>(ticking);
  const { handlers } = useHighlight(result === undefined ? '' : `fact:${result.id}`);
  const done = check.state === 'done';
  const suggested = !done && check.status === 'proposed';
  const keep = useCall('checks.keep', {
    onSuccess: () => {
      announce('Check kept.');
      // Its button goes with the press.
      row.current?.focus();
    },
    onError: (error) => toastError(error),
  });
  const reopen = useCall('checks.reopen', { onError: (error) => toastError(error) });
  const drop = useCall('checks.drop', {
    onSuccess: () =>
      toast({
        title: 'Check removed.',
        detail: check.instruction.slice(0, 120),
        action: { label: 'Undo', onPress: () => reopen.mutate({ check_id: check.id }) },
      }),
    onError: (error) => toastError(error),
  });

  function tick(checked: boolean) {
    if (checked) return setTicking(true);
    reopen.mutate(
      { check_id: check.id },
      {
        onSuccess: () => {
          announce(`Check reopened.${result === undefined ? '' : ' Its fact stays.'}`);
        },
      },
    );
  }

  if (ticking) {
    return (
      <li>
        <CheckResult check={check} onDone={() => setTicking(false)} />
      </li>
    );
  }
  return (
    <li ref={row} tabIndex={-1} className={css('check', done && 'done')} {...handlers}>
      <Checkbox
        label={<span className={css('instruction')}>{check.instruction}</span>}
        checked={done}
        disabled={!open || reopen.isPending}
        onChange={tick}
      >
        {done && result && <p className={css('result')}>Result added to facts</p>}
        {!done && check.meaning && <LongText text={check.meaning} className={css('meaning')} />}
        {suggested && (
          <p className={css('suggested')}>
            suggested, not in the notes
            {open && (
              <Button
                size="sm"
                busy={keep.isPending}
                aria-label={`Keep check: ${nameOf(check.instruction)}`}
                onClick={() => keep.mutate({ check_id: check.id })}
              >
                Keep
              </Button>
            )}
          </p>
        )}
      </Checkbox>
      {open && !done && (
        <IconButton
          size="sm"
          icon={X}
          label={`Remove check: ${nameOf(check.instruction)}`}
          hint="Remove check"
          className={css('drop')}
          onClick={() => drop.mutate({ check_id: check.id })}
        />
      )}
    </li>
  );
}
