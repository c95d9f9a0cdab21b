import Markdown, { type Components } from 'react-markdown';
import { SafeLink } from '../lane/safe-link.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './rendered-note.module.css';

const css = classesOf(styles);

const components: Components = {
  a: ({ href, children }) => <SafeLink url={href}>{children}</SafeLink>,
  // Nothing is fetched for a note: an image shows as its words.
  img: ({ alt }) => <span className={css('image')}>[image: {alt || 'no description'}]</span>,
  input: ({ checked }) => (checked ? '☑ ' : '☐ '),
};

/** Markdown as a reader sees it. Raw HTML shows as text, images as words, links ask before they open. */
export function RenderedNote({ markdown }: { readonly markdown: string }) {
  return (
    <div className={css('note')}>
      <Markdown components={components}>{markdown}</Markdown>
    </div>
  );
}
