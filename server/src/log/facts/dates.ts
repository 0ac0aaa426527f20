import type { LogText } from '../text/logText.js';
import { perBlock, perObject } from '../text/perBlock.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const iso = /\b(\d{4})-(\d\d)-(\d\d)/;
const dayFirst = /\b(\d\d)-(\d\d)-(\d{4})\b/;
const monthFirst = new RegExp(String.raw`\b${month} +(\d{1,2})(?:,? |[^\d]{1,40}| \d\d:\d\d:\d\d )(\d{4})\b`, 'i');
const dayThenMonth = new RegExp(String.raw`\b(\d{1,2}) ${month} (\d{4})\b`, 'i');

/** `YYYY-MM-DD` of the first date in a text, in any usual notation; undefined if there is none. */
export function dateIn(text: string): string | undefined {
  const whole = iso.exec(text);
  if (whole) return dateOf(whole[1], whole[2], whole[3]);
  const reversed = dayFirst.exec(text);
  if (reversed) return dateOf(reversed[3], reversed[2], reversed[1]);
  const asctime = /([A-Z][a-z]{2}) +(\d{1,2}) \d\d:\d\d(?::\d\d)? (\d{4})/.exec(text);
  const named = asctime ?? monthFirst.exec(text);
  if (named) return dateOf(named[3], monthNumber(named[1]), named[2]);
  const day = dayThenMonth.exec(text);
  return day ? dateOf(day[3], monthNumber(day[2]), day[1]) : undefined;
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dateOf(year = '', monthOfYear = '', day = ''): string | undefined {
  const date = `${year}-${monthOfYear.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // JavaScript treats 31 February as a day in March.
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The time stamp at the start of a line. */
export function stampAt(text: LogText, line: number): string {
  const { timeStart, timeEnd } = text.read(line);
  return text.text(line).slice(timeStart, timeEnd);
}

/** `YYYY-MM-DD` of a line according to the log itself: from its stamp, or from the last line above that names a day. */
export function dateAt(text: LogText, line: number): string | undefined {
  const own = dateIn(stampAt(text, line));
  if (own) return own;
  return daysIn(text).findLast((day) => day.line <= line)?.date;
}

interface Day {
  readonly line: number;
  readonly date: string;
}

/** The lines of a log that name a day; computed once for each text. */
const daysIn = perObject((text: LogText): readonly Day[] => {
  const days: Day[] = [];
  for (const { block, start } of text.blocksFrom(0)) {
    for (const { line, date } of daysOf(block)) days.push({ line: start + line, date });
  }
  return days;
});

/** The same of one block; lines count from its start. */
const daysOf = perBlock((block) => {
  const days: Day[] = [];
  for (let line = 0; line < block.size; line++) {
    const date = block.kind(line) === 'day' ? dateIn(block.bare(line)) : undefined;
    if (date) days.push({ line, date });
  }
  return days;
});

/** The seconds to add to a line's time for UTC; undefined if its stamp has no zone. */
export function zoneAt(text: LogText, line: number): number | undefined {
  const match = /(?:(Z)|([+-])(\d\d):?(\d\d))$/.exec(stampAt(text, line));
  if (!match) return undefined;
  const east = match[1] ? 0 : Number(match[3]) * 3600 + Number(match[4]) * 60;
  return match[2] === '-' ? east : -east;
}
