import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall, useSnapshot } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { FIX_OUTCOME_WORDS } from '../ui/words.ts';
import styles from './result-form.module.css';
import { canBeRecorded } from './result-rules.ts';
import {
  causeChoices,
  confirmationChoices,
  doneOf,
  type FormResult,
  isFactChoice,
  type ProposedResult,
  type ResultChoice,
  resultInput,
  resultValues,
} from './result-values.ts';

const css = classesOf(styles);

const RESULTS = (['worked', 'partly', 'failed', 'pending'] as const).map((value) => ({
  value,
  label: value === 'partly' ? 'Partly' : FIX_OUTCOME_WORDS[value],
}));

/** What a result asks for beside what was done; without a note there is none to ask for. */
const NOTES: Readonly<
  Record<FormResult, { label: string; placeholder: string; missing?: string }>
> = {
  worked: { label: 'Note', placeholder: '' },
  partly: { label: 'What still fails?', placeholder: 'The shared mailbox still asks' },
  failed: {
    label: 'Why did it fail?',
    placeholder: 'The prompt came back after the restart',
    missing: 'Say in a few words why it failed.',
  },
  pending: {
    label: 'What does it wait for?',
    placeholder: 'The user is back on Monday',
    missing: 'Say what the result waits for.',
  },
};

const NO_FACTS: readonly Fact[] = [];

interface ResultFormProps {
  readonly fix: SuggestedFix;
  readonly result: FormResult;
  /** The proposal of the copilot that saving confirms. */
  readonly proposal?: ProposedResult & { readonly id: number };
  readonly onSaved: (fix: SuggestedFix) => void;
  readonly onCancel: () => void;
}

/**
 * The result of a fix: what was done, the cause, and how we know that it works. Enter goes from one
 * field to the next and saves at the last; each may be left as it is.
 */
