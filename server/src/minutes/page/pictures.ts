import { durationText } from '../../log/facts/clock.js';
import { mapped, type Steps } from '../../log/steps.js';
import { type Html, html, lines } from '../escape/htmlDoor.js';
import {
  isAction,
  isDecision,
  itemsBelow,
  type LogEntry,
  type Minutes,
  type MinutesItem,
  speakersAndNamed,
} from '../minutes.js';
import { Axis, label, right, round, width } from './axis.js';

/*
 * Charts of a meeting as SVG, coloured with classes of the page's style. Each has a title and a description for screen readers;
 * the lists and tables around it contain everything that it shows.
 */

const rowHeight = 22;
/** How many speakers have their own row: those who said most. */
const maxSpeakers = 10;
/** The number of columns of a row in the timeline. */
const columns = 120;

/** Topics over time, above a row for each speaker; undefined if there is too little to show. */
export function* timeline(minutes: Minutes): Steps<Html | undefined> {
  yield;
  const axis = new Axis(minutes.entries);
  yield;
  if (minutes.entries.length < 2 || axis.length === 0) return undefined;
  const speakers = speakersAndNamed(minutes).speakers.slice(0, maxSpeakers);
  // Without topics, there is no row for bands.
  const top = minutes.topics.length > 0 ? 60 : 34;
  const height = top + speakers.length * rowHeight + 10;
  const parts = [
    ...axis.ticks().map(({ x, text }) => tick(x, text, height)),
    ...(yield* bands(minutes, axis)),
    ...(yield* marks(minutes, axis)),
  ];
  for (const [row, { nick }] of speakers.entries()) {
    parts.push(speakerRow(nick, minutes.entries, axis, top + row * rowHeight));
    yield;
  }
  return svg(height, 'Timeline', timelineDescription(minutes), parts);
}

/** How many speakers have no row in a chart, as a sentence; empty if all have one. */
export function leftOut(minutes: Minutes): string {
  const rest = speakersAndNamed(minutes).speakers.length - maxSpeakers;
  const more = rest === 1 ? 'one more person' : `${rest} more people`;
  return rest > 0 ? `Only the ${maxSpeakers} people who said most are shown; ${more} spoke.` : '';
}

/** A bar for each speaker, as long as their share of the lines; undefined if no one spoke. */
export function shares(minutes: Minutes): Html | undefined {
  const { speakers } = speakersAndNamed(minutes);
  const shown = speakers.slice(0, maxSpeakers);
  const most = shown[0]?.lines ?? 0;
  if (most === 0) return undefined;
  const room = width - label - right - 40;
  const bars = shown.map(({ nick, lines: said }, row) => {
    const y = 8 + row * rowHeight;
    const length = round((said / most) * room);
    const bar = html`<rect class="bar" x="${label}" y="${y + 3}" width="${length}" height="${rowHeight - 8}" rx="2"/>`;
    return html`${name(nick, y)}${bar}<text class="faint" x="${label + length + 6}" y="${y + 15}">${said}</text>`;
  });
  const list = shown.map((person) => `${person.nick} ${person.lines}`).join(', ');
  const description = `Lines said: ${list}. ${leftOut(minutes)}`.trimEnd();
  return svg(16 + shown.length * rowHeight, 'Shares of talk', description, bars);
}

/** A band for each topic, from its line to the next topic's. */
function* bands({ topics, end, entries }: Minutes, axis: Axis): Steps<Html[]> {
  const lastLine = end?.line ?? entries.at(-1)?.line ?? 0;
  return yield* mapped(topics, (topic, index) => {
    const from = axis.x(axis.share(topic.line));
    const to = axis.x(axis.share(topics[index + 1]?.line ?? lastLine));
    const room = Math.floor((to - from - 6) / 6.5);
    const title = topic.text.trim() || '(no title)';
    const shown = room >= 3 && html`<text x="${from + 4}" y="45">${cut(title, room)}</text>`;
    const band = html`<rect class="${index % 2 ? 'band2' : 'band'}" x="${from}" y="30" width="${round(Math.max(1, to - from))}" height="22"/>`;
    return html`<g data-line="${topic.line}"><title>${title}</title>${band}${shown}</g>`;
  });
}

/** A mark for each decision and action, above the topics. */
function* marks({ items, topics }: Minutes, axis: Axis): Steps<Html[]> {
  const all = [...items, ...topics.flatMap(itemsBelow)];
  const drawn = yield* mapped(all, (item) => {
    const kind = isDecision(item) ? 'decision' : isAction(item) ? 'todo' : '';
    return kind === '' ? undefined : mark(item, kind, axis.x(axis.share(item.line)));
  });
  return drawn.filter((one) => one !== undefined);
}

function mark({ type, text, line }: MinutesItem, kind: string, x: number): Html {
  const shape = kind === 'decision' ? `M${x} 20l4 4-4 4-4-4z` : `M${round(x - 4)} 28l4-8 4 8z`;
  return html`<path class="${kind}" d="${shape}" data-line="${line}"><title>${type.toLowerCase()}: ${text.trim() || '(empty)'}</title></path>`;
}

/** One row: the more someone said in a column's time, the higher its bar. */
function speakerRow(nick: string, entries: readonly LogEntry[], axis: Axis, y: number): Html {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    if (entry.nick !== nick) continue;
    const column = Math.min(columns - 1, Math.floor(axis.share(entry.line) * columns));
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const bottom = y + rowHeight - 4;
  const shape = [...counts].map(([column, count]) => {
    const high = Math.min(rowHeight - 6, 4 + count * 3);
    return `M${axis.x(column / columns)} ${bottom}v-${high}h4v${high}z`;
  });
  return html`${name(nick, y)}<path class="bar" d="${shape.join('')}"/>`;
}

function timelineDescription(minutes: Minutes): string {
  const { topics, duration } = minutes;
  const length = duration === null ? 'The meeting' : `The meeting of ${durationText(duration)}`;
  const titles = topics.map(({ text, time }) =>
    [text.trim() || '(no title)', time && `at ${time}`].filter(Boolean).join(' '),
  );
  const { length: speakers } = speakersAndNamed(minutes).speakers;
  const about =
    titles.length === 0 ? 'has no topics' : `has ${count(titles.length, 'topic', 'topics')}: ${titles.join('; ')}`;
  return `${length} ${about}. ${count(speakers, 'person speaks', 'people speak')}. Diamonds are decisions, triangles are actions.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function tick(x: number, text: string, height: number): Html {
  // A label at the right edge would be cut off there.
  const anchor = x > width - 20 ? 'end' : 'middle';
  return html`<path class="grid" d="M${x} 18V${height - 6}"/><text class="faint" x="${x}" y="13" text-anchor="${anchor}">${text}</text>`;
}

function name(nick: string, y: number): Html {
  return html`<text x="${label - 6}" y="${y + 15}" text-anchor="end">${cut(nick, 15)}</text>`;
}

function svg(height: number, title: string, description: string, parts: readonly Html[]): Html {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return lines([
    html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-about">`,
    html`<title id="${id}-title">${title}</title>`,
    html`<desc id="${id}-about">${description}</desc>`,
    ...parts,
    html`</svg>`,
  ]);
}

/** A text cut to a number of characters. */
function cut(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`;
}
