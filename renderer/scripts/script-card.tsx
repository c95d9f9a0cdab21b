import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { invoke } from '../bridge/client.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { Tag } from '../ui/tag.tsx';
import { fullTime, shortTime } from '../ui/time.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import { MarkRan } from './mark-ran.tsx';
import styles from './script-card.module.css';

const css = classesOf(styles);

/** One script: its name, whether it ran, what came of it, its parameters with secrets left out. */
export function ScriptCard({
  script,
  open,
}: {
  readonly script: ScriptGeneration;
  readonly open: boolean;
}) {
  const [marking, setMarking] = useState(false);
  const { lit, handlers } = useHighlight(`script:${script.id}`);
  const ran = script.state === 'ran';
  const copy = () =>
    invoke('app.copyText', { text: script.body }).then(
      () => toast({ title: 'Script copied.' }),
      (error: unknown) => toastError(error),
    );
  return (
    <Card tentative={!ran} lit={lit} {...handlers}>
      <div className={css('stack')}>
        <header className={css('head')}>
          <h3 className={css('name')}>{script.name}</h3>
          {script.body !== '' && (
            <IconButton size="sm" icon={Copy} label="Copy script" onClick={() => void copy()} />
          )}
        </header>
        {script.outcome && <LongText text={script.outcome} className={css('outcome')} />}
        <div className={css('meta')}>
          <Tag>{ran ? 'ran' : 'generated'}</Tag>
          {ran && script.ran_at !== null && (
            <time title={fullTime(script.ran_at)}>{shortTime(script.ran_at)}</time>
          )}
          <UsedInLines evidenceId={`script:${script.id}`} />
          {!ran && <span>not run yet, told so in the notes</span>}
          {script.parameters.map((parameter) => (
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
        {open && !ran && !marking && (
          <Button size="sm" onClick={() => setMarking(true)}>
            Mark as run
          </Button>
        )}
        {marking && <MarkRan script={script} onDone={() => setMarking(false)} />}
      </div>
    </Card>
  );
}

/** What the run left behind, and the way back. */
function effectWords({ state, undo }: ScriptGeneration): string {
  const changed = state === 'ran' ? 'Changed the system' : 'Changes the system';
  return `${changed} · ${undo ? `undo: ${undo}` : 'how to undo it is not noted'}`;
}
