import { Tabs } from '@base-ui/react/tabs';
import { ChevronsDownUp, ChevronsUpDown, Eye, Lock, X } from 'lucide-react';
import type { NoteKind, Preview } from '../../shared/domain/note.ts';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { AUDIENCES, NOTE_TITLES } from './posting-words.ts';
import styles from './sheet-header.module.css';

const css = classesOf(styles);

export type SheetTab = 'edit' | 'rendered' | 'compare';

const TABS: readonly { readonly value: SheetTab; readonly label: string }[] = [
  { value: 'edit', label: 'Edit' },
  { value: 'rendered', label: 'Rendered' },
  { value: 'compare', label: 'Compare' },
];

interface SheetHeaderProps {
  readonly kind: NoteKind;
  readonly preview: Preview | undefined;
  readonly edited: boolean;
  readonly tall: boolean;
  readonly onToggleTall: () => void;
  readonly onClose: () => void;
}

/** What the note is, who will read it, where it came from, and the three ways to look at it. */
export function SheetHeader({
  kind,
  preview,
  edited,
  tall,
  onToggleTall,
  onClose,
}: SheetHeaderProps) {
  return (
    <header className={css('header', AUDIENCES[kind].tone)}>
      <h2 className={css('title')}>{NOTE_TITLES[kind]}</h2>
      <AudienceChip kind={kind} />
      <OriginChip preview={preview} edited={edited} />
      <div className={css('space')} />
      <Tabs.List aria-label="View of the note" className={css('tabs')}>
        {TABS.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value} className={css('tab')}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={css('buttons')}>
        <IconButton
          icon={tall ? ChevronsDownUp : ChevronsUpDown}
          label={tall ? 'Give the messages room again' : 'Give the note all the room'}
          size="sm"
          onClick={onToggleTall}
        />
        <IconButton icon={X} label="Close the preview" size="sm" onClick={onClose} />
      </div>
    </header>
  );
}

/** Who will read a note: in words, an icon and a colour. */
export function AudienceChip({ kind }: { readonly kind: NoteKind }) {
  const { tone, words } = AUDIENCES[kind];
  return (
    <Chip tone={tone} icon={tone === 'customer' ? Eye : Lock}>
      {words}
    </Chip>
  );
}

function OriginChip({
  preview,
  edited,
}: {
  readonly preview: Preview | undefined;
  readonly edited: boolean;
}) {
  if (preview === undefined) return null;
  const origin = preview.origin === 'ai' ? 'AI draft' : 'Local draft';
  const more = edited ? 'edited' : preview.from_cache ? 'from cache' : null;
  return (
    <Chip className={css('origin')} title={more === null ? origin : `${origin} · ${more}`}>
      {origin}
      {more && <span className={css('more')}> · {more}</span>}
    </Chip>
  );
}
