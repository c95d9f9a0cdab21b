import { Copy, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Tag } from '../ui/tag.tsx';
import { fullTime, shortTime } from '../ui/time.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import { WordingForm } from '../ui/wording-form.tsx';
import { useViewState } from '../view-state.ts';
import { MarkRan } from './mark-ran.tsx';
import { AddOutput } from './output/add-output.tsx';
import { ScriptOutputs } from './output/script-outputs.tsx';
import { copyScript, saveScript } from './script-actions.ts';
import styles from './script-card.module.css';
import { effectWords } from './script-words.ts';

const css = classesOf(styles);

interface ScriptCardProps {
  readonly script: ScriptGeneration;
  /** What it printed, as it was pasted. */
  readonly outputs: readonly Attachment[];
  readonly open: boolean;
}

/** One script: its name, whether it ran, its result, its parameters with secrets left out. */
export function ScriptCard({ script, outputs, open }: ScriptCardProps) {
  const [form, setForm] = useState<'ran' | 'output' | 'wording' | null>(null);
  const { lit, handlers } = useHighlight(`script:${script.id}`);
  const ran = script.state === 'ran';
  const close = () => setForm(null);
  return (
    <Card tentative={!ran} lit={lit} {...handlers}>
      <div className={css('stack')}>
        <header className={css('head')}>
          <h3 className={css('name')}>{script.name}</h3>
          {script.body !== '' && (
            <IconButton
              size="sm"
              icon={Copy}
              label="Copy script"
              onClick={() => void copyScript(script)}
            />
          )}
          <MoreMenu script={script} open={open} onForm={setForm} />
        </header>
        {script.outcome && <LongText text={script.outcome} className={css('outcome')} />}
        {script.customer_outcome && form !== 'wording' && (
          <LongText text={`Customer: ${script.customer_outcome}`} className={css('outcome')} />
        )}
        <div className={css('meta')}>
          {ran && <Tag>ran</Tag>}
          {ran && script.ran_at !== null && (
            <time title={fullTime(script.ran_at)}>{shortTime(script.ran_at)}</time>
          )}
          <UsedInLines evidenceId={`script:${script.id}`} />
          {!ran && <span>Not run yet</span>}
          {script.parameters.filter(wasGiven).map((parameter) => (
            <span key={parameter.name} className={css('parameter')}>
              {parameter.name}={parameter.secret ? '•••' : parameter.value}
            </span>
          ))}
        </div>
        {script.changes_system && <p className={css('effect')}>{effectWords(script)}</p>}
        {script.body !== '' && (
          <Disclosure label="Script">
            <pre className={css('body')}>{script.body}</pre>
          </Disclosure>
        )}
        <ScriptOutputs script={script} outputs={outputs} open={open} />
        {open && !ran && form === null && (
          <div className={css('actions')}>
            <Button size="sm" onClick={() => setForm('ran')}>
              Record result
            </Button>
            <DiscardButton script={script} />
          </div>
        )}
        {form === 'ran' && <MarkRan script={script} onDone={close} />}
        {form === 'wording' && <ResultWording script={script} onDone={close} />}
        {form === 'output' && <AddOutput script={script} onDone={close} />}
      </div>
    </Card>
  );
}

/** Words the result of a script for the customer. */
function ResultWording({ script, onDone }: { script: ScriptGeneration; onDone: () => void }) {
  const set = useCall('scripts.setCustomerOutcome', {
    onSuccess: () => {
      announce('Wording saved.');
      onDone();
    },
  });
  return (
    <WordingForm
      wording={script.customer_outcome}
      limit={LIMITS.script_outcome}
      field="customer_outcome"
      busy={set.isPending}
      error={set.error}
      onDone={onDone}
      onSave={(customer_outcome) => set.mutate({ generation_id: script.id, customer_outcome })}
    />
  );
}

interface MoreMenuProps {
  readonly script: ScriptGeneration;
  readonly open: boolean;
  readonly onForm: (form: 'output' | 'wording') => void;
}

function MoreMenu({ script, open, onForm }: MoreMenuProps) {
  const openScript = useViewState((state) => state.openScript);
  const items: MenuItem[] = [
    ...(script.body === ''
      ? []
      : [
          ...(script.template_key === null
            ? []
            : [{ label: 'Save as…', onSelect: () => void saveScript(script) }]),
          {
            label: 'Create a template',
            onSelect: () => openScript({ templateOf: script }),
          },
        ]),
    ...(open && script.state === 'ran'
      ? [
          { label: 'Add output', onSelect: () => onForm('output') },
          { label: 'Customer wording', onSelect: () => onForm('wording') },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={<IconButton size="sm" icon={Ellipsis} label={`More for ${script.name}`} />}
      items={items}
    />
  );
}

/** Drops a script that did not run. It can be filled in again at any time, so nobody is asked. */
function DiscardButton({ script }: { readonly script: ScriptGeneration }) {
  const { openScript } = useViewState();
  const discard = useCall('scripts.discard', {
    onSuccess: () =>
      toast({
        title: 'Script discarded.',
        ...(script.template_key === null
          ? {}
          : {
              action: {
                label: 'Fill in again',
                onPress: () =>
                  openScript({ templateKey: script.template_key, values: valuesOf(script) }),
              },
            }),
      }),
    onError: (error) => toastError(error),
  });
  return (
    <Button
      size="sm"
      variant="ghost"
      busy={discard.isPending}
      onClick={() => discard.mutate({ generation_id: script.id })}
    >
      Discard
    </Button>
  );
}

/** An optional value that was left empty says nothing. */
function wasGiven({ secret, value }: ScriptGeneration['parameters'][number]): boolean {
  return secret || value !== '';
}

/** The values that are still known: secret ones are not. */
function valuesOf({ parameters }: ScriptGeneration): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameters.flatMap(({ name, secret, value }) =>
      secret || value === null ? [] : [[name, value]],
    ),
  );
}
