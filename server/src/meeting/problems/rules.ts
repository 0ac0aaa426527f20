import { clockTime } from '../../log/facts/clock.js';
import { type Stamp, stampAt } from '../../log/facts/stamps.js';
import { type Backward, backwards } from '../../log/facts/timeline.js';
import { perObject } from '../../log/text/perBlock.js';
import { byCodePoint, chairChange, lastChairChange } from '../chairs.js';
import { argumentOf, type CommandEvent, wordOf } from '../events.js';
import { splitLink } from '../links.js';
import { listed, mostListed, named } from '../listed.js';
import { type MeetingLog, partAt, partsOf, stepAt, textAt } from '../meetingLog.js';
import type { Meeting, Stretch } from '../model.js';
import { mostNicks, nicksWithin } from '../nickLists.js';
import { movedBy } from '../sections.js';
import { nearNick } from './nearNick.js';
import type { Finding } from './problem.js';
import { at, placeOf, type Scope } from './scope.js';

/*
 * One generator for each kind of problem. Most examine a part of a meeting, some all of it. Each depends only on the log and
 * yields what it finds; severity, settings and presentation are handled elsewhere.
 */

export function* notChair(scope: Scope): Generator<Finding> {
  const { running } = scope;
  if (!running) return;
  for (const { event, formerNick } of scope.ignored('not-chair')) {
    const lost = chairChange(running, event.nick, event.line - 1);
    const chairs = chairsText(running, scope.chairsAt(running, event.line));
    const why =
      formerNick === undefined
        ? `${named(event.nick)} is not a chair`
        : `${named(event.nick)} was a chair as ${named(formerNick)}, but the bot does not follow changes of nick`;
    yield {
      ...wordOf(event),
      message: `${why}: the bot ignores this ${given(event)}. Chairs here: ${chairs}.`,
      related: lost
        ? [scope.note(lost.line, `${named(event.nick)} stops being a chair here`)]
        : [scope.note(running.startLine, startText(running))],
    };
  }
}

function startText({ owner }: Meeting): string {
  return owner === '' ? 'The meeting begins here' : `${named(owner)} started the meeting here`;
}

/** Chairs for a message: all, or if there are very many, the owner and the number of others. */
function chairsText({ owner }: Meeting, chairs: ReadonlySet<string>): string {
  if (chairs.size <= mostListed) return listed(byCodePoint(chairs));
  return `${named(owner)} and ${(chairs.size - Number(chairs.has(owner))).toLocaleString('en')} others`;
}

export function* missingArguments(scope: Scope): Generator<Finding> {
  for (const { event, ignored } of scope.commands()) {
    if (ignored || !event.command?.argumentNeeded) continue;
    if (event.argumentStart < event.end) continue;
    const { argument, effect } = event.command;
    const missing = argument === 'nicks' ? 'nicks' : argument === 'link' ? 'URL' : 'text';
    const result = effect === effect.toUpperCase() ? 'the bot records an empty item' : 'it does nothing';
    yield { ...wordOf(event), message: `${given(event)} has no ${missing}: ${result}.` };
  }
}

export function* outsideMeeting(scope: Scope): Generator<Finding> {
  const { above, below } = scope;
  for (const { event } of scope.ignored('outside-meeting')) {
    const why = above || below ? 'No meeting is running here' : 'This log has no #startmeeting';
    yield {
      ...wordOf(event),
      message: `${why}: the bot ignores ${given(event)}.`,
      related: [
        ...(above ? [scope.note(above.lastLine, 'The previous meeting ended here')] : []),
        ...(below ? [scope.note(below.startLine, 'The next meeting starts here')] : []),
      ],
    };
  }
}

export function* alreadyStarted(scope: Scope): Generator<Finding> {
  const { running } = scope;
  if (!running) return;
  for (const { event } of scope.ignored('meeting-already-started')) {
    yield {
      ...wordOf(event),
      message: 'A meeting is already running: the bot does not start another until #endmeeting.',
      related: [scope.note(running.startLine, startText(running))],
    };
  }
}

/** For a whole meeting. If very many people tried to end it, the first are named. */
export function* missingEnd(log: MeetingLog, meeting: Meeting): Generator<Finding> {
  if (meeting.endLine !== undefined) return;
  const refused = partsOf(log, meeting).flatMap(({ start, stretch }) =>
    refusedEnds(stretch).map((event) => movedBy(event, start)),
  );
  yield {
    ...at(log, meeting.startLine),
    message: "This meeting is never ended: without a chair's #endmeeting the bot writes no minutes.",
    related: refused
      .slice(0, mostListed)
      .map((event) => ({ ...wordOf(event), message: `${named(event.nick)} is not a chair` })),
  };
}

