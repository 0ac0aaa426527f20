import { elapsed } from '../../log/facts/clock.js';
import { byCodePoint } from '../../meeting/chairs.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { isAsciiWord, NameFinder, type NameMatching } from '../../meeting/nameFinder.js';
import { secondsOf } from '../dayTime.js';
import { groupItems } from '../groupItems.js';
import { logFile } from '../logFile.js';
import type { LogFile, Minutes, MinutesItem, MinutesPerson, Moment } from '../minutes.js';
import { type OriginalState, originalReplay } from './originalReplay.js';

/**
 * What MeetBot 0.1.4 makes of a log when it replays it from the command line. This differs from what it did during the meeting:
 * it reads lines with its own two patterns whatever the log's layout, the first speaker owns the meeting, commands before
 * `#startmeeting` count, a second `#startmeeting` restarts the clock, and the minutes are those of the last `#endmeeting` or
 * `#save`. If a log has several meetings, only the lines of this one are replayed.
 */
export function bugCompatibleMinutes(log: MeetingLog, meeting: Meeting, channel: string): Minutes {
  const index = log.meetings.indexOf(meeting);
  const first = (log.meetings[index - 1]?.lastLine ?? -1) + 1;
  const last = log.meetings[index + 1] ? meeting.lastLine : log.text.lineCount - 1;
  const all = originalReplay(log, first, last);
  const state = all.end === undefined ? all : originalReplay(log, first, all.end.line - 1);
  return minutesOfState(state, channel, logFile(log, meeting));
}

function minutesOfState(state: OriginalState, channel: string, log: LogFile): Minutes {
  const { owner = '', chairs, title, name, start, end, entries } = state;
  const { before, groups } = groupItems(withAssignees(state), 'TOPIC');
  const begun = start ?? { line: 1, time: state.time };
  return {
    channel,
    title: title === '' ? `${channel} Meeting` : `${channel}: ${title}`,
    name,
    date: null,
    zone: 'UTC',
    votes: [],
    owner,
    chairs: byCodePoint(chairs),
    isStartMissing: false,
    restarts: [],
    bot: null,
    start: begun,
    end: end ?? null,
    duration: end ? elapsed(secondsAt(begun), secondsAt(end)) : null,
    items: before,
    topics: groups.map(({ heading, items }) => ({ ...heading, items, subtopics: [] })),
    people: peopleBy(state, owner),
    log,
    scribe: null,
    entries,
  };
}

/** The items; each action with the people who are named in it, in the order in which they were seen. */
function withAssignees({ items, lines }: OriginalState): MinutesItem[] {
  const finder = new NameFinder(lines.keys(), originalMatching);
  const ranks = new Map(Array.from(lines.keys(), (nick, rank) => [nick, rank]));
  const rank = (nick: string) => ranks.get(nick) ?? 0;
  return items.map((one) => {
    if (one.type !== 'ACTION') return one;
    return { ...one, assignees: [...finder.find(one.text)].sort((a, b) => rank(a) - rank(b)) };
  });
}

function peopleBy({ lines, chairs }: OriginalState, owner: string): MinutesPerson[] {
  return [...lines]
    .map(([nick, said]) => ({ nick, lines: said, chair: nick === owner || chairs.has(nick) }))
    .sort((a, b) => b.lines - a.lines);
}

/** `\bNICK\b` with ASCII letters, digits and underscores, ignoring the case of ASCII letters. */
const originalMatching: NameMatching = {
  folded: (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  isWord: isAsciiWord,
  mayBegin: isBoundary,
  mayEnd: isBoundary,
  longestOnly: false,
};

function isBoundary(text: string, at: number): boolean {
  return isAsciiWord(text, at - 1) !== isAsciiWord(text, at);
}

function secondsAt({ time }: Moment): number {
  return time === null ? 0 : secondsOf(time);
}
