import { backwards, clockTime } from '../log/clock.js';
import { assigneesIn } from './assignees.js';
import { commandText } from './bots.js';
import { meantBy } from './commands.js';
import type { CommandEvent } from './events.js';
import { at, commandsGiven, ignoredCommands, note, placeOf, type Scope, wordOf } from './findings.js';
import { splitLink } from './links.js';
import { actions, type MeetingLog, stepAt, textAt } from './meetingLog.js';
import { chairsAt, type Meeting } from './model.js';
import { peopleOf } from './people.js';
import type { Finding } from './problems.js';
import { slipDistance } from './slipDistance.js';

/*
 * One generator a kind of problem. Each looks at the log alone and yields what it finds; severity, settings and
 * the form in which an editor shows it are not its business.
 */

export function* unknownCommands(log: Scope): Generator<Finding> {
  for (const { event, running } of ignoredCommands(log, 'unknown-command')) {
    const name = meantBy(event.word, log.bot.name);
    // Where no meeting runs, only its start matters: all else is talk, and so is #openstack-meeting.
    if (!name || (!running && name !== 'startmeeting') || isPartOfName(log, event)) continue;
    yield {
      ...wordOf(event),
      message: `No bot knows ${commandText(event)}. Did you mean #${name}?`,
      meant: `#${name}`,
    };
  }
}

export function* notChair(log: Scope): Generator<Finding> {
  for (const { event, running } of ignoredCommands(log, 'not-chair')) {
    if (!running) continue;
    const chairs = chairsAt(running, event.line).join(', ');
    const lost = running.chairChanges.findLast(({ nick, line }) => nick === event.nick && line < event.line);
    yield {
      ...wordOf(event),
      message: `${event.nick} is not a chair: the bot ignores this ${commandText(event)}. Chairs here: ${chairs}.`,
      related: lost
        ? [note(log, lost.line, `${event.nick} is no longer chair from here on`)]
        : [note(log, running.startLine, `${running.owner} started the meeting here`)],
    };
  }
}

export function* missingArguments(log: Scope): Generator<Finding> {
  for (const { event, ignored } of commandsGiven(log)) {
    if (ignored || !event.command?.argumentNeeded) continue;
    if (event.argumentStart < event.end) continue;
    const { argument, effect } = event.command;
    const missing = argument === 'nicks' ? 'nicks' : argument === 'link' ? 'a URL' : 'a text';
    const result = effect === effect.toUpperCase() ? 'the bot records an empty item' : 'it does nothing';
    yield { ...wordOf(event), message: `${commandText(event)} needs ${missing} after it: without, ${result}.` };
  }
}

export function* outsideMeeting(log: Scope): Generator<Finding> {
  for (const { event } of ignoredCommands(log, 'outside-meeting')) {
    const before = log.meetings.findLast(({ lastLine }) => lastLine < event.line);
    const after = log.meetings.find(({ startLine }) => startLine > event.line);
    const why = before || after ? 'No meeting is running here' : 'This log has no #startmeeting';
    yield {
      ...wordOf(event),
      message: `${why}: the bot ignores ${commandText(event)}.`,
      related: [
        ...(before ? [note(log, before.lastLine, 'The meeting before ended here')] : []),
        ...(after ? [note(log, after.startLine, 'The next meeting starts here')] : []),
      ],
    };
  }
}

export function* alreadyStarted(log: Scope): Generator<Finding> {
  for (const { event, running } of ignoredCommands(log, 'meeting-already-started')) {
    if (!running) continue;
    yield {
      ...wordOf(event),
      message: `A meeting is already running: the bot does not start another before #endmeeting.`,
      related: [note(log, running.startLine, `${running.owner} started it here`)],
    };
  }
}

export function* missingEnd(log: Scope): Generator<Finding> {
  for (const meeting of log.meetings) {
    if (meeting.endLine !== undefined) continue;
    const refused = ignoredCommands(log, 'not-chair').filter(
      ({ event, running }) => running === meeting && event.command?.effect === 'end',
    );
    yield {
      ...at(log, meeting.startLine),
      message: 'No chair ends this meeting with #endmeeting: a bot never writes its minutes.',
      related: refused.map(({ event }) => ({ ...wordOf(event), message: `${event.nick} is not a chair` })),
    };
  }
}

export function* nothingToUndo(log: Scope): Generator<Finding> {
  for (const { event } of ignoredCommands(log, 'nothing-to-undo')) {
    yield {
      ...wordOf(event),
      message: `There is no item left in the minutes that ${commandText(event)} could take back.`,
    };
  }
}

export function* invalidLinks(log: Scope): Generator<Finding> {
  for (const item of log.running?.items ?? []) {
    if (item.type !== 'LINK') continue;
    const text = textAt(log, item);
    if (text === '' || splitLink(text) || stepAt(log, item.line)?.event.kind !== 'command') continue;
    const message = `There is no URL here: the bot makes a link of the first word, ${text.split(' ', 1)[0]}.`;
    yield { ...placeOf(item), message };
  }
}

