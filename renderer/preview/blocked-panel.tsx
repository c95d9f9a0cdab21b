import { OctagonAlert, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
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
import { FindingRow, findingKey } from './finding-row.tsx';

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
  const firm = findings.filter(({ can_override }) => !can_override);
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
            key={findingKey(finding)}
            finding={finding}
            onReveal={onReveal}
            onRepair={onRepair}
          />
        ))}
      </ul>
      {firm.length === 0 ? (
        <Override onPostAnyway={onPostAnyway} />
      ) : (
        <p className={css('firm')}>{firmWords(firm, findings.length)}</p>
      )}
    </div>
  );
}

const SECRET_RULES: ReadonlySet<string> = new Set(['X1', 'X2']);

/** Why no reason helps, and what does. */
function firmWords(firm: readonly Finding[], all: number): string {
  if (firm.some(({ rule_id }) => SECRET_RULES.has(rule_id))) {
    return 'A secret is never posted, whatever the reason: take it out of the note, then post.';
  }
  const which = all === 1 ? 'This' : firm.length === all ? 'These' : 'Part of this';
  return `${which} cannot be posted with a reason: put the note right, then post.`;
}

function Override({ onPostAnyway }: Pick<BlockedPanelProps, 'onPostAnyway'>) {
  const [reason, setReason] = useState('');
  useHoldsWords('Reason to post all the same', reason.trim() !== '');
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
