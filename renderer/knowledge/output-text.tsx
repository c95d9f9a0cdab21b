import { Copy, Pin } from 'lucide-react';
import { useRef } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { SourceType } from '../../shared/domain/fact.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';
import { useAttachment, useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { beginningOf } from './output-words.ts';
import styles from './outputs.module.css';
import { useSelectionIn } from './use-selection-in.ts';

const css = classesOf(styles);

interface OutputTextProps {
  readonly attachment: Attachment;
  readonly sourceType: SourceType;
  readonly open: boolean;
  /** Takes several lines at a time; without it a selection is one fact. */
  readonly onLines?: (lines: string) => void;
}

/** What an output holds: to read, to copy, and to make a fact of the part that is selected. */
export function OutputText({ attachment, sourceType, open, onLines }: OutputTextProps) {
  const content = useAttachment(attachment.id);
  const box = useRef<HTMLElement>(null);
  const selected = useSelectionIn(box);
  const add = useCall('facts.add', {
    onSuccess: (fact) =>
      toast({ title: 'Fact added.', detail: fact.text.slice(0, 120), tone: 'ok' }),
    onError: (error) => toastError(error),
  });

  if (content.error) {
    const retry = { label: 'Try again', onPress: () => void content.refetch() };
    return <ErrorNotice error={content.error} action={retry} />;
  }
  if (content.data === undefined) return <p className={css('more')}>Reading…</p>;
  const text = content.data.data;
  const beginning = beginningOf(text);
  const tooLong = selected.length > LIMITS.fact;
  const copy = () =>
    invoke('app.copyText', { text }).then(
      () => toast({ title: 'Output copied.' }),
      (error: unknown) => toastError(error),
    );
  return (
    <div className={css('output')}>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keys
        tabIndex={0}
        aria-label={attachment.name}
        className={css('text')}
      >
        <pre>{beginning ?? text}</pre>
      </section>
      {beginning !== null && (
        <p className={css('more')}>Only the beginning. Copy takes all of it.</p>
      )}
      {/* A press here must not take the selection away that it is about. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed */}
      <div className={css('tools')} onMouseDown={(event) => event.preventDefault()}>
        <Button size="sm" variant="ghost" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
        {open && onLines && <MakeFactsButton text={text} selected={selected} onLines={onLines} />}
        {open && !onLines && (
          <Button
            size="sm"
            variant="ghost"
            icon={Pin}
            disabled={selected === '' || tooLong}
            busy={add.isPending}
            title={tooLong ? 'Too long for one fact.' : 'Select the lines that matter first.'}
            onClick={() =>
              add.mutate({
                session_id: attachment.session_id,
                text: selected,
                source_type: sourceType,
                source_summary: attachment.name,
              })
            }
          >
            Add as fact
          </Button>
        )}
      </div>
    </div>
  );
}

/** So many lines can be gone through one by one; of a longer output the ones that matter are selected. */
const FEW_LINES = 100;

interface MakeFactsButtonProps {
  readonly text: string;
  readonly selected: string;
  readonly onLines: (lines: string) => void;
}

function MakeFactsButton({ text, selected, onLines }: MakeFactsButtonProps) {
  const lines = selected || (text.split('\n', FEW_LINES + 1).length > FEW_LINES ? '' : text);
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={Pin}
      disabled={lines === ''}
      title={lines === '' ? 'Select the lines that matter first.' : undefined}
      onClick={() => onLines(lines)}
    >
      Add as facts…
    </Button>
  );
}
