import morphdom from 'morphdom';
import { themedStyle } from '../../../server/src/minutes/page/pageStyle.js';
import type { FromPage, ToPage } from './messages.js';

/*
 * The page of the preview. It shows what the extension sends, keeps its place in it, and reports scrolling and clicks.
 */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: unknown): void };

const host = acquireVsCodeApi();
const minutes = document.getElementById('minutes') as HTMLElement;
/** How long, in milliseconds, scrolling that the log caused is not reported back to it. */
const quiet = 200;
let quietUntil = 0;
/** The first line after the meeting. */
let endLine = 0;
let selected = -1;

const sheet = new CSSStyleSheet();
sheet.replaceSync(themedStyle);
document.adoptedStyleSheets = [sheet];

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if ('state' in data) host.setState(data.state);
  if (data.type === 'show') {
    endLine = data.endLine;
    show(data.body);
  } else if (data.type === 'tell') {
    const paragraph = document.createElement('p');
    paragraph.textContent = data.text;
    minutes.replaceChildren(paragraph);
  } else if (data.type === 'scroll') {
    scrollWithLog(topOf(data.line));
  } else {
    select(data.line);
  }
});

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const link = target.closest('a');
  const line = lineOf(target.closest('[data-line]'));
  // Links to elsewhere are VS Code's to open, and a user who selects text does not want to leave.
  if (line === undefined || (link && !link.matches('.source')) || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  host.postMessage({ type: 'open', line });
});

let isAsked = false;
window.addEventListener('scroll', () => {
  if (isAsked || performance.now() < quietUntil) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    const line = lineAt(window.scrollY);
    if (line !== undefined) host.postMessage({ type: 'scrolled', line });
  });
});

host.postMessage({ type: 'ready' });

/** Changes what is shown, touching only what differs: nothing flickers, and scroll, focus and selection stay. */
function show(body: string): void {
  const parsed = new DOMParser().parseFromString(body, 'text/html').body;
  morphdom(minutes, parsed, { childrenOnly: true, onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
  mark();
}

/** Marks the item at the log's cursor, and brings it into view. */
function select(line: number): void {
  selected = line;
  const item = mark();
  if (!item) return;
  quietUntil = performance.now() + quiet;
  item.scrollIntoView({ block: 'nearest' });
}

function mark(): Element | undefined {
  for (const old of minutes.querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
  const item = places().find(({ line }) => line === selected)?.element;
  item?.setAttribute('aria-current', 'true');
  return item;
}

interface Place {
  readonly element: Element;
  readonly line: number;
}

/** What is in the order of the log: the head, the items before the first topic, the topics with their items. */
function places(): Place[] {
  const inOrder = ':is(header, [aria-labelledby="summary"] li, [aria-labelledby="topics"] *)[data-line]';
  return [...minutes.querySelectorAll(inOrder)].flatMap((element) => {
    const line = lineOf(element);
    return line === undefined ? [] : [{ element, line }];
  });
}

/** Lines of the log and how far down the page, in pixels, that is what they brought; both grow. */
function anchors(): { readonly line: number; readonly top: number }[] {
  const all = places().map(({ element, line }) => ({
    line,
    top: element.getBoundingClientRect().top + window.scrollY,
  }));
  const [first, ...rest] = all;
  const last = document.documentElement.scrollHeight - window.innerHeight;
  return first
    ? [{ line: first.line, top: 0 }, ...rest, { line: endLine, top: Math.max(last, rest.at(-1)?.top ?? 0) }]
    : [];
}

/** How far down the page a line of the log is, between what the lines around it brought. */
function topOf(line: number): number {
  const all = anchors();
  const next = all.findIndex((anchor) => anchor.line > line);
  const [from, to] = [all[next - 1], all[next]];
  if (!from || !to) return next === 0 ? 0 : (all.at(-1)?.top ?? 0);
  return from.top + ((line - from.line) / (to.line - from.line)) * (to.top - from.top);
}

/** The line of the log that is at a height of the page; undefined on a page without minutes. */
function lineAt(top: number): number | undefined {
  const all = anchors();
  const next = all.findIndex((anchor) => anchor.top > top);
  const [from, to] = [all[next - 1], all[next]];
  if (!from || !to) return all.at(next === 0 ? 0 : -1)?.line;
  return Math.round(from.line + ((top - from.top) / (to.top - from.top)) * (to.line - from.line));
}

function scrollWithLog(top: number): void {
  quietUntil = performance.now() + quiet;
  window.scrollTo({ top });
}

function lineOf(element: Element | null): number | undefined {
  const line = Number(element?.getAttribute('data-line'));
  return line > 0 ? line - 1 : undefined;
}
