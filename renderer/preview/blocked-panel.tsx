import { OctagonAlert, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Finding } from '../../shared/domain/note.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { TextField } from '../ui/text-field.tsx';
import { counted } from '../ui/words.ts';
import styles from './blocked-panel.module.css';
import { FindingRow } from './findings-list.tsx';

const css = classesOf(styles);

interface BlockedPanelProps {
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
  readonly onReveal: (finding: Finding) => void;
  readonly onRepair: (finding: Finding) => void;
  readonly onPostAnyway: (reason: string) => void;
}

/**
 * Which findings stopped the posting, and what can be done: repair, go there, or answer for it. It
 * stands under the text, not over it, so that the note can be put right meanwhile.
 */
export function BlockedPanel(props: BlockedPanelProps) {
  const { findings, onClose, onReveal, onRepair, onPostAnyway } = props;
  const canOverride = findings.every(({ can_override }) => can_override);
  return (
    <div className={css('panel')}>
      <div className={css('head')}>
        <OctagonAlert size={14} aria-hidden className={css('icon')} />
        <strong role="alert" className={css('words')}>
          Not posted: {counted(findings.length, 'finding')}{' '}
          {findings.length === 1 ? 'blocks' : 'block'} this note.
        </strong>
        <IconButton icon={X} label="Back to the text" size="sm" onClick={onClose} />
      </div>
      <ul className={css('findings')} aria-label="What blocks the posting">
        {findings.map((finding) => (
          <FindingRow
            key={`${finding.rule_id}:${finding.from}:${finding.message}`}
            finding={finding}
            onReveal={onReveal}
            onRepair={onRepair}
          />
        ))}
      </ul>
      {canOverride ? (
        <Override onPostAnyway={onPostAnyway} />
      ) : (
        <p className={css('firm')}>
          {findings.length === 1 ? 'This' : 'One of these'} cannot be overridden: take it out of the
          note, then post.
        </p>
      )}
    </div>
  );
}

function Override({ onPostAnyway }: Pick<BlockedPanelProps, 'onPostAnyway'>) {
  const [reason, setReason] = useState('');
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
          placeholder="Why it is right to post this all the same"
          maxLength={LIMITS.override_reason}
          value={reason}
          error={missing ? 'Write the reason first; it is kept in the history.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="submit" variant="danger">
        Post anyway with a reason
      </Button>
    </form>
  );
}
