import { isSpokenKind } from '../logLine.js';
import type { LogText } from '../text/logText.js';
import { perBlock, perObject } from '../text/perBlock.js';
import { daysFrom, following, secondsFrom } from './stampOrder.js';
import { type DateHint, dayNamed, hintReader, type Stamp } from './stamps.js';
import { dateText } from './timeline.js';

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
  readonly start: number;
  last: number;
  /** What the clock showed on its first line. */
  readonly stamp: Stamp | undefined;
  readonly talks: { start: number; last: number }[];
}

function findDays(text: LogText): ChatDay[] {
  const days: DraftDay[] = [];
  // What the clock showed last, and when someone last spoke.
  let now: Stamp | undefined;
  let said: Stamp | undefined;
  for (const { block, start } of text.blocksFrom(0)) {
    const { runs, named: lastNamed } = blockRuns(block);
    for (const { first, last, named, stamp: own, lastTime } of runs) {
      now = next(now, named);
      const stamp = own && next(now, own);
      const seen = stamp ?? (named && now);
      const day = dayOf(days, start + first, seen, said);
      addToTalk(day, start + first, start + last, isPause(said, stamp));
      if (!seen) continue;
      said = { ...seen, time: lastTime ?? seen.time };
      now = said;
    }
    now = next(now, lastNamed);
  }
  return days.map(({ stamp, ...day }) => ({
    ...day,
    date: stamp?.day === undefined ? undefined : dateText(stamp.day),
  }));
}

function next(now: Stamp | undefined, stamp: Stamp | undefined): Stamp | undefined {
  return now && stamp ? following(now, stamp) : (stamp ?? now);
}

/**
 * Lines of one talk of one day, as far as a block shows: without a pause, midnight or new date between them. Lines are relative
 * to the block's start.
 */
interface TalkRun {
  readonly first: number;
  last: number;
  /** The last day that the block names between the run above and this one. */
  readonly named: Stamp | undefined;
  /** What the clock shows on the first line, and the last time. */
  readonly stamp: Stamp | undefined;
  lastTime: number | undefined;
  readonly hint: DateHint | undefined;
}

/** What was said in a block, and the last day that it names below that. */
const blockRuns = perBlock((block) => {
  const runs: TalkRun[] = [];
  const hintOf = hintReader(block);
  let named: Stamp | undefined;
  for (let row = 0; row < block.size; row++) {
    named = dayNamed(block, row) ?? named;
    if (!isSpokenKind(block.kind(row))) continue;
    const time = block.time(row);
    const hint = time === undefined ? undefined : hintOf(row);
    const run = runs.at(-1);
    if (run && !named && goesOn(run, hint, time)) {
      run.last = row;
      run.lastTime = time ?? run.lastTime;
    } else {
      const stamp = time === undefined ? undefined : { ...hint, time };
      runs.push({ first: row, last: row, named, stamp, lastTime: time, hint });
      named = undefined;
    }
  }
  return { runs, named };
});

function goesOn(run: TalkRun, hint: DateHint | undefined, time: number | undefined): boolean {
  if (time === undefined) return true;
  // The first time in a block is compared with that of the block above it.
  if (run.lastTime === undefined || run.hint !== hint) return false;
  return time - run.lastTime > -halfDay && time - run.lastTime < longPause;
}

/** The day that a line belongs to: the last one, or a new one if the date changed or midnight has passed. */
function dayOf(days: DraftDay[], line: number, stamp: Stamp | undefined, said: Stamp | undefined): DraftDay {
  const last = days.at(-1);
  if (last && !(stamp && isOtherDay(said, stamp))) return last;
  const day = { start: line, last: line, stamp, talks: [] };
  days.push(day);
  return day;
}

function isOtherDay(above: Stamp | undefined, stamp: Stamp): boolean {
  if (above?.day !== stamp.day) return true;
  return above !== undefined && daysFrom(above, stamp) !== 0;
}

function addToTalk(day: DraftDay, first: number, last: number, afterPause: boolean): void {
  const talk = day.talks.at(-1);
  if (talk && !afterPause) talk.last = last;
  else day.talks.push({ start: first, last });
  day.last = last;
}

function isPause(above: Stamp | undefined, stamp: Stamp | undefined): boolean {
  return above !== undefined && stamp !== undefined && secondsFrom(above, stamp) >= longPause;
}
