import { Copy } from 'lucide-react';
import type { AiRequest } from '../../shared/domain/ai.ts';
import type { TextSpan } from '../../shared/text.ts';
import { invoke } from '../bridge/client.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { counted } from '../ui/words.ts';
import styles from './what-ai-sees.module.css';

const css = classesOf(styles);

const DOUBT = 'Near a word such as “password”. Is this a secret?';

interface SentTextProps {
  readonly request: AiRequest;
  /** What is shown beside model and address: when, how much. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  readonly doubts?: readonly TextSpan[];
}

/** A request to the AI as a person can read it, in full. */
export function SentText({ request, facts = [], doubts = [] }: SentTextProps) {
  const { model, base_address, system, message, secrets_removed } = request;
  const copy = () =>
    invoke('app.copyText', { text: `${system}\n\n${message}` }).then(
      () => toast({ title: 'Text copied.', tone: 'ok' }),
      toastError,
    );
  const rows = [
    { name: 'Model', value: model },
    { name: 'Address', value: base_address },
    ...facts,
  ];
  return (
    <div className={css('request')}>
      <dl className={css('facts')}>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Disclosure label="System prompt">
        <pre className={css('text')}>{system}</pre>
      </Disclosure>
      <div className={css('head')}>
        <h3>From this session</h3>
        <span className={css('secrets')}>{secretWords(secrets_removed)}</span>
        <Button size="sm" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      {doubts.length > 0 && (
        <p className={css('doubts')}>
          <mark>{counted(doubts.length, 'place')}</mark> below may show a secret. If so, remove it
          from its fact or from the problem.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section aria-label="Text from this session" tabIndex={0} className={css('scroller')}>
        <pre className={css('text')}>
          {markedPieces(message, doubts).map((piece) => (
            <Piece key={piece.from} piece={piece} />
          ))}
        </pre>
      </section>
      <p className={css('small')}>
        Known and recognizable secrets are removed. Skim for anything we missed.
      </p>
    </div>
  );
}

function Piece({ piece }: { readonly piece: MarkedPiece }) {
  return piece.marked ? <mark title={DOUBT}>{piece.text}</mark> : piece.text;
}

function secretWords(removed: number): string {
  if (removed === 0) return 'No secrets found';
  return `${counted(removed, 'secret')} removed`;
}

interface MarkedPiece {
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marked ranges; nothing is lost, and ranges that overlap are one. */
export function markedPieces(text: string, ranges: readonly TextSpan[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let done = 0;
  const cut = (to: number, marked: boolean) => {
    const end = Math.min(to, text.length);
    if (end <= done) return;
    const last = pieces.at(-1);
    const piece = { from: done, text: text.slice(done, end), marked };
    if (last?.marked && marked) pieces.splice(-1, 1, { ...last, text: last.text + piece.text });
    else pieces.push(piece);
    done = end;
  };
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    cut(from, false);
    cut(to, true);
  }
  cut(text.length, false);
  return pieces;
}
