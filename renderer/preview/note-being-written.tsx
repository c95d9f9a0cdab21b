import type { NoteKind } from '../../shared/domain/note.ts';
import { classesOf } from '../ui/class-names.ts';
import { type Generation, isUnderWay, type Work } from './generation.ts';
import styles from './note-being-written.module.css';
import previewStyles from './note-preview.module.css';
import sheetStyles from './note-sheet.module.css';
import { NOTE_TITLES } from './posting-words.ts';
import { OriginChip, type SheetFrame, SheetHeader } from './sheet-header.tsx';
import { WorkStrip } from './work-strip.tsx';

const css = classesOf(styles);
const sheet = classesOf(sheetStyles);
const region = classesOf(previewStyles);

interface NoteBeingWrittenProps {
  readonly frame: SheetFrame;
  readonly work: Work;
  readonly generation: Generation;
}

/** The sheet before its first text: the draft as it comes, or why it does not. */
export function NoteBeingWritten({ frame, work, generation }: NoteBeingWrittenProps) {
  const { kind } = frame;
  const progress = work.phase === 'running' ? work.progress : undefined;
  const writing = isUnderWay(work);
  if (work.phase === 'idle' || (work.phase === 'running' && !writing)) {
    return <PreviewWaiting kind={kind} />;
  }
  return (
    <div className={sheet('sheet', kind)}>
      <SheetHeader
        {...frame}
        origin={<OriginChip words={progress ? 'AI draft' : 'No draft yet'} />}
      />
      <WorkStrip
        work={work}
        hasText={false}
        onStop={() => generation.stop()}
        onRetry={() => generation.retry()}
        onUseLocal={() => generation.local()}
        onDismiss={() => generation.dismiss()}
      />
      {writing && <TextSoFar markdown={progress?.markdown ?? ''} />}
    </div>
  );
}

/**
 * Looks like the editor that takes its place, line for line, and does not scroll by itself: it is
 * read from its beginning while its end is still being written.
 */
function TextSoFar({ markdown }: { readonly markdown: string }) {
  const lines = markdown.trimEnd().split('\n');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section aria-label="The note so far" aria-busy tabIndex={0} className={css('soFar')}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <p key={index} className={css('line', line.startsWith('## ') && 'heading')}>
          {line}
          {index === lines.length - 1 && <span className={css('caret')} aria-hidden />}
        </p>
      ))}
    </section>
  );
}

/** The sheet's place for the moment until something is known of the note. */
function PreviewWaiting({ kind }: { readonly kind: NoteKind }) {
  return (
    <div className={region('waiting', kind)} aria-busy>
      <span className={region('words')}>Writing the {NOTE_TITLES[kind].toLowerCase()}…</span>
      <span className={region('bar', 'short')} />
      <span className={region('bar')} />
      <span className={region('bar', 'middle')} />
    </div>
  );
}
