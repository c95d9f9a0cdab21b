import { CircleArrowUp, CircleCheck } from 'lucide-react';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import { Announced } from '../ui/announced.tsx';
import { Chip } from '../ui/chip.tsx';
import { classesOf, joinClasses } from '../ui/class-names.ts';
import { TabStrip } from '../ui/tab-strip.tsx';
import { fullTime } from '../ui/time.ts';
import styles from './closed-note.module.css';
import { outcomeWords } from './posting-words.ts';
import header from './sheet-header.module.css';

const css = classesOf(styles);
const head = classesOf(header);

const TABS = [
  { value: 'note', label: 'Note' },
  { value: 'compare', label: 'Compare' },
  { value: 'history', label: 'History' },
] as const;

interface ClosedHeaderProps {
  readonly posted: WriteBack;
  /** The outcome is news: it is said in a live region. */
  readonly announced: boolean;
}

/** The outcome in words, and the three ways to look at what was posted. */
export function ClosedHeader({ posted, announced }: ClosedHeaderProps) {
  const Icon = posted.kind === 'resolve' ? CircleCheck : CircleArrowUp;
  return (
    <header className={head('header')}>
      <Icon size={17} aria-hidden className={css('mark', posted.kind)} />
      <h2 className={joinClasses(head('title'), css('outcome'))}>
        {announced ? <Announced words={outcomeWords(posted)} /> : outcomeWords(posted)}
      </h2>
      <time className={css('when')} dateTime={new Date(posted.created_at).toISOString()}>
        {fullTime(posted.created_at)}
      </time>
      <Chip tone={posted.kind === 'resolve' ? 'customer' : 'internal'} className={css('for')}>
        {posted.kind === 'resolve' ? 'Written for the customer' : 'Written for staff'}
      </Chip>
      <div className={head('space')} />
      <TabStrip label="View of the posted note" tabs={TABS} />
    </header>
  );
}
