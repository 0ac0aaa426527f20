import morphdom from 'morphdom';
import { themedStyle } from '../../../server/src/minutes/page/pageStyle.js';
import type { FromPage, ToPage } from './messages.js';
import { linkCharts, useChartsByKeyboard } from './page/charts.js';
import { watchMover } from './page/mover.js';
import { HeightMap, lineOf, placesIn } from './page/places.js';
import { previewStyle } from './page/previewStyle.js';
import { Toolbar } from './page/toolbar.js';

/*
 * The page of the preview. It shows what the extension sends, keeps its place in it, and reports scrolling and clicks.
 */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: unknown): void };

const host = acquireVsCodeApi();
const minutes = document.getElementById('minutes') as HTMLElement;
/** The first line after the meeting. */
let endLine = 0;
let selected = -1;
/** The log and the meeting that are shown. */
let shown = '';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`${themedStyle}\n${previewStyle}`);
document.adoptedStyleSheets = [sheet];

const toolbar = new Toolbar((command) => host.postMessage({ type: 'run', command }));
minutes.before(toolbar.element);
useChartsByKeyboard();

const mover = watchMover(minutes, () => {
  const line = heights().lineAt(window.scrollY);
  if (line !== undefined) host.postMessage({ type: 'scrolled', line });
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  mover.change();
  if ('state' in data) {
    host.setState(data.state);
    toolbar.update(data.type === 'show' ? data.meeting : undefined, data.state.isLocked);
    // For the `when` clauses of the context menu.
    document.body.dataset.vscodeContext = JSON.stringify({ meetlogHasMinutes: data.type === 'show' });
  }
  if (data.type === 'show') {
    endLine = data.endLine;
    show(data.body, `${data.state.log}#${data.meeting.index}`);
  } else if (data.type === 'tell') {
    const paragraph = document.createElement('p');
    paragraph.textContent = data.text;
    minutes.replaceChildren(paragraph);
  } else if (data.type === 'scroll') {
    window.scrollTo({ top: heights().topOf(data.line) });
  } else {
    select(data.line);
  }
});

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const link = target.closest('a');
  const line = lineOf(target.closest('[data-line]'));
  // VS Code opens external links, and a user who selects text does not want to leave.
  if (line === undefined || (link && !link.matches('.source')) || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  host.postMessage({ type: 'open', line });
});

host.postMessage({ type: 'ready' });

function heights(): HeightMap {
  return new HeightMap(minutes, endLine, toolbar.element.offsetHeight);
}

/** Changes only what differs: nothing flickers, and scroll position, focus and selection stay. */
function show(body: string, meeting: string): void {
  const parsed = new DOMParser().parseFromString(body, 'text/html').body;
  linkCharts(parsed, minutes);
  morphdom(minutes, parsed, { childrenOnly: true, onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
  mark();
  if (shown !== '' && shown !== meeting) window.scrollTo({ top: 0 });
  shown = meeting;
}

/** Marks the item at the log's cursor, and brings it into view. */
function select(line: number): void {
  selected = line;
  mark()?.scrollIntoView({ block: 'nearest' });
}

function mark(): Element | undefined {
  for (const old of minutes.querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
  const item = placesIn(minutes).find(({ line }) => line === selected)?.element;
  item?.setAttribute('aria-current', 'true');
  return item;
}
