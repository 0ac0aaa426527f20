import {
  asksForMinutes,
  endsMeeting,
  isBotName,
  logAddress,
  queueKeeper,
  recorder,
  sendsRecorderAway,
  takesUpAgendum,
} from '../../dialects/scribeBots.js';
import { quoted } from '../../listed.js';
import type { MeetingLog } from '../../meetingLog.js';
import { folded } from '../../scribe/nameLists.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Rule, Shown } from '../../scribe/shown.js';
import type { Finding } from '../problem.js';
import type { Ruled, ScribedScope } from './scribedScope.js';
import { wordsOf } from './scribePeople.js';

/* The record that the bots make: whether minutes are asked for and have all, and their topics. */

/** The recorder keeps a log, and nobody asks it for minutes, or it does not answer. */
export function* missingMinutes(scope: ScribedScope): Generator<Finding> {
  const { scribed, meeting } = scope;
  if (!scribed.nicks.has(recorder) || scribed.state.links.has('minutes')) return;
  const request = lastRequest(scope);
  if (request) return yield* unanswered(scope, request);
  const [first] = scope.records;
  const by = scribed.firstScribe === '*' ? undefined : scope.people.nicks.get(folded(scribed.firstScribe));
  const last = scope.records.findLast(({ nick }) => !isBotName(nick));
  if (!first || !last) return;
  yield {
    ...scope.placeOf(first),
    message: `No one asks ${recorder} for the minutes of this meeting, so they are not written.`,
    missing: { nick: by ?? last.nick, text: `${recorder}, draft minutes`, line: meeting.lastLine, isBelow: true },
  };
}

/** The recorder was sent away before it is asked for the minutes. */
function* unanswered(scope: ScribedScope, { record, index }: Ruled): Generator<Finding> {
  const left = scope.records.findLast(({ text }, at) => at < index && sendsRecorderAway.test(text));
  if (!left || scope.records.some(({ nick }, at) => nick === recorder && at > index)) return;
  // It answers when it is sent away, and comes back only with a line of its own.
  const back = scope.records.findLast(({ nick, text }) => nick === recorder && logAddress.test(text));
  if (back && scope.indexOf(back) > scope.indexOf(left)) return;
  yield {
    ...scope.placeOf(record),
    message: `${recorder} left before it is asked for the minutes, so they are not written.`,
    related: [scope.note(left, `${recorder} is sent away`)],
  };
}

/** The last line that makes the recorder write the minutes. */
function lastRequest(scope: ScribedScope): Ruled | undefined {
  let last: Ruled | undefined;
  for (const ruled of scope.ruled('recorder-minutes', 'to-recorder', 'queue-command', 'to-tracker')) {
    const { rule, record } = ruled;
    if (rule === 'recorder-minutes' || asksForMinutes(record.text) || endsMeeting(record.text)) last = ruled;
  }
  return last;
}

/** What minutes lack if it comes after them. */
const lacking: ReadonlySet<Rule> = new Set([
  'topic',
  'subtopic',
  'action',
  'resolution',
  'issue',
  'speech',
  'present-set',
  'present-add',
  'present-add-self',
  'present-remove',
  'regrets-set',
  'regrets-add',
  'regrets-add-self',
  'chair-set-or-add',
  'chair-add-self',
  'meeting',
]);

export function* outdatedMinutes(scope: ScribedScope): Generator<Finding> {
  const last = lastRequest(scope);
  const below = last ? lackingBelow(scope, last.index) : [];
  const [first] = below;
  const end = below.at(-1);
  if (!last || !first || !end) return;
  const count = below.length;
  const lines =
    count === 1
      ? 'a line below that is for them is'
      : `${count.toLocaleString('en')} lines below that are for them are`;
  yield {
    ...scope.placeOf(last.record),
    message: `The minutes are asked for here for the last time; ${lines} not in them.`,
    related: [scope.note(first, 'The first of these lines')],
    missing: { nick: end.nick, text: `${recorder}, draft minutes`, line: scope.meeting.lastLine, isBelow: true },
  };
}

