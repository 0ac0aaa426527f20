/**
 * Makes several elements a single tab stop, with arrow keys to move among them, as in toolbars. The current one is kept if it is
 * still among them.
 */
export function oneTabStop(elements: readonly Element[], current = elements.find(isTabStop)): void {
  for (const element of elements) element.setAttribute('tabindex', element === (current ?? elements[0]) ? '0' : '-1');
}

/** The element that a key moves to; undefined if it moves nowhere. */
export function target(elements: readonly Element[], from: Element, key: string): Element | undefined {
  const at = elements.indexOf(from);
  if (at < 0) return undefined;
  if (key === 'Home') return elements[0];
  if (key === 'End') return elements.at(-1);
  if (key === 'ArrowRight') return elements[at + 1];
  return key === 'ArrowLeft' ? elements[at - 1] : undefined;
}

/**
 * Moves focus with the arrow keys within each element that matches a selector; `parts` returns its focusable elements in order.
 */
export function moveByArrows(container: string, parts: (container: Element) => readonly Element[]): void {
  document.addEventListener('keydown', (event) => {
    const { target: from, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!(from instanceof Element) || altKey || ctrlKey || metaKey || shiftKey) return;
    const within = from.closest(container);
    const all = within ? parts(within) : [];
    const next = target(all, from, event.key);
    if (!next) return;
    event.preventDefault();
    oneTabStop(all, next);
    (next as HTMLElement | SVGElement).focus();
  });
}

function isTabStop(element: Element): boolean {
  return element.getAttribute('tabindex') === '0';
}
