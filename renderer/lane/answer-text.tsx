import { lazy, memo, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { Message } from '../../shared/domain/message.ts';
import { useTurn } from '../bridge/use-turn.ts';
import { classesOf } from '../ui/class-names.ts';
import { PlainChunks } from '../ui/plain-chunks.tsx';
import { answerFormat, collapsedAnswer } from './answer-format.ts';
import styles from './answer-text.module.css';
import { ShowAll } from './show-all.tsx';
import { useThrottled } from './use-throttled.ts';

const css = classesOf(styles);

/** What reads markdown is fetched when there is some. */
const AnswerMarkdown = lazy(() =>
  import('./answer-markdown.tsx').then((module) => ({ default: module.AnswerMarkdown })),
);

/** So often an answer is drawn while it is written. */
const DRAW_EVERY_MS = 170;

/** The words of the copilot: as they come, and as they stayed. */
export function AnswerText({ message }: { readonly message: Message }) {
  const [all, setAll] = useState(false);
  const writing = message.state === 'streaming';
  const live = useTurn(message.session_id, (turn) =>
    turn?.message_id === message.id ? turn.text : '',
  );
  // What the session has may be ahead of what came to this window, right after a reload.
  const isLive = writing && live.length >= message.body.length;
  const text = useThrottled(isLive ? live : message.body, DRAW_EVERY_MS, writing);
  const cut = useMemo(() => (writing ? null : collapsedAnswer(text)), [writing, text]);
  // A long text that is finished is drawn part by part, between what else the window has to do.
  const shown = useDeferredValue(cut === null || all ? text : cut);
  const plain = useMemo(() => answerFormat(text, writing) === 'plain', [text, writing]);
  return (
    <>
      <div data-message-body={message.id}>
        <Words text={shown} plain={plain} />
      </div>
      {plain && !writing && (
        <p className={css('remark')}>Too long to format. Shown as plain text.</p>
      )}
      {cut !== null && <ShowAll all={all} length={text.length} onChange={setAll} />}
    </>
  );
}

const Words = memo(function Words({
  text,
  plain,
}: {
  readonly text: string;
  readonly plain: boolean;
}) {
  if (text === '') return null;
  if (plain) return <PlainChunks text={text} />;
  return (
    <Suspense fallback={<PlainChunks text={text} />}>
      <AnswerMarkdown markdown={text} />
    </Suspense>
  );
});
