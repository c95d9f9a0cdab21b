import { CircleAlert, Eye, Lock, type LucideIcon, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Consequence } from '../posting/consequence.ts';
import { PostingFailure } from '../posting/posting-failure.tsx';
import { PostingTarget } from '../posting/posting-target.tsx';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import type { SaveStatus } from './autosave.ts';
import sheetStyles from './note-sheet.module.css';
import { untouchedTicketHint } from './posting-words.ts';
import styles from './sheet-foot.module.css';
import stripStyles from './strips.module.css';
import type { PostingTargetState } from './use-posting-target.ts';

const css = classesOf(styles);
const sheet = classesOf(sheetStyles);
const strip = classesOf(stripStyles);

interface SheetFootProps {
  readonly consequence: Consequence;
  readonly status: SaveStatus;
  readonly edited: boolean;
  readonly posting: boolean;
  readonly regenerating: boolean;
  /** Null where the button is elsewhere at the moment. */
  readonly onRegenerate: (() => void) | null;
  readonly onConfirm: () => void;
  /** The chip of the facts left out. */
  readonly children: ReactNode;
}

/** Whether the draft is safe, and the way out: post it, with what that does on the button. */
export function SheetFoot(props: SheetFootProps) {
  const { consequence, status, edited, posting, regenerating, onRegenerate, children } = props;
  const { words, tone, refusal, pending } = consequence;
  const { variant, icon } = LOOKS[tone];
  return (
    <footer className={css('foot')}>
      <SaveWords status={status} edited={edited} />
      {children}
      <div className={css('space')} />
      {onRegenerate && (
        <Button variant="ghost" busy={regenerating} onClick={onRegenerate}>
          Regenerate
        </Button>
      )}
      <Button
        variant={variant}
        {...(icon === undefined ? {} : { icon })}
        keys="Mod+Enter"
        className={css('confirm')}
        disabled={refusal !== null}
        busy={posting || pending}
        onClick={props.onConfirm}
      >
        <span className={css('consequence')} title={words}>
          Confirm &amp; post <span className={css('arrow')}>→</span> {words}
        </span>
      </Button>
    </footer>
  );
}

/** Amber: the customer sees it. Blue: staff alone. The words say the same. */
const LOOKS: Readonly<
  Record<
    Consequence['tone'],
    { readonly variant: NonNullable<ButtonProps['variant']>; readonly icon?: LucideIcon }
  >
> = {
  local: { variant: 'primary' },
  customer: { variant: 'customer', icon: Eye },
  internal: { variant: 'internal', icon: Lock },
};

function SaveWords({ status, edited }: { readonly status: SaveStatus; readonly edited: boolean }) {
  if (status.state === 'failed') {
    return (
      <span role="alert" className={css('save', 'failed')}>
        <CircleAlert size={13} aria-hidden className={css('icon')} />
        Not saved: {describeError(status.error)}
      </span>
    );
  }
  return <span className={css('save')}>{saveWords(status.state, edited)}</span>;
}

function saveWords(state: 'untouched' | 'saving' | 'saved', edited: boolean): string {
  if (state === 'saving') return 'Saving…';
  if (state === 'saved') return edited ? 'Saved' : 'Saved, not edited';
  return edited ? 'Your draft, saved' : 'Not edited';
}

interface SheetTargetProps {
  readonly target: PostingTargetState;
  readonly ticketRef: string | null;
  /** Why the last try came to nothing; null where there was none. */
  readonly failure: unknown;
  readonly onConfirm: () => void;
  readonly onQueue: () => void;
  readonly onKeep: () => void;
}

/** Under the text: why it was not posted, if it was tried, and where it goes. */
export function SheetTarget(props: SheetTargetProps) {
  const { target, ticketRef, failure, onConfirm, onQueue, onKeep } = props;
  const isLocal = target.plan?.local_because === 'not_connected';
  const hint = isLocal ? untouchedTicketHint(ticketRef) : null;
  return (
    <>
      {failure !== null && (
        <div className={sheet('notices')}>
          <PostingFailure error={failure} onRetry={onConfirm} onQueue={onQueue} onKeep={onKeep} />
        </div>
      )}
      <PostingTarget
        plan={target.plan}
        error={target.error}
        busy={target.busy}
        onRead={target.read}
        // A failure says it already, with the same buttons.
        onQueue={failure === null ? onQueue : null}
      />
      {hint !== null && (
        <div className={strip('strip', 'ticket')}>
          <Unplug size={14} aria-hidden className={strip('icon')} />
          <span className={strip('words')}>{hint}</span>
        </div>
      )}
    </>
  );
}
