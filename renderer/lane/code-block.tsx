import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { invoke } from '../bridge/client.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { toastError } from '../ui/toast.tsx';
import styles from './code-block.module.css';

const css = classesOf(styles);

const TOLD_FOR_MS = 1_600;

interface CodeBlockProps {
  /** As it stands after the back-ticks; empty where nothing does. */
  readonly language: string;
  readonly text: string;
}

/** Code in an answer: what language it is in, and the way to the clipboard. It is only ever shown. */
export function CodeBlock({ language, text }: CodeBlockProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), TOLD_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    invoke('app.copyText', { text }).then(() => {
      setCopied(true);
      announce('The code is on the clipboard.');
    }, toastError);
  return (
    <figure className={css('block')}>
      <figcaption className={css('head')}>
        <span className={css('language')}>{language.slice(0, 24) || 'code'}</span>
        <IconButton
          icon={copied ? Check : Copy}
          label="Copy code"
          hint={copied ? 'Copied' : null}
          size="sm"
          onClick={() => void copy()}
        />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0} className={css('code')}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
