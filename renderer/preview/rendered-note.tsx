import { useMemo } from 'react';
import { MOST_AT_ONCE, markupCost } from '../../shared/text-cost.ts';
import { classesOf } from '../ui/class-names.ts';
import { PlainChunks } from '../ui/plain-chunks.tsx';
import styles from './rendered-note.module.css';

const css = classesOf(styles);

/** A stretch of a note: lines of one kind that follow one another. */
export type NoteBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'text'; readonly text: string };

/**
 * Reads a note: headings after `## `, bullets after `- `, and text. Nothing else means anything, for
 * the PSA shows the same characters as plain text. Null for a text too costly to draw line by line.
 */
export function noteBlocks(markdown: string): readonly NoteBlock[] | null {
  if (markupCost(markdown) > MOST_AT_ONCE) return null;
  const blocks: NoteBlock[] = [];
  // Lines of one kind that follow one another.
  let run: { type: 'list' | 'text'; lines: string[] } | undefined;
  const end = () => {
    if (run?.type === 'list') blocks.push({ type: 'list', items: run.lines });
    if (run?.type === 'text') blocks.push({ type: 'text', text: run.lines.join('\n') });
    run = undefined;
  };
  for (const line of markdown.split('\n')) {
    const type = line.startsWith('- ') ? 'list' : 'text';
    const isHeading = line.startsWith('## ');
    if (isHeading || line.trim() === '' || run?.type !== type) end();
    if (isHeading) blocks.push({ type: 'heading', text: line.slice(3) });
    else if (line.trim() !== '') {
      run ??= { type, lines: [] };
      run.lines.push(type === 'list' ? line.slice(2) : line);
    }
  }
  end();
  return blocks;
}

/** A note as its reader sees it: exactly the characters that are posted. */
export function RenderedNote({ markdown }: { readonly markdown: string }) {
  const blocks = useMemo(() => noteBlocks(markdown), [markdown]);
  return (
    <div className={css('note')}>
      {blocks === null ? (
        <PlainChunks text={markdown} />
      ) : (
        blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
          <Block key={index} block={block} />
        ))
      )}
    </div>
  );
}

function Block({ block }: { readonly block: NoteBlock }) {
  switch (block.type) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'text':
      return (
        <div className={css('text')}>
          <PlainChunks text={block.text} />
        </div>
      );
  }
}
