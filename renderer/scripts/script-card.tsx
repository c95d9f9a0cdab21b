import { Copy, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { useCall } from '../bridge/queries.ts';
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

/** One script: its name, whether it ran, what came of it, its parameters with secrets left out. */
export function ScriptCard({ script, outputs, open }: ScriptCardProps) {
  const [form, setForm] = useState<'ran' | 'output' | null>(null);
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
          <MoreMenu script={script} open={open} onAddOutput={() => setForm('output')} />
        </header>
        {script.outcome && <LongText text={script.outcome} className={css('outcome')} />}
        <div className={css('meta')}>
          <Tag>{ran ? 'ran' : 'generated'}</Tag>
          {ran && script.ran_at !== null && (
            <time title={fullTime(script.ran_at)}>{shortTime(script.ran_at)}</time>
          )}
          <UsedInLines evidenceId={`script:${script.id}`} />
          {!ran && <span>not run yet, told so in the notes</span>}
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
              I ran this
            </Button>
            <DiscardButton script={script} />
          </div>
        )}
        {form === 'ran' && <MarkRan script={script} onDone={close} />}
        {form === 'output' && <AddOutput script={script} onDone={close} />}
      </div>
    </Card>
  );
}

interface MoreMenuProps {
  readonly script: ScriptGeneration;
  readonly open: boolean;
  readonly onAddOutput: () => void;
}

function MoreMenu({ script, open, onAddOutput }: MoreMenuProps) {
  const openScript = useViewState((state) => state.openScript);
  const items: MenuItem[] = [
    ...(script.body === ''
      ? []
      : [
          ...(script.template_key === null
            ? []
            : [{ label: 'Save as…', onSelect: () => void saveScript(script) }]),
          {
            label: 'Make a template of this',
            onSelect: () => openScript({ templateOf: script }),
          },
        ]),
    ...(open && script.state === 'ran' ? [{ label: 'Add output', onSelect: onAddOutput }] : []),
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

/** The values that are known still: secret ones are not. */
/** An optional value that was left empty says nothing. */
function wasGiven({ secret, value }: ScriptGeneration['parameters'][number]): boolean {
  return secret || value !== '';
}

function valuesOf({ parameters }: ScriptGeneration): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameters.flatMap(({ name, secret, value }) =>
      secret || value === null ? [] : [[name, value]],
    ),
  );
}
