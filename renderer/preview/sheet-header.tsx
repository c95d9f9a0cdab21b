import { ChevronsDownUp, ChevronsUpDown, ScanEye, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NoteKind } from '../../shared/domain/note.ts';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TabStrip } from '../ui/tab-strip.tsx';
import { AudienceChip } from './audience-chip.tsx';
import { AUDIENCES, NOTE_TITLES } from './posting-words.ts';
import styles from './sheet-header.module.css';

const css = classesOf(styles);

export type SheetTab = 'edit' | 'rendered' | 'compare';

const TABS: readonly { readonly value: SheetTab; readonly label: string }[] = [
  { value: 'edit', label: 'Edit' },
  { value: 'rendered', label: 'Rendered' },
  { value: 'compare', label: 'Compare' },
];

/** What the frame around a note can do, whether or not the note is there. */
export interface SheetFrame {
  readonly kind: NoteKind;
  readonly tall: boolean;
  /** Null where the window is too low for anything else. */
  readonly onToggleTall: (() => void) | null;
  readonly onWhatIsSent: () => void;
  readonly onClose: () => void;
}

interface SheetHeaderProps extends SheetFrame {
  /** Where the note came from. */
  readonly origin: ReactNode;
  /** The ways to look at it, once it is there. */
  readonly tabs?: ReactNode;
}

/** What the note is, who will read it, where it came from, and the ways to look at it. */
export function SheetHeader(props: SheetHeaderProps) {
  const { kind, origin, tabs, tall, onToggleTall, onWhatIsSent, onClose } = props;
  return (
    <header className={css('header', AUDIENCES[kind].tone)}>
      <h2 className={css('title')}>{NOTE_TITLES[kind]}</h2>
      <AudienceChip kind={kind} />
      {origin}
      <div className={css('space')} />
      {tabs}
      <div className={css('buttons')}>
        <IconButton icon={ScanEye} label="What the AI sees" size="sm" onClick={onWhatIsSent} />
        {onToggleTall && (
          <IconButton
            icon={tall ? ChevronsDownUp : ChevronsUpDown}
            label={tall ? 'Restore' : 'Expand note'}
            size="sm"
            onClick={onToggleTall}
          />
        )}
        <IconButton icon={X} label="Close the preview" size="sm" onClick={onClose} />
      </div>
    </header>
  );
}

/** The three ways to look at a note. */
export function SheetTabs() {
  return <TabStrip label="View of the note" tabs={TABS} />;
}

interface OriginChipProps {
  readonly words: string;
  /** What happened to it since. */
  readonly more?: string | null;
}

/** Where the text comes from. */
export function OriginChip({ words, more = null }: OriginChipProps) {
  return (
    <Chip className={css('origin')} title={more === null ? words : `${words} · ${more}`}>
      {words}
      {more && <span className={css('more')}> · {more}</span>}
    </Chip>
  );
}
