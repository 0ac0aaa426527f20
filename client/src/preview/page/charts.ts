import { moveByArrows, oneTabStop } from './roving.js';

/** The parts of a chart that link to a line of the log. */
const marks = 'svg [data-line]';
/** The charts, without the SVG elements in them that position their parts. */
const charts = 'figure > svg';

/**
 * Turns the parts of charts that come from a line of the log into links, in minutes that are about to be shown. A chart is one
 * tab stop; `shown` are the previous minutes, whose tab stops are kept.
 */
export function linkCharts(minutes: Element, shown: Element): void {
  for (const svg of minutes.querySelectorAll(charts)) {
    const all = partsOf(svg);
    if (all.length === 0) continue;
    // To a screen reader, an image has no parts.
    svg.setAttribute('role', 'group');
    for (const mark of all) {
      mark.setAttribute('role', 'link');
      mark.setAttribute('aria-label', mark.querySelector('title')?.textContent ?? '');
    }
    const before = shown.querySelector(`svg[aria-labelledby="${svg.getAttribute('aria-labelledby')}"] [tabindex="0"]`);
    oneTabStop(
      all,
      all.find((mark) => mark.getAttribute('data-line') === before?.getAttribute('data-line')),
    );
  }
}

/** Lets the keyboard use them: arrows move among them, Enter leads to the log. */
export function useChartsByKeyboard(): void {
  moveByArrows(charts, partsOf);
  document.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Enter' || !(target instanceof SVGElement) || !target.matches(marks)) return;
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
}

/** In the order of the log, as time goes from left to right. */
function partsOf(svg: Element): Element[] {
  const line = (mark: Element) => Number(mark.getAttribute('data-line'));
  return [...svg.querySelectorAll('[data-line]')].sort((a, b) => line(a) - line(b));
}
