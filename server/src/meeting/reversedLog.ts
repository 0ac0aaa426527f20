import { hintReader } from '../log/facts/stamps.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock, perObject } from '../log/text/perBlock.js';
import { endsMeeting, isKnownWord, startsMeeting } from './dialects/words.js';
import { blockEvents } from './events.js';

/*
 * Some programs and web pages show the newest line first. Read from its first line to its last, such a log is nonsense, though
 * each line is read well.
 */

/** So many times must be earlier than the one above, and so few later ones may be among them. */
const fewestFalls = 3;
const mostRises = 0.05;
/** Without times, so many commands between the end of a meeting and its start show it. */
const fewestCommands = 3;

const day = 24 * 3600;

/** How the clock of a block goes: seconds since 1970, or since midnight if its stamps have no dates. */
interface Trend {
  readonly falls: number;
  readonly rises: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

const trendOf = perBlock((block: Block): Trend => {
  const hintOf = hintReader(block);
  let [falls, rises] = [0, 0];
  let first: number | undefined;
  let last: number | undefined;
  for (let row = 0; row < block.size; row++) {
    const time = block.time(row);
    if (time === undefined) continue;
    const now = (hintOf(row).day ?? 0) * day + time;
    const change = last === undefined ? 0 : changed(last, now);
    if (change < 0) falls++;
    if (change > 0) rises++;
    first ??= now;
    last = now;
  }
  return { falls, rises, first, last };
});

/** The seconds from one time to the next; without dates, a clock that jumps by more than half a day has passed midnight. */
function changed(above: number, below: number): number {
  const change = below - above;
  if (above >= day || below >= day || Math.abs(change) <= day / 2) return change;
  return change - Math.sign(change) * day;
}

/** A command of a block that shows in which order it is. */
interface Bound {
  readonly row: number;
  readonly nick: string;
  readonly wordEnd: number;
  readonly start: number;
  readonly kind: 'start' | 'end' | 'other';
}

const boundsOf = perBlock((block: Block): readonly Bound[] =>
  blockEvents(block).flatMap((event) => {
    if (event.kind !== 'command' || !isKnownWord(event.word)) return [];
    const { line: row, nick, start, wordEnd, word } = event;
    const kind = startsMeeting(word) ? 'start' : endsMeeting(word) ? 'end' : 'other';
    return [{ row, nick, start, wordEnd, kind }];
  }),
);

/** The place of the lowest command that starts a meeting in a log whose newest line is the first; undefined for other logs. */
export const reversedStart = perObject((text: LogText) => {
  const bounds = text.blocks.flatMap((block, index) =>
    boundsOf(block).map((one) => ({ ...one, line: (text.starts[index] ?? 0) + one.row })),
  );
  const start = bounds.findLast(({ kind }) => kind === 'start') ?? bounds[0];
  if (!start || !(isFalling(text) || (hasNoTimes(text) && isEndFirst(bounds)))) return undefined;
  return { line: start.line, start: start.start, end: start.wordEnd };
});

function isFalling({ blocks }: LogText): boolean {
  let [falls, rises] = [0, 0];
  let above: number | undefined;
  for (const trend of blocks.map(trendOf)) {
    const change = above === undefined || trend.first === undefined ? 0 : changed(above, trend.first);
    falls += trend.falls + (change < 0 ? 1 : 0);
    rises += trend.rises + (change > 0 ? 1 : 0);
    above = trend.last ?? above;
  }
  return falls >= fewestFalls && rises <= falls * mostRises;
}

function hasNoTimes({ blocks }: LogText): boolean {
  return blocks.every((block) => trendOf(block).first === undefined);
}

/** Whether all commands are between the end of a meeting, above, and its start by the same person, below. */
function isEndFirst(bounds: readonly Bound[]): boolean {
  const [first, last] = [bounds[0], bounds.at(-1)];
  return bounds.length >= fewestCommands && first?.kind === 'end' && last?.kind === 'start' && first.nick === last.nick;
}
