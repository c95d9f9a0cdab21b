import type { Finding } from '../../shared/domain/note.ts';
import { classesOf } from '../ui/class-names.ts';
import type { EvidenceNames } from './evidence-names.ts';
import { isHandOff } from './finding-groups.ts';
import type { LineMark, LineTone } from './line-evidence.ts';
import styles from './strips.module.css';

const css = classesOf(styles);

const LEGEND: readonly { readonly tone: LineTone; readonly words: string }[] = [
  { tone: 'grounded', words: 'rests on facts' },
  { tone: 'statement', words: 'your own words' },
  { tone: 'fixed', words: 'fixed sentence' },
];

interface LineStripProps {
  readonly id: string;
  readonly mark: LineMark | undefined;
  readonly findings: readonly Finding[];
  readonly nameOf: EvidenceNames;
}

/** What the line under the pointer or the caret rests on, in words; the key to the dots otherwise. */
export function LineStrip({ id, mark, findings, nameOf }: LineStripProps) {
  return (
    <div id={id} className={css('strip', 'line')}>
      <span className={css('words')}>
        {mark === undefined
          ? LEGEND.map(({ tone, words }) => (
              <span key={tone} className={css('legend')}>
                <span className={css('dot', tone)} aria-hidden />
                {words}
              </span>
            ))
          : lineWords(mark, findings, nameOf)}
      </span>
    </div>
  );
}

function lineWords(mark: LineMark, findings: readonly Finding[], nameOf: EvidenceNames) {
  const found = findings
    .filter((finding) => finding.line === mark.line && !isHandOff(finding))
    .map(({ message }) => message);
  const rests = mark.evidenceIds.map(nameOf).filter((name) => name !== undefined);
  const words = rests.length > 0 ? rests.join(' · ') : STANDING_ALONE[mark.tone];
  return (
    <>
      <b>Line {mark.line}</b> {[...found, words].filter((part) => part !== '').join(' · ')}
    </>
  );
}

/** What is said of a line that rests on nothing recorded. */
const STANDING_ALONE: Readonly<Record<LineTone, string>> = {
  grounded: '',
  fixed: 'a sentence that the note holds when there is nothing to tell',
  statement: 'your own words; they need no fact behind them',
  warn: '',
  block: '',
};
