import type { NoteKind } from '../../shared/domain/note.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './note-preview.module.css';
import { NOTE_TITLES } from './posting-words.ts';

const css = classesOf(styles);

/** The sheet's place for the moment until something is known of the note. */
export function PreviewWaiting({ kind }: { readonly kind: NoteKind }) {
  return (
    <div className={css('waiting', kind)} aria-busy>
      <span className={css('words')}>{NOTE_TITLES[kind]} is being written…</span>
      <span className={css('bar', 'short')} />
      <span className={css('bar')} />
      <span className={css('bar', 'middle')} />
    </div>
  );
}
