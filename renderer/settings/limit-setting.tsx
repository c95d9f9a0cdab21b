import { type FormEvent, useState } from 'react';
import { useAiUsage, useCall } from '../bridge/queries.ts';
import { totalWords, unpricedWords } from '../lane/usage/usage-words.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError, fieldError } from '../ui/errors.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './ai-settings.module.css';
import { readMonthlyLimit } from './monthly-limit.ts';

const css = classesOf(styles);

const NO_NUMBER = 'The limit is a whole number of US dollars, or empty for none.';

/** What the AI cost this month, and how much it may. */
export function LimitSetting({ limit }: { readonly limit: number | null }) {
  const usage = useAiUsage(null).data;
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const save = useCall('settings.update', { onSuccess: () => setTyped(undefined) });
  const saved = limit === null ? '' : `${limit}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === undefined || save.isPending) return;
    const ai_monthly_limit = readMonthlyLimit(typed);
    if (ai_monthly_limit === undefined) setProblem(NO_NUMBER);
    else save.mutate({ ai_monthly_limit });
  };
  const refused =
    save.error && (fieldError(save.error, 'ai_monthly_limit') ?? describeError(save.error));
  return (
    <form className={css('form', 'address')} onSubmit={submit} noValidate>
      <div className={css('grow')}>
        <TextField
          label="Monthly limit in US dollars"
          inputMode="numeric"
          placeholder="No limit"
          hint={usage && monthWords(usage)}
          value={typed ?? saved}
          error={problem ?? refused ?? undefined}
          onChange={(event) => {
            save.reset();
            setProblem(undefined);
            setTyped(event.target.value);
          }}
        />
      </div>
      {typed !== undefined && typed.trim() !== saved && (
        <Button type="submit" busy={save.isPending}>
          Save limit
        </Button>
      )}
    </form>
  );
}

type Usage = NonNullable<ReturnType<typeof useAiUsage>['data']>;

function monthWords({ month, limit_reached }: Usage): string {
  const used =
    month.answers === 0
      ? 'Nothing used this month.'
      : `This month: ${totalWords(month)}, estimated from list prices.`;
  const reached = limit_reached ? 'The limit is reached: nothing more is asked of the AI.' : null;
  return [used, unpricedWords(month), reached].filter(Boolean).join(' ');
}
