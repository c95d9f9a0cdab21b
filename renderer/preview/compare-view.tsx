import { useMemo } from 'react';
import type { Preview } from '../../shared/domain/note.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { writeKeys } from '../ui/keys.ts';
import styles from './compare-view.module.css';
import { compareNotes, type DiffPart, type DiffRow, sameNote } from './note-diff.ts';

const css = classesOf(styles);

interface CompareViewProps {
  readonly before: string;
  readonly after: string;
  /** What each side is, in words. */
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** Said where the two read the same. */
  readonly sameWords: string;
}

/** Two versions of a note as one text: gone words struck through, new ones set off. */
export function CompareView({
  before,
  after,
  beforeLabel,
  afterLabel,
  sameWords,
}: CompareViewProps) {
  const rows = useMemo(() => compareNotes(before, after), [before, after]);
  if (rows === null) return <p className={css('nothing')}>Too long to compare line by line.</p>;
  if (sameNote(rows)) return <p className={css('nothing')}>{sameWords}</p>;
  return (
    <div className={css('compare')}>
      <p className={css('key')}>
        <del>{beforeLabel}</del>
        <ins>{afterLabel}</ins>
      </p>
      <div className={css('rows')}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <Row key={index} row={row} />
        ))}
      </div>
    </div>
  );
}

interface CompareWithGeneratedProps {
  readonly preview: Preview;
  readonly text: string;
  readonly onTake: (preview: Preview) => void;
}

/** The text beside the generated note, with the way to take that one. */
export function CompareWithGenerated({ preview, text, onTake }: CompareWithGeneratedProps) {
  return (
    <>
      <CompareView
        before={preview.markdown}
        after={text}
        beforeLabel="only in the generated note"
        afterLabel="only in yours"
        sameWords="Your text and the generated note are the same."
      />
      {preview.markdown !== text && (
        <div className={css('take')}>
          <Button size="sm" onClick={() => onTake(preview)}>
            Use the generated version
          </Button>
          <span>{writeKeys('Mod+Z')} restores yours.</span>
        </div>
      )}
    </>
  );
}

const SIGNS = { same: '', removed: '−', added: '+', changed: '±' } as const;

function Row({ row }: { readonly row: DiffRow }) {
  return (
    <div className={css('row', row.type)}>
      <span className={css('sign')} aria-hidden>
        {SIGNS[row.type]}
      </span>
      <span className={css('text', isHeading(row) && 'heading')}>
        {row.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <Part key={index} part={part} />
        ))}
      </span>
    </div>
  );
}

function Part({ part }: { readonly part: DiffPart }) {
  if (part.change === 'removed') return <del>{part.text}</del>;
  if (part.change === 'added') return <ins>{part.text}</ins>;
  return part.text;
}

function isHeading({ parts }: DiffRow): boolean {
  return parts[0]?.text.startsWith('## ') ?? false;
}