/** The records below one that minutes show or list, by people. */
function lackingBelow(scope: ScribedScope, index: number): ChatRecord[] {
  const { corrections } = scope.scribed;
  const done = new Set(corrections.filter(({ isDone }) => isDone).map(({ record }) => record));
  return scope.records.filter((record, at) => {
    const rule = scope.rules[at];
    if (at <= index || rule === undefined || isBotName(record.nick)) return false;
    const speaker = rule === 'speech' ? scope.shownOf(record)?.speaker : undefined;
    return done.has(record) || (lacking.has(rule) && !isBotName(speaker ?? ''));
  });
}

/** How many records below a command to take up an agenda item its topic may be. */
const mostBelow = 12;

/** Agenda items that are taken up, and no topic shows it. */
export function* lostTopics(scope: ScribedScope): Generator<Finding> {
  if (!scope.scribed.nicks.has(queueKeeper)) return;
  const agenda: string[] = [];
  for (const { record, index } of scope.ruled('queue-command')) {
    const added = /^ *agg?enda *\+ *(?:to +)?(\S.*)$/i.exec(record.text)?.[1];
    if (added !== undefined) agenda.push(added.trim());
    if (/clear +(?:the +)?agenda/i.test(record.text)) agenda.length = 0;
    const taken = takesUpAgendum.exec(record.text);
    if (!taken || isBotName(record.nick) || hasTopicNear(scope, index)) continue;
    const topic = taken[1] === undefined ? undefined : agenda[Number(taken[1]) - 1];
    yield {
      ...scope.placeOf(record),
      message: `An agenda item is taken up here, and the log has no line by ${queueKeeper} with its topic, so the minutes have no heading.`,
      ...(topic !== undefined && {
        missing: { nick: record.nick, text: `Topic: ${topic}`, line: scope.lineOf(record), isBelow: true },
      }),
    };
  }
}

function hasTopicNear({ rules }: ScribedScope, index: number): boolean {
  const near = rules.slice(Math.max(0, index - 3), index + mostBelow);
  return near.some((rule) => rule === 'topic' || rule === 'subtopic' || rule === 'queue-keeper-topic');
}

/** How many records may be between two headings of one topic. */
const mostBetween = 6;

/** The same topic twice: by the queue keeper and by someone, or by two people. */
export function* doubledTopics(scope: ScribedScope): Generator<Finding> {
  let above: Shown | undefined;
  for (const shown of scope.scribed.state.shown) {
    if (shown.kind !== 'topic') continue;
    const before = above;
    above = shown;
    if (!before || shown.index - before.index > mostBetween || !isAlike(textOf(before), textOf(shown))) continue;
    const [own, other] = isByBot(shown) ? [before, shown] : [shown, before];
    if (own.record.isInserted) continue;
    yield {
      ...scope.placeOf(own.record),
      message: `This topic is in the minutes twice: ${quoted(textOf(own))} and ${quoted(textOf(other))}.`,
      related: [scope.note(other.record, isByBot(other) ? `By ${queueKeeper}` : 'The other one')],
    };
  }
}

function isByBot({ record }: Shown): boolean {
  return isBotName(record.nick);
}

function textOf({ lines }: Shown): string {
  return lines.map(({ text }) => text).join(' ');
}

/** Whether two topics have the same words, or one has all of the other's. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [few, many] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  return few.length > 0 && few.every((word) => many.has(word));
}

/** A log of several meetings, of which scribe.perl would make one page: on the second. */
export function* severalMeetings({ meetings, text }: MeetingLog): Generator<Finding> {
  const scribed = meetings.filter((meeting) => meeting.scribed);
  const [, second] = scribed;
  if (!second) return;
  const { textStart, textEnd } = text.read(second.startLine);
  yield {
    line: second.startLine,
    start: textStart,
    end: textEnd,
    message: `This log has ${scribed.length.toLocaleString('en')} meetings, and the second begins here. scribe.perl makes one page of all; Meetlog keeps them apart.`,
  };
}