const refusedEnds = perObject(({ steps }: Stretch): readonly CommandEvent[] => {
  const refused = steps.filter(({ ignored }) => ignored === 'not-chair').map(({ event }) => event);
  return refused.filter((event) => event.kind === 'command').filter(({ command }) => command?.effect === 'end');
});

export function* nothingToUndo(scope: Scope): Generator<Finding> {
  for (const { event } of scope.ignored('nothing-to-undo')) {
    yield {
      ...wordOf(event),
      message: `Nothing for ${given(event)} to remove: the minutes have no items here.`,
    };
  }
  for (const { event } of scope.ignored('last-is-no-item')) {
    yield {
      ...wordOf(event),
      message: `This ${given(event)} removes no item: the bot takes back the last command of any kind, and that recorded none.`,
    };
  }
}

export function* invalidLinks({ log, items }: Scope): Generator<Finding> {
  for (const item of items) {
    if (item.type !== 'LINK') continue;
    const text = textAt(log, item);
    if (text === '' || splitLink(text) || stepAt(log, item.line)?.event.kind !== 'command') continue;
    const message = `No URL: the bot links the first word, “${named(text.split(' ', 1)[0] ?? '')}”.`;
    yield { ...placeOf(item), message };
  }
}

export function* unassignedActions(scope: Scope): Generator<Finding> {
  for (const item of scope.items) {
    if (item.type !== 'ACTION') continue;
    const text = textAt(scope.log, item);
    if (text === '' || scope.present.names.find(text).size > 0) continue;
    yield { ...placeOf(item), message: 'This action names no one present, so it is not assigned to anyone.' };
  }
}

export function* unknownNicks(scope: Scope): Generator<Finding> {
  const { running } = scope;
  if (!running) return;
  for (const { event, ignored } of scope.commands()) {
    if (ignored) continue;
    yield* unreadNicks(event);
    if (event.command?.effect === 'chair') yield* strangers(scope, event);
    if (event.command?.effect === 'unchair') yield* notChairs(scope, running, event);
  }
}

/** Nicks that are not read because no chat line is that long. */
function* unreadNicks(event: CommandEvent): Generator<Finding> {
  if (event.command?.argument !== 'nicks' || event.argument.length <= mostNicks) return;
  const count = event.argument.split(/[, ]+/).filter(Boolean).length - mostNicks;
  if (count <= 0) return;
  const read = mostNicks.toLocaleString('en');
  const message = `Only the first ${read} of ${(mostNicks + count).toLocaleString('en')} nicks are read.`;
  yield { ...wordOf(event), message };
}

/** Nicks after `#chair` that say nothing in the meeting, although someone with almost the same nick does. */
function* strangers(scope: Scope, event: CommandEvent): Generator<Finding> {
  const { speakers } = scope.present;
  let skipped = 0;
  for (const { nick, place } of nicksOf(scope, event, scope.log.dialect.nickDividers.chair)) {
    if (speakers.has(nick) || obeyedAs(scope, nick) !== undefined) continue;
    const near = otherNick(scope, nick) ?? nearNick(nick, speakers, scope);
    if (near === null) skipped++;
    if (near)
      yield { ...place, message: `${named(nick)} says nothing in this meeting. Did you mean ${near}?`, meant: near };
  }
  yield* notCompared(event, skipped, 'everyone who speaks');
}

/** The nick of the speaker whom a name means that is not itself a nick. */
function otherNick({ present }: Scope, name: string): string | undefined {
  const nick = present.speakerNames.meant(name);
  return nick === name ? undefined : nick;
}

/** The same if no bot, which knows only nicks, was there. */
function obeyedAs(scope: Scope, name: string): string | undefined {
  return scope.running?.bot === undefined ? otherNick(scope, name) : undefined;
}

/** Nicks of a command that were not compared with all the others they might mean; see `nearNick`. */
function* notCompared(event: CommandEvent, count: number, others: string): Generator<Finding> {
  if (count === 0) return;
  const nicks = count.toLocaleString('en');
  const message = `Too many nicks to check for typos: ${nicks} of these were not compared with ${others}.`;
  yield { ...wordOf(event), message };
}

