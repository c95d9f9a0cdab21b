/**
 * Scrolls a page so that a part of it is in sight. The page alone: the browser's own way would move the
 * dialog around it as well.
 */
export function bringIntoView(page: HTMLElement, part: Element, to: 'top' | 'middle'): void {
  const offset = part.getBoundingClientRect().top - page.getBoundingClientRect().top;
  const room = page.clientHeight - part.getBoundingClientRect().height;
  page.scrollTop += offset - (to === 'middle' ? Math.max(0, room / 2) : MARGIN);
}

/** Above a section that is brought to the top. */
const MARGIN = 14;
