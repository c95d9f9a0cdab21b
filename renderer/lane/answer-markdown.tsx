import { type ComponentProps, memo } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import noteStyles from '../preview/rendered-note.module.css';
import { classesOf, joinClasses } from '../ui/class-names.ts';
import { PlainChunks } from '../ui/plain-chunks.tsx';
import styles from './answer-text.module.css';
import { CodeBlock } from './code-block.tsx';
import { isTame, markdownParts } from './markdown-parts.ts';
import { SafeLink } from './safe-link.tsx';

const note = classesOf(noteStyles);
const css = classesOf(styles);

/** Two lines at least that begin with a bar, the first of which ends with one. */
const TABLE = /^\|.*\|[ \t]*\n\|/;

const components: Components = {
  a: ({ href, children }) => <SafeLink url={href}>{children}</SafeLink>,
  // Nothing is fetched: an image shows as its words.
  img: ({ alt }) => <span className={css('image')}>[image: {alt || 'no description'}]</span>,
  input: ({ checked }) => (checked ? '☑ ' : '☐ '),
  pre: Pre,
  p: Paragraph,
};

/** An answer of the copilot as a reader sees it. Raw HTML shows as text, and nothing is fetched. */
export function AnswerMarkdown({ markdown }: { readonly markdown: string }) {
  return (
    <div className={joinClasses(note('note'), css('answer'))}>
      {markdownParts(markdown).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <Part key={index} markdown={part} />
      ))}
    </div>
  );
}

/** Read again only when its own words change. What cannot be read as markdown is shown as it is. */
const Part = memo(function Part({ markdown }: { readonly markdown: string }) {
  const asItIs = <PlainChunks text={markdown} />;
  if (!isTame(markdown)) return asItIs;
  return (
    <ErrorBoundary fallback={asItIs} resetKeys={[markdown]}>
      <Markdown components={components}>{markdown}</Markdown>
    </ErrorBoundary>
  );
});

/** Tables are no markdown of their own here: their lines stay lines, in letters of one width. */
function Paragraph({ node, children }: ComponentProps<'p'> & ExtraProps) {
  const first = node?.children[0];
  const isTable = first?.type === 'text' && TABLE.test(first.value);
  return <p className={css(isTable && 'table')}>{children}</p>;
}

function Pre({ node, children }: ComponentProps<'pre'> & ExtraProps) {
  const code = node?.children[0];
  if (code?.type !== 'element') return <pre>{children}</pre>;
  const text = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const names = code.properties.className;
  const name = Array.isArray(names) ? String(names[0] ?? '') : '';
  return <CodeBlock language={name.replace(/^language-/, '')} text={text.replace(/\n$/, '')} />;
}
