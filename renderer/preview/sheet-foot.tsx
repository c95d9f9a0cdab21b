import { CircleAlert, Eye, Lock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Consequence } from '../posting/consequence.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import type { SaveStatus } from './autosave.ts';
import styles from './sheet-foot.module.css';

const css = classesOf(styles);

interface SheetFootProps {
  readonly consequence: Consequence;
  readonly status: SaveStatus;
  readonly edited: boolean;
  readonly posting: boolean;
  readonly regenerating: boolean;
  /** Null where the button stands elsewhere at the moment. */
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
  if (state === 'saved') return edited ? 'Saved' : 'Saved, as generated';
  return edited ? 'Your draft, saved' : 'As generated';
}
