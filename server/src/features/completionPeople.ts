import { type NearSpeaker, nearSpeakers } from '../log/facts/nearSpeakers.js';
import { isScribeBot } from '../meeting/dialects/scribeBots.js';
import { KnownNames } from '../meeting/knownNames.js';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { sectionAt } from '../meeting/sections.js';

/** The most people who are proposed: more than a list can show. */
export const mostPeople = 200;

/** How many people who were only named are compared with what is typed. */
const mostNamed = 5_000;

/** Someone who may be meant, and the line nearest to the cursor on which they speak, if they do. */
export interface Near {
  readonly nick: string;
  readonly line?: number;
}

/**
 * The people at the meeting of a line, or near the line if none is running there: those who spoke last first, then those who
 * speak next, and then those who were only named. Without the bot.
 */
export function* peopleNear(log: MeetingLog, line: number): Generator<Near> {
  const section = sectionAt(log.sections, line);
  const meeting = section?.meeting;
  const isInside = section && meeting && line >= meeting.startLine;
  const [from, to] = isInside ? [meeting.startLine, section.end - 1] : [0, log.text.lineCount - 1];
  const seen = new Set<string>(meeting?.bot === undefined ? [] : [meeting.bot]);
  for (const speaker of nearSpeakers(log.text, line, from, to)) {
    if (seen.has(speaker.nick) || isBot(log, speaker)) continue;
    seen.add(speaker.nick);
    yield speaker;
  }
  if (isInside) yield* onlyNamed(meeting, seen, line - meeting.startLine);
}

/** Whether someone who spoke is a bot: of another meeting, or one of several that serve meetings with a scribe. */
function isBot(log: MeetingLog, { nick, line }: NearSpeaker): boolean {
  return (log.rules.isScribed && isScribeBot(nick)) || meetingAt(log, line)?.bot === nick;
}

/**
 * People who were named by commands, except on the line that is being typed. Where no bot compares nicks, they may be those who
 * speak under another name.
 */
function* onlyNamed({ named, bot }: Meeting, seen: ReadonlySet<string>, row: number): Generator<Near> {
  let count = 0;
  const names = bot === undefined ? new KnownNames(seen) : undefined;
  for (const [nick, at] of named) {
    if (count++ === mostNamed) return;
    if (at !== row && !seen.has(nick) && names?.meant(nick) === undefined) yield { nick };
  }
}

/** The first of some people, and whether there are more. */
export function firstOf<T>(
  people: Iterable<T>,
  most = mostPeople,
): { readonly all: T[]; readonly isIncomplete: boolean } {
  const all: T[] = [];
  for (const one of people) {
    if (all.length === most) return { all, isIncomplete: true };
    all.push(one);
  }
  return { all, isIncomplete: false };
}

/** The people near a line, the first of them; if there are more, those whose nick contains what is typed. */
export function peopleFor(
  people: () => Iterable<string>,
  typed: string,
): { readonly all: string[]; readonly isIncomplete: boolean } {
  const first = firstOf(people());
  if (!first.isIncomplete || typed === '') return first;
  return { all: firstOf(containing(people(), typed)).all, isIncomplete: true };
}

function* containing(nicks: Iterable<string>, typed: string): Generator<string> {
  const folded = typed.toLowerCase();
  for (const nick of nicks) if (nick.toLowerCase().includes(folded)) yield nick;
}

/** The nicks of the people near a line. */
export function* nicksNear(log: MeetingLog, line: number): Generator<string> {
  for (const { nick } of peopleNear(log, line)) yield nick;
}
