import { type ClockRun, clockRuns, inaccuracy } from '../log/facts/clockRuns.js';
import { daysFrom, following } from '../log/facts/stampOrder.js';
import type { Stamp } from '../log/facts/stamps.js';
import { dateAt, secondsSince } from '../log/facts/timeline.js';
import type { LogText } from '../log/text/logText.js';
import { type MeetingLog, meetingAt, textAt } from '../meeting/meetingLog.js';
import { dateByBot } from '../minutes/meetingTime.js';
import type { TimePlace } from '../protocol.js';
import { meetingTitle, shown, timeAt } from './describe.js';
import { meetingNear } from './peopleList.js';
import { typedTime } from './typedTime.js';

/** The most days that a time is looked for in. */
const mostPlaces = 20;
/** The most characters of what was said. */
const mostShown = 44;

/**
 * The lines that someone at a line may mean by a typed time (see `typedTime`); null if it is not a time. There is one for each
 * day: the first line at that time or after it, or else the last of the day. The day of the given line comes first, then those
 * below, then those above. A time after the start is looked for in the meeting of the line only.
 */
export function timePlaces(log: MeetingLog, line: number, typed: string): TimePlace[] | null {
  const time = typedTime(typed);
  if (!time) return null;
  const lines = 'ofDay' in time ? linesAt(log.text, line, time.ofDay) : [lineAfterStart(log, line, time.afterStart)];
  return lines.flatMap((at) => (at === undefined ? [] : placeOf(log, at, lines.length > 1)));
}

function placeOf(log: MeetingLog, line: number, isDated: boolean): TimePlace {
  const { nick, textStart, textEnd } = log.text.read(line);
  const said = shown(textAt(log, { line, start: textStart, end: textEnd })).trim();
  const whole = { line, start: 0, end: log.text.text(line).length };
  const text = nick && said ? `${shown(nick)}: ${said}` : shown(textAt(log, whole)).trim();
  const meeting = meetingAt(log, line);
  const date = isDated && ((meeting && dateByBot(log, meeting, line)) ?? dateAt(log.text, line));
  const about = [timeAt(log, line), date, meeting && log.meetings.length > 1 && meetingTitle(log, meeting)];
  return { line, text: shortened(text), about: about.filter(Boolean).join(' · ') };
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 2 * mostShown));
  return characters.length <= mostShown
    ? text
    : `${characters
        .slice(0, mostShown - 1)
        .join('')
        .trimEnd()}…`;
}

/** The runs of the log's clock on one day. */
type Day = readonly ClockRun[];

function linesAt(text: LogText, line: number, time: number): number[] {
  const days = daysOf(text);
  const here = Math.max(
    0,
    days.findLastIndex(([run]) => run !== undefined && run.first <= line),
  );
  const inOrder = [...days.slice(here), ...days.slice(0, here).reverse()];
  return inOrder.slice(0, mostPlaces).map((day) => lineAt(text, day, time));
}

/** The days of a log, without those that only a heading names. */
function daysOf(text: LogText): Day[] {
  const days: ClockRun[][] = [];
  let now: Stamp | undefined;
  for (const run of clockRuns(text, 0, text.lineCount - 1)) {
    const stamp = now ? following(now, run.stamp) : run.stamp;
    if (!now || isNewDay(now, stamp)) days.push([]);
    if (!run.namesDay) days.at(-1)?.push(run);
    now = { ...stamp, time: run.lastTime };
  }
  return days.filter(({ length }) => length > 0);
}

/** Also where the clock was set back: the same times follow again. */
function isNewDay(above: Stamp, below: Stamp): boolean {
  return daysFrom(above, below) !== 0 || below.time < above.time - inaccuracy;
}

function lineAt(text: LogText, day: Day, time: number): number {
  const run = day.find(({ lastTime }) => lastTime >= time) ?? day.at(-1);
  if (!run) throw new RangeError('a day without lines');
  for (let line = run.first; line < run.last; line++) {
    const own = text.time(line);
    if (own !== undefined && own >= time) return line;
  }
  return run.last;
}

/** The first line so many seconds after the start of the meeting, or else its last; the start is that of the log without one. */
function lineAfterStart(log: MeetingLog, line: number, seconds: number): number | undefined {
  const meeting = meetingNear(log, line);
  const { text } = log;
  const [from, to] = meeting ? [meeting.startLine, meeting.lastLine] : [0, text.lineCount - 1];
  if (text.time(from) === undefined) return undefined;
  const since = secondsSince(text, from, to);
  const isLater = (at: number) => (since(timedUpTo(text, at, from)) ?? Number.POSITIVE_INFINITY) >= seconds;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLater(middle)) high = middle;
    else low = middle + 1;
  }
  return timedUpTo(text, low, from);
}

/** The last line with a time up to a line. */
function timedUpTo(text: LogText, line: number, from: number): number {
  let at = line;
  while (at > from && text.time(at) === undefined) at--;
  return at;
}
