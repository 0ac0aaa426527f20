import { clockTime, durationText } from '../log/facts/clock.js';
import { secondsBetween } from '../log/facts/timeline.js';
import { agenda } from '../meeting/agenda.js';
import { channelOf } from '../meeting/channel.js';
import { type ItemType, itemTypes } from '../meeting/itemTypes.js';
import { actions, durationOf, type MeetingLog, perMeeting, textAt } from '../meeting/meetingLog.js';
import type { Item, Meeting, Topic, Vote } from '../meeting/model.js';
import { speakersAt } from '../meeting/people.js';
import { tally } from '../meeting/replay/votes.js';
import { cleanText } from '../minutes/escape/clean.js';

/** Short texts about a log, for people. */

/** Text from or about a log, as an editor shows it: on one line, without invisible characters. */
export function shown(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}

/** The title of a meeting, or another name for it. */
export function meetingTitle(log: MeetingLog, meeting: Meeting): string {
  return ownTitle(log, meeting) ?? shown(`${channelOf(log, meeting) ?? ''} Meeting`).trim();
}

/** The title of a meeting or the name that the bot gave it; undefined if it has neither. */
const ownTitle = perMeeting(
  (log, meeting): string | undefined => {
    const title = meeting.title && textAt(log, meeting.title);
    return [title, meeting.name].map((text) => shown(text ?? '').trim()).find(Boolean);
  },
  (title) => title,
);

/** `HH:MM:SS` of a line, empty if it has no time. */
export function timeAt({ text }: MeetingLog, line: number): string {
  const time = text.time(line);
  return time === undefined ? '' : clockTime(time);
}

/** `HH:MM` of a line, empty if it has no time. */
export function shortTimeAt(log: MeetingLog, line: number): string {
  return timeAt(log, line).slice(0, 5);
}

/** The name of an item type for people, such as `Action`. */
export function typeName(type: ItemType): string {
  return type.charAt(0) + type.slice(1).toLowerCase();
}

/** A summary of a meeting: `1 h 2 min · 5 topics · 2 actions · 10 people`. People are those who spoke. */
export function meetingSummary(log: MeetingLog, meeting: Meeting): string {
  return [
    lengthText(log, meeting),
    count(agenda(meeting).topics.length, 'topic'),
    count(actions(meeting).length, 'action'),
    count(speakersAt(log, meeting).length, 'person', 'people'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How long a meeting took, or that it did not end; empty if the log's times leave it open. */
export function lengthText(log: MeetingLog, meeting: Meeting): string {
  const { endLine, startLine, lastLine, scribed } = meeting;
  if (endLine === undefined && !scribed) return 'not ended';
  // Nothing has to end a meeting with a scribe.
  const seconds = endLine === undefined ? secondsBetween(log.text, startLine, lastLine) : durationOf(log, meeting);
  return seconds === undefined ? '' : durationText(seconds);
}

/** The seconds from a topic to what follows it, or to the end of its meeting; undefined if the log's times leave it open. */
export function topicDuration({ text }: MeetingLog, { lastLine }: Meeting, topic: Topic): number | undefined {
  return secondsBetween(text, topic.item.line, Math.min(topic.lastLine + 1, lastLine));
}

/** How many items of each type there are: `2 agreements, 1 link`. */
export function itemCounts(items: readonly Item[]): string {
  return countsText(countsOf(items));
}

/**
 * The same for narrow places: if there are more than four types, only decisions and actions are counted, and the rest is `5
 * more`.
 */
export function mainCounts(items: readonly Item[]): string {
  const counts = countsOf(items);
  if (counts.length <= mostCounts) return countsText(counts);
  const rank = ([type]: TypeCount) => (itemTypes[type].decides ? 0 : type === 'ACTION' ? 1 : 2);
  const main = new Set(counts.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostCounts));
  const others = counts.filter((one) => !main.has(one)).reduce((sum, [, number]) => sum + number, 0);
  return `${countsText(counts.filter((one) => main.has(one)))}, ${others} more`;
}

const mostCounts = 4;

type TypeCount = readonly [type: ItemType, number: number];

function countsOf(items: readonly Item[]): TypeCount[] {
  const counts = new Map<ItemType, number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts];
}

function countsText(counts: readonly TypeCount[]): string {
  return counts.map(([type, number]) => count(number, itemTypes[type].noun, itemTypes[type].plural)).join(', ');
}

/** The state of a vote: `open · Yes: 2, No: 0`. */
export function voteSummary(vote: Vote): string {
  return `${vote.endLine === undefined ? 'open' : 'closed'} · ${shown(tally(vote))}`;
}

/** A number and a noun: `1 topic`, `2 topics`, `2 people`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A decision in a list: one that was not agreed says so, as its words say the opposite: `Rejected: open on Sundays`. */
export function decisionName(text: string, kind: ItemType): string {
  const { colour, ofVote } = itemTypes[kind];
  return colour === 'agreed' || ofVote || text === '' ? text : `${typeName(kind)}: ${text}`;
}
