import { moveByArrows, oneTabStop } from './roving.js';

/** What leads to a line of the log in a chart. */
const marks = 'svg [data-line]';
/** The charts, and none of the pictures within them that place their parts. */
const charts = 'figure > svg';

/**
 * Makes links of what leads to the log in the charts of minutes that are about to be shown. A chart is one tab stop; `shown` are
 * the minutes before it, whose tab stops stay.
 */
export function linkCharts(minutes: Element, shown: Element): void {
  for (const svg of minutes.querySelectorAll(charts)) {
    const all = partsOf(svg);
    if (all.length === 0) continue;
    // A picture has no parts for a screen reader.
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