export function* unassignedActions(log: Scope): Generator<Finding> {
  if (!log.running) return;
  for (const action of actions(log.running)) {
    const text = textAt(log, action);
    if (text === '' || assigneesIn(log, log.running, text).length > 0) continue;
    yield { ...placeOf(action), message: 'This action names nobody who is present, so it is assigned to nobody.' };
  }
}

export function* unknownNicks(log: Scope): Generator<Finding> {
  for (const { event, running, ignored } of commandsGiven(log)) {
    if (ignored || !running) continue;
    if (event.command?.effect === 'chair') yield* strangers(log, running, event);
    if (event.command?.effect === 'unchair') yield* notChairs(log, running, event);
  }
}

/** Nicks after `#chair` that say nothing in the meeting while somebody with almost that nick does. */
function* strangers(log: MeetingLog, meeting: Meeting, event: CommandEvent): Generator<Finding> {
  const speakers = peopleOf(log, meeting)
    .filter(({ lines }) => lines > 0)
    .map(({ nick }) => nick);
  for (const { nick, place } of words(log, event, /[^, ]+/g)) {
    const near = speakers.includes(nick) ? undefined : nearNick(nick, speakers);
    if (!near) continue;
    yield { ...place, message: `${nick} says nothing in this meeting. Did you mean ${near}?`, meant: near };
  }
}

/** Nicks after `#unchair` that are no chairs: mostly because of a comma. */
function* notChairs(log: MeetingLog, meeting: Meeting, event: CommandEvent): Generator<Finding> {
  const chairs = chairsAt(meeting, event.line - 1);
  for (const { nick, place } of words(log, event, /\S+/g)) {
    if (chairs.includes(nick)) continue;
    const bare = nick.split(',').find(Boolean) ?? '';
    const near = chairs.includes(bare) ? bare : nearNick(nick, chairs);
    const hint =
      near === bare
        ? 'the bot takes the comma for a part of the nick'
        : near
          ? `did you mean ${near}?`
          : 'this does nothing';
    yield {
      ...place,
      message: `${nick} is not a chair: ${hint}.`.replace('?.', '?'),
      ...(near ? { meant: near } : {}),
    };
  }
}

export function* chairMismatches(log: Scope): Generator<Finding> {
  const { own, running } = log;
  for (const { event, expectedChairs } of own) {
    if (!expectedChairs || !running) continue;
    const change = running.chairChanges.findLast(({ line }) => line < event.line);
    yield {
      ...placeOf(event),
      message: `By the commands in this log, the chairs are ${expectedChairs.join(', ')} here.`,
      related: change ? [note(log, change.line, 'The chairs changed here')] : [],
    };
  }
}

export function* timeBackwards(log: Scope): Generator<Finding> {
  for (const { startLine, lastLine } of log.meetings) {
    for (const { line, above } of backwards(log.text, startLine, lastLine)) {
      const here = log.text.read(line);
      const there = log.text.read(above);
      yield {
        line,
        start: here.timeStart,
        end: here.timeEnd,
        message: `${clockTime(here.time ?? 0)} is earlier than ${clockTime(there.time ?? 0)}, the time above.`,
        related: [{ line: above, start: there.timeStart, end: there.timeEnd, message: 'The time above' }],
      };
    }
  }
}

export function* indentedCommands(log: Scope): Generator<Finding> {
  for (const { event, ignored } of commandsGiven(log)) {
    const { textStart } = log.text.read(event.line);
    if (ignored || event.start === textStart) continue;
    yield {
      line: event.line,
      start: textStart,
      end: event.wordEnd,
      message: `A bot takes ${commandText(event)} with blanks in front of it for talk. Meetlog records it.`,
      meant: `${commandText(event)}`,
    };
  }
}

/** Whether a word goes on behind what a command takes of it, as in `#openstack-meeting`, `#c++`, `#heat/42`. */
function isPartOfName(log: MeetingLog, { line, wordEnd }: CommandEvent): boolean {
  return /^[-+/.#@&=']\S/.test(log.text.text(line).slice(wordEnd));
}

/** Of some nicks the one that a nick most likely means: the same but for case, or a slip or two away. */
function nearNick(nick: string, among: readonly string[]): string | undefined {
  const typed = nick.toLowerCase();
  const allowed = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2;
  return among
    .map((other) => ({ other, distance: slipDistance(typed, other.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)[0]?.other;
}

/** The words of a command's argument with their places. */
function* words(log: MeetingLog, event: CommandEvent, pattern: RegExp) {
  const argument = { line: event.line, start: event.argumentStart, end: event.end };
  for (const match of textAt(log, argument).matchAll(pattern)) {
    const start = argument.start + match.index;
    yield { nick: match[0], place: { line: event.line, start, end: start + match[0].length } };
  }
}
