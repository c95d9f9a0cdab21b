import { classesOf } from '../ui/class-names.ts';
import type { Pointed } from './evidence-extension.ts';
import type { EvidenceNames, LineTone } from './sentence-evidence.ts';
import styles from './strips.module.css';

const css = classesOf(styles);

const LEGEND: readonly { readonly tone: LineTone; readonly words: string }[] = [
  { tone: 'grounded', words: 'from facts' },
  { tone: 'statement', words: 'your words' },
  { tone: 'fixed', words: 'standard text' },
];

interface SentenceStripProps {
  readonly id: string;
  readonly pointed: Pointed | undefined;
  readonly nameOf: EvidenceNames;
}

/** What the sentence under the pointer or the caret rests on, in words; else the key to the dots. */
export function SentenceStrip({ id, pointed, nameOf }: SentenceStripProps) {
  return (
    <div id={id} className={css('strip', 'line')}>
      <span className={css('words')}>
        {pointed === undefined ? (
          LEGEND.map(({ tone, words }) => (
            <span key={tone} className={css('legend')}>
              <span className={css('dot', tone)} aria-hidden />
              {words}
            </span>
          ))
        ) : (
          <>
            <b>Line {pointed.line}</b> {pointedWords(pointed, nameOf)}
          </>
        )}
      </span>
    </div>
  );
}

function pointedWords({ sources, findings }: Pointed, nameOf: EvidenceNames): string {
  const messages = findings.map(({ message }) => message);
  const ids = new Set(sources.flatMap(({ evidence_ids }) => evidence_ids));
  const rows = [...ids].map(nameOf).filter((name) => name !== undefined);
  const own = sources.some(({ provenance }) => provenance === 'technician') ? ['your words'] : [];
  const isStandard =
    sources.length > 0 && sources.every(({ provenance }) => provenance === 'fixed');
  return [...messages, ...rows, ...own, ...(isStandard ? ['standard text'] : [])].join(' · ');
}