export function ResultForm({ fix, proposal, onSaved, onCancel, ...props }: ResultFormProps) {
  const facts = useSnapshot(fix.session_id).data?.facts ?? NO_FACTS;
  const [result, setResult] = useState(props.result);
  const name = proposal === undefined ? `${fix.id}` : `${fix.id}:${proposal.id}`;
  const initial = resultValues(fix, facts, proposal);
  const { values, set, clear } = useUnsaved(`result:${name}`, initial);
  const [worded, setWorded] = useState(initial.customer_done + initial.customer_note !== '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const done = doneOf(fix);
  const isGuess = !done.isKnown && values.done === done.text;

  useEffect(() => {
    if (form.current === null) return;
    focusStep(stepsOf(form.current)[0]);
    form.current.scrollIntoView({ block: 'nearest' });
  }, []);

  const save = useCall('fixes.setOutcome', {
    onSuccess: (saved) => {
      clear();
      announce(`Result saved: ${FIX_OUTCOME_WORDS[saved.outcome].toLowerCase()}.`);
      onSaved(saved);
    },
  });
  const overlong = {
    outcome_note: tooLong(values.note, LIMITS.outcome_note),
    done: tooLong(values.done, LIMITS.outcome_note),
    customer_done: tooLong(values.customer_done, LIMITS.outcome_note),
    customer_note: tooLong(values.customer_note, LIMITS.outcome_note),
    cause: tooLong(values.cause_line, LIMITS.fact),
    confirmation: tooLong(values.confirmation_line, LIMITS.fact),
  };
  const errorOf = (field: keyof typeof overlong) =>
    overlong[field] ?? fieldError(save.error, field);
  const problem = formError(save.error, Object.keys(overlong));
  const { label, placeholder, missing } = NOTES[result];
  const isComplete = canBeRecorded(result, values.note);

  const submit = () => {
    setTried(true);
    if (!isComplete && form.current) return focusStep(stepsOf(form.current)[0]);
    if (save.isPending || Object.values(overlong).some((words) => words !== undefined)) return;
    save.mutate({ ...resultInput(fix, result, values), proposal_id: proposal?.id ?? null });
  };
  const formKeys = useFormKeys({ onCancel, onSubmit: submit });
  /** Before the fields see it: Enter would open a list, or make a line. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLFormElement>) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target, currentTarget } = event;
    if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || altKey) return;
    if (event.nativeEvent.isComposing || !(target instanceof Node)) return;
    const steps = stepsOf(currentTarget);
    const at = steps.findIndex((step) => step.contains(target));
    if (at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = steps[at + 1];
    if (next === undefined) submit();
    else focusStep(next);
  };

  const solved = result === 'worked' || result === 'partly';
  const noteField = (
    <Step key="note">
      <TextArea
        label={label}
        {...(missing === undefined ? { aside: 'optional' } : {})}
        placeholder={placeholder}
        rows={1}
        value={values.note}
        error={errorOf('outcome_note') ?? (tried && !isComplete ? missing : undefined)}
        onChange={(event) => set('note', event.target.value)}
      />
    </Step>
  );
  return (
    <form
      ref={form}
      aria-label={`Result of: ${fix.title}`}
      className={css('form')}
      {...formKeys}
      onKeyDownCapture={onKeyDownCapture}
    >
      {problem && <ErrorNotice error={problem} />}
      <SegmentedControl label="Result" value={result} options={RESULTS} onChange={setResult} />
      {!solved && noteField}
      {result === 'failed' && (
        <Step>
          <Checkbox
            label="Its change is still in place"
            checked={values.left_in_place !== ''}
            onChange={(checked) => set('left_in_place', checked ? 'yes' : '')}
          />
        </Step>
      )}
      <Step select={isGuess}>
        <TextArea
          label="What was done"
          aside="optional"
          placeholder="Cleared the stored Office sign-in"
          rows={1}
          {...(isGuess ? { hint: 'Reword it in the past tense.' } : {})}
          value={values.done}
          error={errorOf('done')}
          onChange={(event) => set('done', event.target.value)}
        />
      </Step>
      {solved && (
        <>
          <ResultFact
            label="Cause"
            lineLabel="Cause in one line"
            placeholder="A saved sign-in from before the migration"
            choice={values.cause}
            line={values.cause_line}
            options={causeChoices(facts)}
            error={errorOf('cause')}
            onChoose={(choice) => set('cause', choice)}
            onLine={(line) => set('cause_line', line)}
          />
          <ResultFact
            label="How we know it works"
            lineLabel="What showed it"
            placeholder="Outlook opened without a prompt"
            choice={values.confirmation}
            line={values.confirmation_line}
            options={confirmationChoices(facts)}
            error={errorOf('confirmation')}
            onChoose={(choice) => set('confirmation', choice)}
            onLine={(line) => set('confirmation_line', line)}
          />
        </>
      )}
      {(result === 'partly' || (result === 'worked' && initial.note !== '')) && noteField}
      {worded ? (
        <>
          <Step>
            <TextArea
              label="Customer wording"
              aside="optional"
              placeholder="What was done, without internal names"
              rows={1}
              value={values.customer_done}
              error={errorOf('customer_done')}
              onChange={(event) => set('customer_done', event.target.value)}
            />
          </Step>
          {values.note !== '' && (
            <Step>
              <TextArea
                label="Customer wording of the note"
                aside="optional"
                rows={1}
                value={values.customer_note}
                error={errorOf('customer_note')}
                onChange={(event) => set('customer_note', event.target.value)}
              />
            </Step>
          )}
        </>
      ) : (
        <Button
          size="sm"
          variant="ghost"
          icon={Plus}
          className={css('more')}
          onClick={() => setWorded(true)}
        >
          Customer wording
        </Button>
      )}
      <FormFoot
        submitLabel="Save result"
        keys="Mod+Enter"
        busy={save.isPending}
        onCancel={onCancel}
      />
    </form>
  );
}

interface ResultFactProps<Choice extends string> {
  readonly label: string;
  readonly lineLabel: string;
  readonly placeholder: string;
  readonly choice: ResultChoice;
  readonly line: string;
  readonly options: readonly { readonly value: Choice; readonly label: string }[];
  readonly error: string | undefined;
  readonly onChoose: (choice: Choice) => void;
  readonly onLine: (line: string) => void;
}

/** A fact to choose, or a line that becomes one. */
function ResultFact<Choice extends ResultChoice>(props: ResultFactProps<Choice>) {
  const { label, lineLabel, placeholder, choice, line, options, error, onChoose, onLine } = props;
  const known = options.find(({ value }) => value === choice);
  return (
    <Step>
      <Select
        label={label}
        size="sm"
        value={known?.value ?? options[0]?.value ?? ('none' as Choice)}
        options={options}
        onChange={onChoose}
      />
      {choice !== 'none' && !isFactChoice(choice) && (
        <TextArea
          label={lineLabel}
          labelHidden
          placeholder={placeholder}
          rows={1}
          value={line}
          error={error}
          onChange={(event) => onLine(event.target.value)}
        />
      )}
    </Step>
  );
}

interface StepProps {
  /** Its text is selected, to be corrected or typed over. */
  readonly select?: boolean;
  readonly children: ReactNode;
}

/** One stop on the way of Enter through the form. */
function Step({ select = false, children }: StepProps) {
  return (
    <div data-step={select ? 'select' : ''} className={css('step')}>
      {children}
    </div>
  );
}

function stepsOf(form: HTMLFormElement): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-step]')];
}

/** Gives a step the focus: its text box where it has one, with the caret behind the text. */
function focusStep(step: HTMLElement | undefined): void {
  const box = step?.querySelector('textarea');
  if (box) {
    const from = step?.dataset.step === 'select' ? 0 : box.value.length;
    box.focus();
    box.setSelectionRange(from, box.value.length);
  } else {
    step?.querySelector<HTMLElement>('input[type="checkbox"], button')?.focus();
  }
}
