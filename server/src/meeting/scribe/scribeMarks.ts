import type { Block } from '../../log/text/block.js';
import { perBlock } from '../../log/text/perBlock.js';
import { logAddress, minutesAddress, queueKeeper, recorder, toBotsAboutMeeting } from '../dialects/scribeBots.js';
import { labelIn } from './labels.js';

/* Where meetings with a scribe begin and end: what the bots say, what is said to them, and labels. */

/** A line that may begin or end such a meeting. */
export interface ScribeMark {
  readonly row: number;
  /**
   * `log`: the recorder begins a log; `start`, `end`: somebody tells a bot that the meeting starts or ends, or the recorder reports
   * minutes or leaves; `label`: a label that opens meetings.
   */
  readonly kind: 'log' | 'start' | 'end' | 'label';
  readonly nick: string;
  /** The address of the log. */
  readonly url?: string;
}

/** What the lines of a block show about meetings. */
interface BlockMarks {
  readonly marks: readonly ScribeMark[];
  /** The rows of the first message after a silence within the block. */
  readonly silences: readonly number[];
  /** The row of the first message, and the times of the first and the last that have one. */
  readonly firstRow: number | undefined;
  readonly firstTime: number | undefined;
  readonly lastTime: number | undefined;
}

/** So many seconds without a message may separate meetings. */
const silence = 7200;
const day = 86_400;

/** A clock that goes back by less was set, or lines are out of order. */
const disorder = 1800;

/** Whether nothing was said between two times of day, in seconds. */
export function isSilent(before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const seconds = (((after - before) % day) + day) % day;
  return seconds >= silence && seconds <= day - disorder;
}

const opening: ReadonlySet<string> = new Set([
  'meeting',
  'topic',
  'scribe',
  'scribenick',
  'present',
  'chair',
  'chairs',
]);

/** The marks of a block; rows are relative to it. */
export const scribeMarks = perBlock((block): BlockMarks => {
  const marks: ScribeMark[] = [];
  const silences: number[] = [];
  let firstRow: number | undefined;
  let firstTime: number | undefined;
  let lastTime: number | undefined;
  for (let row = 0; row < block.size; row++) {
    const mark = block.kind(row) === 'part' || block.kind(row) === 'quit' ? leaving(block, row) : undefined;
    if (mark) marks.push(mark);
    if (block.kind(row) !== 'message') continue;
    const time = block.time(row);
    firstRow ??= row;
    firstTime ??= time;
    if (isSilent(lastTime, time)) silences.push(row);
    lastTime = time ?? lastTime;
    const said = markOf(block, row);
    if (said) marks.push(said);
  }
  return { marks, silences, firstRow, firstTime, lastTime };
});

function leaving(block: Block, row: number): ScribeMark | undefined {
  const nick = block.nick(row);
  return nick === recorder ? { row, kind: 'end', nick } : undefined;
}

function markOf(block: Block, row: number): ScribeMark | undefined {
  const nick = block.nick(row);
  const text = block.text.slice(block.textStart(row), block.textEnd(row));
  if (nick === recorder) {
    if (minutesAddress.test(text)) return { row, kind: 'end', nick };
    const url = /[Ll]ogging to /.test(text) ? logAddress.exec(text)?.[1] : undefined;
    return url === undefined ? undefined : { row, kind: 'log', nick, url };
  }
  const told = toBotsAboutMeeting.exec(text);
  if (told) return { row, kind: told[1] === undefined ? 'end' : 'start', nick };
  const typed = nick === queueKeeper ? undefined : labelIn(text);
  return typed && typed.mark !== '-' && opening.has(typed.label) ? { row, kind: 'label', nick } : undefined;
}
