import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { useConnectionTest } from '../../bridge/psa-queries.ts';
import { Announced } from '../../ui/announced.tsx';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import styles from './connectwise-settings.module.css';

const css = classesOf(styles);

type Report = CallOutput<'psa.test'>;
type StepName = Report['steps'][number]['name'];

const STEP_WORDS: Readonly<Record<StepName, string>> = {
  address: 'Address',
  company: 'Company',
  keys: 'Keys',
  rights: 'Rights',
};
const STEP_NAMES = Object.keys(STEP_WORDS) as StepName[];

/** Tests the connection on a press, and tells address, company, keys and rights apart. */
export function ConnectionReport({ ready }: { readonly ready: boolean }) {
  const test = useConnectionTest();
  return (
    <div className={css('test')}>
      <div className={css('testHead')}>
        <span className={css('small')}>
          {test.isFetching ? (
            <Announced words="Asking ConnectWise…" />
          ) : (
            test.data && <Announced words={outcomeWords(test.data)} />
          )}
        </span>
        <Button
          size="sm"
          disabled={!ready}
          busy={test.isFetching}
          onClick={() => void test.refetch()}
        >
          Test connection
        </Button>
      </div>
      {test.error && !test.isFetching && <ErrorNotice error={test.error} />}
      {test.data && !test.isFetching && <Steps report={test.data} />}
    </div>
  );
}

function outcomeWords({ ok }: Report): string {
  return ok ? 'The connection works.' : 'The connection does not work yet.';
}

function Steps({ report }: { readonly report: Report }) {
  return (
    <ul className={css('steps')} aria-label="What the test found">
      {STEP_NAMES.map((name) => {
        const step = report.steps.find((taken) => taken.name === name);
        const state = step === undefined ? 'notReached' : step.ok ? 'good' : 'bad';
        const Icon = { notReached: CircleDashed, good: CircleCheck, bad: CircleAlert }[state];
        return (
          <li key={name} className={css('step')}>
            <Icon size={14} aria-hidden className={css('icon', state)} />
            <strong>{STEP_WORDS[name]}</strong>
            <span className={css('message', state)}>{step?.message ?? 'Not looked at.'}</span>
          </li>
        );
      })}
    </ul>
  );
}
