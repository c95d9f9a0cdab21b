import Markdown, { type Components } from 'react-markdown';
import { SafeLink } from '../lane/safe-link.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './rendered-note.module.css';

const css = classesOf(styles);

/** How links, images and tick boxes of anybody's markdown are shown. */
export const SAFE_COMPONENTS: Components = {
  a: ({ href, children }) => <SafeLink url={href}>{children}</SafeLink>,
  // Nothing is fetched: an image shows as its words.
  img: ({ alt }) => <span className={css('image')}>[image: {alt || 'no description'}]</span>,
  input: ({ checked }) => (checked ? '☑ ' : '☐ '),
};

/** Markdown as a reader sees it. Raw HTML shows as text, images as words, links ask before they open. */
export function RenderedNote({ markdown }: { readonly markdown: string }) {
  return (
    <div className={css('note')}>
      <Markdown components={SAFE_COMPONENTS}>{markdown}</Markdown>
    </div>
  );
}
