import { useMemo, useState } from 'react';
import type { Message } from '../../shared/domain/message.ts';
import { classesOf } from '../ui/class-names.ts';
import { PlainChunks } from '../ui/plain-chunks.tsx';
import styles from './message-text.module.css';
import { collapsedBody, type Inline, readPlainText } from './plain-text.ts';
import { SafeLink } from './safe-link.tsx';
import { ShowAll } from './show-all.tsx';

const css = classesOf(styles);

/** The words of the technician; long ones are cut until "Show all" is pressed. */
export function MessageText({ message }: { readonly message: Message }) {
  const [all, setAll] = useState(false);
  const cut = useMemo(() => collapsedBody(message.body), [message.body]);
  return (
    <>
      <div className={css('body')} data-message-body={message.id}>
        <PlainText body={cut === null || all ? message.body : cut} />
      </div>
      {cut !== null && <ShowAll all={all} length={message.body.length} onChange={setAll} />}
    </>
  );
}

/** Text as it was typed, with code and links told apart. */
export function PlainText({ body }: { readonly body: string }) {
  const blocks = useMemo(() => readPlainText(body), [body]);
  if (blocks === null) return <PlainChunks text={body} />;
  return blocks.map((block, index) =>
    block.type === 'code' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
      <pre key={index} className={css('code')}>
        <code>{block.text}</code>
      </pre>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
      <p key={index} className={css('text')}>
        {block.inlines.map((inline, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
          <InlineText key={at} inline={inline} />
        ))}
      </p>
    ),
  );
}

function InlineText({ inline }: { readonly inline: Inline }) {
  if (inline.type === 'code') return <code className={css('inline')}>{inline.text}</code>;
  if (inline.type === 'link') return <SafeLink url={inline.url}>{inline.text}</SafeLink>;
  return inline.text;
}
