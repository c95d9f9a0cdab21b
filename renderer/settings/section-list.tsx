import { type RefObject, useEffect, useRef, useState } from 'react';
import { classesOf } from '../ui/class-names.ts';
import { bringIntoView } from './bring-into-view.ts';
import styles from './settings-dialog.module.css';

const css = classesOf(styles);

/** The sections of the screen, in their order. */
export const SECTIONS = [
  'ConnectWise',
  'AI',
  'Notes',
  'Updates',
  'Appearance',
  'Data',
  'About',
] as const;
type SectionTitle = (typeof SECTIONS)[number];

/** A section counts as the one being read once its heading is this near to the top. */
const NEAR = 80;
/** What was pressed stays marked through the scrolling that it brings about. */
const OWN_SCROLLING_MILLISECONDS = 200;

/** Leads to each section, and marks the one that is being read. Shown where the window is wide enough. */
export function SectionList({ page }: { readonly page: RefObject<HTMLElement | null> }) {
  const [current, setCurrent] = useState<SectionTitle>(SECTIONS[0]);
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const scroller = page.current;
    if (scroller === null) return undefined;
    const look = () => {
      if (performance.now() - pressedAt.current < OWN_SCROLLING_MILLISECONDS) return;
      setCurrent(shownSection(scroller));
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [page]);
  const go = (title: SectionTitle) => {
    pressedAt.current = performance.now();
    showSection(page.current, title);
    // From the heading on, Tab goes through the section.
    sectionIn(page.current, title)?.querySelector('h3')?.focus({ preventScroll: true });
    setCurrent(title);
  };
  return (
    <nav aria-label="Sections of the settings" className={css('sections')}>
      <ul>
        {SECTIONS.map((title) => (
          <li key={title}>
            <button
              type="button"
              aria-current={title === current ? 'true' : undefined}
              className={css('sectionLink')}
              onClick={() => go(title)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Brings a section to the top of the page. */
export function showSection(page: HTMLElement | null, title: SectionTitle): void {
  const section = sectionIn(page, title);
  if (page !== null && section !== null) bringIntoView(page, section, 'top');
}

function sectionIn(page: HTMLElement | null, title: SectionTitle): HTMLElement | null {
  return page?.querySelector<HTMLElement>(`[data-section="${title}"]`) ?? null;
}

/** The last one whose heading has come up to the top; at the very end, the last of all. */
function shownSection(page: HTMLElement): SectionTitle {
  const { top } = page.getBoundingClientRect();
  const isAtEnd = page.scrollTop + page.clientHeight >= page.scrollHeight - 2;
  const passed = SECTIONS.filter((title) => {
    const section = sectionIn(page, title);
    return section !== null && section.getBoundingClientRect().top - top <= NEAR;
  });
  return (isAtEnd ? SECTIONS.at(-1) : passed.at(-1)) ?? SECTIONS[0];
}
