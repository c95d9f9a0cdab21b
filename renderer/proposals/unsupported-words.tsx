import { TriangleAlert } from 'lucide-react';
import { classesOf } from '../ui/class-names.ts';
import { unsupportedWords } from './open-proposals.ts';
import styles from './proposals.module.css';

const css = classesOf(styles);

/** Warns of names, numbers and paths in a proposal that are nowhere in the session. */
export function UnsupportedWords({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className={css('unsupported')}>
      <TriangleAlert size={13} aria-hidden className={css('icon')} />
      <span>{unsupportedWords(words)}</span>
    </p>
  );
}
