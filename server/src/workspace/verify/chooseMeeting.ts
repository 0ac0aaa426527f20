import type { Steps } from '../../log/steps.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import { textAt } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { timesOf } from '../../minutes/fromMeeting.js';
import type { Person } from '../projectFile.js';
import { keyOf, stemsIn } from './comparedWords.js';
import { datesIn, mayMean } from './dates.js';
import type { ReadMinutes } from './statement.js';

/** A log, and its name in reports. */
export interface NamedLog {
  readonly log: MeetingLog;
  readonly name: string;
  /** Who is who according to the project's file. */
  readonly people?: readonly Person[] | undefined;
}

/** A meeting of one of the logs. */
export interface Candidate extends NamedLog {
  readonly meeting: Meeting;
}

/**
 * The meeting that minutes are of: the one whose items, date and title they have, or the only one. Undefined if none of several
 * fits, or if there is none.
 */
export function* choosingMeeting(minutes: ReadMinutes, logs: Iterable<NamedLog>): Steps<Candidate | undefined> {
  const marks = marksOf(minutes);
  let best: Candidate | undefined;
  let only: Candidate | undefined;
  let most = 0;
  let count = 0;
  for (const named of logs) {
    for (const meeting of named.log.meetings) {
      yield;
      const candidate = { ...named, meeting };
      only = count++ === 0 ? candidate : undefined;
      const score = fitOf(candidate, marks);
      if (score > most) [best, most] = [candidate, score];
    }
  }
  return best ?? only;
}

interface Marks {
  readonly keys: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly dates: ReturnType<typeof datesIn>;
}

/** How many statements at the top of minutes are searched for the date of the meeting. */
const headLength = 12;

function marksOf({ statements }: ReadMinutes): Marks {
  const keys = new Set<string>();
  const stems = new Set<string>();
  for (const { text } of statements) {
    const bare = withoutSource(text);
    keys.add(keyOf(bare));
    keys.add(keyOf(bare.replace(/^[*_'"]*[A-Za-z]{2,12}[*_'"]*:[*_'"]*/, '')));
    for (const stem of stemsIn(text)) stems.add(stem);
  }
  const head = statements
    .filter(({ kind }, index) => index < headLength || kind === 'heading')
    .slice(0, headLength * 2);
  return { keys, stems, dates: head.flatMap(({ text }) => datesIn(text)) };
}

/** A text without what is in brackets at its end, if that has a time. */
function withoutSource(text: string): string {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const inside = text.slice(open + 1, -1);
  return open < 0 || inside.includes(')') || !/\d\d:\d\d/.test(inside) ? text : text.slice(0, open).trimEnd();
}

/** How many items of a meeting minutes have, and whether they have its date and title; 0 if nothing fits. */
function fitOf({ log, meeting }: Candidate, { keys, stems, dates }: Marks): number {
  let score = 0;
  for (const item of meeting.items) {
    const text = textAt(log, item);
    const own = stemsIn(text);
    if (own.size === 0) continue;
    if (keys.has(keyOf(text))) score += 3;
    else if (own.size > 1 && [...own].filter((stem) => stems.has(stem)).length >= 0.7 * own.size) score++;
  }
  const { date } = timesOf(log, meeting, {});
  if (date !== null && dates.some((one) => mayMean(one, date))) score += 4;
  const title = meeting.title ? stemsIn(textAt(log, meeting.title)) : new Set<string>();
  if (title.size > 0 && [...title].every((stem) => stems.has(stem))) score += 2;
  return score;
}
