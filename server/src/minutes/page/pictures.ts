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
import { Axis, round, type Tick } from './axis.js';
import { fitted, fittedWords } from './fitted.js';
import { nickRoom } from './pageStyle.js';

/*
 * Charts of a meeting as SVG, coloured with classes of the page's style. Each has a title and a description for screen readers;
 * the lists and tables around it contain everything that it shows.
 *
 * They are as wide as the page, but their text has the same size on any page: heights are in pixels, and horizontal positions in
 * percent of the field beside the nicks. A shape is in an SVG of its own, since only these can be positioned in percent.
 */

const rowHeight = 22;
/** The width of the field if the page has its full width, in pixels; titles are cut to fit it. */
const fieldWidth = 700;
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
    ...axis.ticks().map((one, index) => tick(one, index, height)),
    ...(yield* bands(minutes, axis)),
    ...(yield* marks(minutes, axis)),
  ];
  const names: Html[] = [];
  for (const [row, { nick }] of speakers.entries()) {
    const y = top + row * rowHeight;
    names.push(name(nick, y));
    parts.push(speakerRow(nick, minutes.entries, axis, y));
    yield;
  }
  return svg({
    height,
    title: 'Timeline',
    description: timelineDescription(minutes),
    kind: 'times',
    parts: [...names, ...parts],
  });
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
  const top = (row: number) => 8 + row * rowHeight;
  const names = shown.map(({ nick }, row) => name(nick, top(row)));
  const bars = shown.map(({ lines: said }, row) => {
    const length = percent(said / most);
    const bar = html`<rect class="bar" x="0" y="${top(row) + 3}" width="${length}" height="${rowHeight - 8}" rx="2"/>`;
    return html`${bar}<text class="faint" x="${length}" dx="6" y="${top(row) + 15}">${said}</text>`;
  });
  const list = shown.map((person) => `${person.nick} ${person.lines}`).join(', ');
  const description = `Lines said: ${list}. ${leftOut(minutes)}`.trimEnd();
  const height = 16 + shown.length * rowHeight;
  return svg({ height, title: 'Shares of talk', description, kind: 'shares', parts: [...names, ...bars] });
}

/** A band for each topic, from its line to the next topic's. */
function* bands({ topics, end, entries }: Minutes, axis: Axis): Steps<Html[]> {
  const lastLine = end?.line ?? entries.at(-1)?.line ?? 0;
  return yield* mapped(topics, (topic, index) => {
    const from = axis.share(topic.line);
    const length = Math.max(0.002, axis.share(topics[index + 1]?.line ?? lastLine) - from);
    const title = topic.text.trim() || '(no title)';
    // A longer word is clipped at the end of the band, like all text on a narrower page.
    const shown = fittedWords(title, length * fieldWidth - 6);
    const text = shown && html`<text x="4" y="15">${shown}</text>`;
    const rect = html`<rect class="${index % 2 ? 'band2' : 'band'}" width="100%" height="22"/>`;
    const band = html`<svg x="${percent(from)}" y="30" width="${percent(length)}" height="22">${rect}${text}</svg>`;
    return html`<g data-line="${topic.line}"><title>${title}</title>${band}</g>`;
  });
}

/** A mark for each decision and action, above the topics. */
function* marks({ items, topics }: Minutes, axis: Axis): Steps<Html[]> {
  const all = [...items, ...topics.flatMap(itemsBelow)];
  const drawn = yield* mapped(all, (item) => {
    const kind = isDecision(item) ? 'decision' : isAction(item) ? 'todo' : '';
    return kind === '' ? undefined : mark(item, kind, axis.share(item.line));
  });
  return drawn.filter((one) => one !== undefined);
}

function mark({ type, text, line }: MinutesItem, kind: string, share: number): Html {
  const shape = kind === 'decision' ? 'M0 0l4 4-4 4-4-4z' : 'M-4 8l4-8 4 8z';
  const about = html`<title>${type.toLowerCase()}: ${text.trim() || '(empty)'}</title>`;
  const path = html`<path class="${kind}" d="${shape}" data-line="${line}">${about}</path>`;
  return html`<svg class="mark" x="${percent(share)}" y="20">${path}</svg>`;
}

/** One row: the more someone said in a column's time, the higher its bar. */
function speakerRow(nick: string, entries: readonly LogEntry[], axis: Axis, y: number): Html {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    if (entry.nick !== nick) continue;
    const column = Math.min(columns - 1, Math.floor(axis.share(entry.line) * columns));
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const most = rowHeight - 6;
  const shape = [...counts].map(([column, count]) => {
    const high = Math.min(most, 4 + count * 3);
    return `M${column} ${most}v-${high}h.8v${high}z`;
  });
  const path = html`<path class="bar" d="${shape.join('')}"/>`;
  return html`<svg x="0" y="${y + 2}" width="100%" height="${most}" viewBox="0 0 ${columns} ${most}" preserveAspectRatio="none">${path}</svg>`;
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

/** On a narrow page, only each third time is shown. */
function tick({ share, text }: Tick, index: number, height: number): Html {
  const x = percent(share);
  const line = html`<rect class="grid" x="${x}" y="18" width="1" height="${height - 24}"/>`;
  return html`${line}<text class="${index % 3 ? 'faint between' : 'faint'}" x="${x}" y="13" text-anchor="middle">${text}</text>`;
}

function name(nick: string, y: number): Html {
  return html`<text x="-6" y="${y + 15}" text-anchor="end">${fitted(nick, nickRoom - 10) ?? ''}</text>`;
}

interface Picture {
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Its class. */
  readonly kind: string;
  readonly parts: readonly Html[];
}

function svg({ height, title, description, kind, parts }: Picture): Html {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return lines([
    html`<svg class="${kind}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-about">`,
    html`<title id="${id}-title">${title}</title>`,
    html`<desc id="${id}-about">${description}</desc>`,
    ...parts,
    html`</svg>`,
  ]);
}

/** A share as SVG has it, to a tenth of a percent. */
function percent(share: number): string {
  return `${round(share * 100)}%`;
}
