import { OctagonAlert, X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../shared/domain/note.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextField } from '../ui/text-field.tsx';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { counted } from '../ui/words.ts';
import styles from './blocked-panel.module.css';
import { FindingRows, type FindingWays, isSecret } from './findings-list.tsx';

const css = classesOf(styles);

interface BlockedPanelProps extends FindingWays {
  readonly findings: readonly Finding[];
  /** Changes with each press that was stopped. */
  readonly press: number;
  readonly onClose: () => void;
  readonly onPostAnyway: (reason: string) => void;
}

/**
 * Which findings stopped the posting, and what can be done: repair, go there, or give a reason. It is
 * under the text, not over it, so that the note can be corrected at the same time. Each press that was
 * stopped moves the focus to the first finding.
 */
export function BlockedPanel(props: BlockedPanelProps) {
  const { findings, press, onClose, onReveal, onRepair, onPostAnyway } = props;
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press, not what the list is made of
  useEffect(() => list.current?.querySelector('button')?.focus(), [press]);
  const firm = findings.filter(({ can_override }) => !can_override);
  return (
    <div className={css('panel')}>
      <div className={css('head')}>
        <OctagonAlert size={14} aria-hidden className={css('icon')} />
        <strong role="alert" className={css('words')}>
          Not posted. Fix {counted(findings.length, 'finding')} first.
        </strong>
        <IconButton icon={X} label="Back to the text" size="sm" onClick={onClose} />
      </div>
      <ul ref={list} className={css('findings')} aria-label="Blocking findings">
        <FindingRows findings={findings} onReveal={onReveal} onRepair={onRepair} />
      </ul>
      {firm.length === 0 ? (
        <Override onPostAnyway={onPostAnyway} />
      ) : (
        <p className={css('firm')}>
          {firm.some(isSecret)
            ? 'A secret can’t be posted, even with a reason. Remove it, then post.'
            : 'This can’t be posted with a reason. Fix the note, then post.'}
        </p>
      )}
    </div>
  );
}

function Override({ onPostAnyway }: Pick<BlockedPanelProps, 'onPostAnyway'>) {
  const [reason, setReason] = useState('');
  useHoldsWords('Reason for posting anyway', reason.trim() !== '');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (reason.trim() === '') setAsked(true);
    else onPostAnyway(reason.trim());
  }

  return (
    <form
      className={css('override')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (!isSubmitKey(event)) return;
        event.preventDefault();
        submit();
      }}
    >
      <div className={css('reason')}>
        <TextField
          label="Reason"
          labelHidden
          placeholder="Reason for posting anyway (kept in history)"
          maxLength={LIMITS.override_reason}
          value={reason}
          error={missing ? 'Add a reason.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="submit" variant="danger">
        Post anyway with a reason
      </Button>
    </form>
  );
}