/** Nicks after `#unchair` that are not chairs, usually because of a comma. */
function* notChairs(scope: Scope, meeting: Meeting, event: CommandEvent): Generator<Finding> {
  const chairs = scope.chairsAt(meeting, event.line - 1);
  let skipped = 0;
  for (const { nick, place } of nicksOf(scope, event, scope.log.dialect.nickDividers.unchair)) {
    if (chairs.has(obeyedAs(scope, nick) ?? nick)) continue;
    const bare = nick.split(',').find(Boolean) ?? '';
    const near = chairs.has(bare) ? bare : nearNick(nick, chairs, scope);
    if (near === null) skipped++;
    yield { ...place, ...isNoChair(nick, bare, near ?? undefined) };
  }
  yield* notCompared(event, skipped, 'all chairs');
}

function isNoChair(nick: string, bare: string, near: string | undefined): Pick<Finding, 'message' | 'meant'> {
  const message = `${named(nick)} is not a chair: `;
  if (near === undefined) return { message: `${message}this does nothing.` };
  const hint = near === bare ? 'the bot treats the comma as part of the nick.' : `did you mean ${named(near)}?`;
  return { message: message + hint, meant: near };
}

export function* chairMismatches(scope: Scope): Generator<Finding> {
  const { steps, running } = scope;
  for (const { event, otherChairs } of steps) {
    if (!otherChairs || !running) continue;
    const { chairs, missing, added } = otherChairs;
    const change = lastChairChange(running, event.line - 1);
    const differing = [
      missing.length > 0 && `${listed(missing)} ${missing.length === 1 ? 'is also a chair' : 'are also chairs'}`,
      added.length > 0 && `${listed(added)} ${added.length === 1 ? 'is not a chair' : 'are not chairs'}`,
    ].filter(Boolean);
    yield {
      ...placeOf(event),
      message: chairs
        ? `According to the commands in this log, the chairs here are ${listed(chairs)}.`
        : `According to the commands in this log, ${differing.join('; ')}.`,
      related: change ? [scope.note(change.line, 'The chairs changed here')] : [],
    };
  }
}

/** For a whole meeting. */
export function* timeBackwards({ text }: MeetingLog, { startLine, lastLine }: Meeting): Generator<Finding> {
  const stamp = (line: number) => {
    const { timeStart: start, timeEnd: end } = text.read(line);
    return { line, start, end };
  };
  for (const back of backwards(text, startLine, lastLine)) {
    // Where dates or zones differ, only whole stamps show it.
    const shown = (line: number, { time }: Stamp) => (isSameDay(back) ? clockTime(time) : named(stampAt(text, line)));
    yield {
      ...stamp(back.line),
      message: `Time goes backwards: ${shown(back.line, back.stamp)} after ${shown(back.above, back.stampAbove)}.`,
      related: [{ ...stamp(back.above), message: 'The previous time' }],
    };
  }
}

function isSameDay({ stamp, stampAbove }: Backward): boolean {
  return stamp.day === stampAbove.day && stamp.zone === stampAbove.zone;
}

/** For bots that ignore such commands. */
export function* indentedCommands(scope: Scope): Generator<Finding> {
  if (scope.log.dialect.allowsIndent) return;
  for (const { event, ignored } of scope.commands()) {
    const { textStart } = scope.log.text.read(event.line);
    // A tag may follow a nick instead.
    if (ignored || event.start === textStart || !isBlankBefore(scope, event, textStart)) continue;
    yield {
      line: event.line,
      start: textStart,
      end: event.wordEnd,
      message: `Bots ignore ${given(event)} after leading spaces; Meetlog records it.`,
      meant: event.word,
    };
  }
}

function isBlankBefore({ log }: Scope, { line, start }: CommandEvent, textStart: number): boolean {
  return textAt(log, { line, start: textStart, end: start }).trim() === '';
}

/** A command's word for a message. */
function given(event: CommandEvent): string {
  return named(event.word);
}

/** The nicks in a command's argument with their places, up to the maximum. */
function* nicksOf({ log }: Scope, event: CommandEvent, dividers: string) {
  const { text, placeOf } = partAt(log, argumentOf(event));
  for (const { nick, at: from } of nicksWithin(text, dividers)) {
    yield { nick, place: placeOf(from, from + nick.length) };
  }
}
