import { type ReactNode, type Ref, useId } from 'react';
import type { ProposalKind } from '../../shared/domain/proposal.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './proposals.module.css';
import { deciding } from './use-decision-focus.ts';

const css = classesOf(styles);

interface ProposalCardProps {
  readonly kind: ProposalKind;
  /** What is proposed, for screen readers: `Proposed fact`. */
  readonly label: string;
  /** What stands beside the buttons in quiet type: a source type, what kind of thing it is. */
  readonly aside?: ReactNode;
  /** So much is said that the buttons stand below it. */
  readonly long?: boolean;
  /** The decision. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** Something that the copilot proposes: dashed, since nothing of it counts yet. */
export function ProposalCard(props: ProposalCardProps) {
  const { kind, label, aside, long = false, buttons, children } = props;
  return (
    <Card tentative aria-label={label} {...deciding(kind)}>
      <div className={css('card', long && 'long')}>
        <div className={css('said')}>{children}</div>
        <div className={css('decision')}>
          {aside}
          <div className={css('buttons')}>{buttons}</div>
        </div>
      </div>
    </Card>
  );
}

interface DecisionButtonsProps {
  /** What the buttons speak of, read after their names. */
  readonly about: string;
  readonly confirming: boolean;
  readonly rejecting: boolean;
  readonly onConfirm: () => void;
  readonly onEdit: () => void;
  readonly onReject: () => void;
  /** The button that opens the form, to have the focus back after it. */
  readonly editRef?: Ref<HTMLButtonElement>;
}

/** Confirm, edit, reject. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { about, confirming, rejecting, onConfirm, onEdit, onReject, editRef } = props;
  const id = useId();
  const busy = confirming || rejecting;
  return (
    <>
      <span id={id} hidden>
        {about}
      </span>
      <Button size="sm" busy={busy} aria-describedby={id} onClick={onConfirm}>
        Confirm
      </Button>
      <Button
        ref={editRef}
        size="sm"
        variant="ghost"
        busy={busy}
        aria-describedby={id}
        onClick={onEdit}
      >
        Edit
      </Button>
      <Button size="sm" variant="ghost" busy={busy} aria-describedby={id} onClick={onReject}>
        Reject
      </Button>
    </>
  );
}
