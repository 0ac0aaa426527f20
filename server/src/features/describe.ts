import { clockTime, durationText } from '../log/facts/clock.js';
import { agenda } from '../meeting/agenda.js';
import { channelOf } from '../meeting/channel.js';
import { itemTypes } from '../meeting/itemTypes.js';
import { actions, durationOf, type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Item, Meeting, Vote } from '../meeting/model.js';
import { peopleOf } from '../meeting/people.js';
import { tally } from '../meeting/replay/votes.js';
import { cleanText } from '../minutes/escape/clean.js';

/** How features speak of a log: short texts for people. */

/** A text of a log, or one that tells of it, as an editor shows it: on one line, with nothing in it that is unseen. */
export function shown(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}

/** The title of a meeting, or what else names it. */
export function meetingTitle(log: MeetingLog, meeting: Meeting): string {
  const title = meeting.title && textAt(log, meeting.title);
  const named = [title, meeting.name].map((text) => shown(text ?? '').trim());
  return named.find(Boolean) ?? shown(`${channelOf(log, meeting) ?? ''} Meeting`).trim();
}

/** `HH:MM:SS` of a line, empty where it has no time. */
export function timeAt({ text }: MeetingLog, line: number): string {
  const time = text.time(line);
  return time === undefined ? '' : clockTime(time);
}

/** A meeting in short: `1 h 2 min · 5 topics · 2 actions · 10 people`. */
export function meetingSummary(log: MeetingLog, meeting: Meeting): string {
  const duration = durationOf(log, meeting);
  return [
    meeting.endLine === undefined ? 'not ended' : duration !== undefined && durationText(duration),
    count(agenda(meeting).topics.length, 'topic'),
    count(actions(meeting).length, 'action'),
    count(peopleOf(log, meeting).length, 'person', 'people'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How many items of each type there are, in their order: `2 agreements, 1 link`. */
export function itemCounts(items: readonly Item[]): string {
  const counts = new Map<Item['type'], number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, number]) => count(number, itemTypes[type].noun, itemTypes[type].plural)).join(', ');
}

/** How a vote stands or ended: `open · Yes: 2, No: 0`. */
export function voteSummary(vote: Vote): string {
  return `${vote.endLine === undefined ? 'open' : 'closed'} · ${shown(tally(vote))}`;
}

/** A number and a noun: `1 topic`, `2 topics`, `2 people`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
