/** Whoever gives the focus on by themselves has done so by then. */
const PATIENCE_MS = 120;
/** What takes the focus may still be on its way: a session that was opened just now. */
const TRIES = 8;

/** On a text box: the focus goes there when nothing near is left that could have it. */
export const focusHome = { 'data-focus-home': '' };

/**
 * When the element that has the focus leaves the page, Chromium drops the focus, and the next Tab starts
 * at the top of the window. This gives it to what stood around it, else to the message box. Call once.
 */
export function keepFocus(): void {
  let last: readonly Element[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target !== document.body) last = withAncestors(target);
  });
  const onRemoved = () => {
    const lost = last[0];
    if (lost === undefined || lost.isConnected || !isFocusLost()) return;
    const around = last.slice(1);
    last = [];
    setTimeout(() => giveOn(around, TRIES), PATIENCE_MS);
  };
  new MutationObserver(onRemoved).observe(document.body, { childList: true, subtree: true });
}

function giveOn(around: readonly Element[], tries: number): void {
  if (!isFocusLost() || tries === 0) return;
  const near = around.find((element) => element.isConnected && element.hasAttribute('tabindex'));
  const next = near ?? document.querySelector('[data-focus-home]');
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  else setTimeout(() => giveOn(around, tries - 1), PATIENCE_MS);
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function withAncestors(element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (
    let at: Element | null = element;
    at !== null && at !== document.body;
    at = at.parentElement
  ) {
    chain.push(at);
  }
  return chain;
}
