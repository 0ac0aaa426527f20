import { isSpokenKind } from '../logLine.js';
import type { Block } from '../text/block.js';
import type { LogText } from '../text/logText.js';
import { perBlock, perObject } from '../text/perBlock.js';
import { elapsed } from './clock.js';
import { dateIn } from './dates.js';

/** A pause of this many seconds ends a talk. */
const longPause = 1800;
const halfDay = 12 * 3600;

/** A stretch of a chat: a day, or a talk between two long pauses. Lines are 0-based, the last is inclusive. */
export interface ChatPart {
  readonly start: number;
  readonly last: number;
}

export interface ChatDay extends ChatPart {
  /** `YYYY-MM-DD`, undefined if not known. */
  readonly date: string | undefined;
  readonly talks: readonly ChatPart[];
}

/** The days of a chat, and the talks of each; computed once for each text. */
export const chatDays: (text: LogText) => readonly ChatDay[] = perObject(findDays);

interface DraftDay {
  start: number;
  last: number;
  readonly date: string | undefined;
  readonly talks: { start: number; last: number }[];
}

function findDays(text: LogText): ChatDay[] {
  const days: DraftDay[] = [];
  let date: string | undefined;
  let above: number | undefined;
  for (const { block, start } of text.blocksFrom(0)) {
    const { runs, date: lastDate } = blockRuns(block);
    for (const run of runs) {
      const day = dayOf(days, start + run.first, run.date ?? date, isNextDay(above, run.firstTime));
      addToTalk(day, start + run.first, start + run.last, isPause(above, run.firstTime));
      above = run.lastTime ?? above;
      date = run.date ?? date;
    }
    date = lastDate ?? date;
  }
  return days;
}

/**
 * Lines of one talk of one day, as far as a block shows: without a pause, midnight or new date between them. Lines are relative
 * to the block's start.
 */
interface TalkRun {
  readonly first: number;
  last: number;
  /** The last date that the block names before or in the run. */
  readonly date: string | undefined;
  readonly firstTime: number | undefined;
  lastTime: number | undefined;
}

/** What was said in a block, and the last date that it names. */
const blockRuns = perBlock((block) => {
  const runs: TalkRun[] = [];
  let date: string | undefined;
  for (let row = 0; row < block.size; row++) {
    date = dateOfRow(block, row) ?? date;
    if (!isSpokenKind(block.kind(row))) continue;
    const time = block.time(row);
    const run = runs.at(-1);
    if (run && goesOn(run, date, time)) {
      run.last = row;
      run.lastTime = time ?? run.lastTime;
    } else {
      runs.push({ first: row, last: row, date, firstTime: time, lastTime: time });
    }
  }
  return { runs, date };
});

function goesOn({ date, lastTime }: TalkRun, dateNow: string | undefined, time: number | undefined): boolean {
  if (date !== dateNow) return false;
  // The first time in a block is compared with that of the block above it.
  if (time !== undefined && lastTime === undefined) return false;
  return !isNextDay(lastTime, time) && !isPause(lastTime, time);
}

/** Only long stamps have a date. */
function dateOfRow(block: Block, row: number): string | undefined {
  if (block.kind(row) === 'day') return dateIn(block.bare(row));
  const { timeStart, timeEnd } = block.line(row);
  return timeEnd - timeStart > 12 ? dateIn(block.bare(row).slice(timeStart, timeEnd)) : undefined;
}

/** The day that a line belongs to: the last one, or a new one if the date changed or midnight has passed. */
function dayOf(days: DraftDay[], line: number, date: string | undefined, isNext: boolean): DraftDay {
  const last = days.at(-1);
  if (last && last.date === date && !(isNext && date === undefined)) return last;
  const day = { start: line, last: line, date, talks: [] };
  days.push(day);
  return day;
}

function addToTalk(day: DraftDay, first: number, last: number, afterPause: boolean): void {
  const talk = day.talks.at(-1);
  if (talk && !afterPause) talk.last = last;
  else day.talks.push({ start: first, last });
  day.last = last;
}

function isNextDay(above: number | undefined, time: number | undefined): boolean {
  return above !== undefined && time !== undefined && time < above - halfDay;
}

/** A clock that goes back a little is not a pause of almost a day. */
function isPause(above: number | undefined, time: number | undefined): boolean {
  if (above === undefined || time === undefined) return false;
  const pause = elapsed(above, time);
  return pause >= longPause && pause < halfDay;
}
