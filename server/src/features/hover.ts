import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { durationText } from '../log/facts/clock.js';
import { linesOf, speaker } from '../log/facts/speakers.js';
import { secondsBetween } from '../log/facts/timeline.js';
import type { Place } from '../log/place.js';
import type { Steps } from '../log/steps.js';
import { agenda } from '../meeting/agenda.js';
import { actionsFor, assigneesIn } from '../meeting/assignees.js';
import { chairChange, chairsAt } from '../meeting/chairs.js';
import type { Command } from '../meeting/dialects/dialect.js';
import { isScribeBot } from '../meeting/dialects/scribeBots.js';
import { listed, mostListed, named, quoted } from '../meeting/listed.js';
import { type MeetingLog, meetingAt, textAt } from '../meeting/meetingLog.js';
import type { Ignored, Item, Meeting, Step, Vote } from '../meeting/model.js';
import { openDateNote } from '../meeting/openDate.js';
import { peopleOf } from '../meeting/people.js';
import { presentAt } from '../meeting/present.js';
import { findingProblems, problemsOn } from '../meeting/problems/findProblems.js';
import { lastUpTo } from '../meeting/sorted.js';
import { escapeForHover } from '../minutes/escape/markdownDoor.js';
import { dateByBot } from '../minutes/meetingTime.js';
import type { LogProject } from '../workspace/logProject.js';
import { count, shown, timeAt, typeName, voteSummary } from './describe.js';
import { type FoundPerson, personAt } from './person.js';
import { rangeOf } from './positions.js';
import { isReported, type Reporting } from './reported.js';
import { linesAbout, minutedText, rolesText, scribedCard } from './scribe/scribeHover.js';
import { type CommandTarget, type Target, targetAt } from './target.js';

/**
 * What is at the cursor, at that point of the meeting: a time, a person wherever they are named, a command, an item or a vote;
 * null for talk.
 */
export function* hover(log: MeetingLog, position: Position, settings: Reporting): Steps<Hover | null> {
  const target = yield* targetAt(log, position);
  if (!target) return null;
  if (target.kind === 'command' && target.step.ignored) yield* findingProblems(log);
  return card(target.place, [...paragraphsOn(log, target, settings), ...aboutText(log, target)]);
}

function paragraphsOn(log: MeetingLog, target: Target, settings: Reporting): (string | undefined)[] {
  const { line } = target.place;
  switch (target.kind) {
    case 'time':
      return timeCard(log, line);
    case 'command':
      return commandCard(log, target, settings);
    case 'person':
      return personCard(log, line, personAt(log, target, settings.project), settings.project);
    case 'item':
      return itemCard(log, target.item);
    case 'option':
      return [voteLine(log, target.vote)];
    case 'scribed':
      return scribedCard(log, target);
    default:
      return [];
  }
}

/** What there is to know about all that is said on a line, for targets in it. */
function aboutText(log: MeetingLog, target: Target): (string | undefined)[] {
  const isInText = target.kind !== 'time' && !(target.kind === 'person' && target.role === 'speaker');
  return isInText ? linesAbout(log, target.place.line) : [];
}

function card(place: Place, paragraphs: readonly (string | undefined)[]): Hover | null {
  const value = paragraphs.filter(Boolean).join('\n\n').replaceAll('\t', ' ');
  return value === '' ? null : { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(place) };
}

function timeCard(log: MeetingLog, line: number): string[] {
  const meeting = meetingAt(log, line);
  const seconds = meeting && secondsBetween(log.text, meeting.startLine, line);
  if (!meeting || seconds === undefined) return [];
  const date = dateByBot(log, meeting, line);
  const note = openDateNote(log, meeting);
  return [`${date ? `${date}, ` : ''}${durationText(seconds)} after the meeting started`, ...(note ? [note] : [])];
}

function personCard(
  log: MeetingLog,
  line: number,
  { nick, nicks }: FoundPerson,
  project?: LogProject,
): (string | undefined)[] {
  const meeting = meetingAt(log, line);
  const name = `**${escapeForHover(named(nick))}**`;
  const others = otherNicks(nick, nicks);
  const names = otherNames(log, meeting, nick, project?.persons.listed(nick)?.name);
  if (!meeting) return [`${name} · no meeting is running here`, presence(log, nick), others, names];
  return [
    `${name} · ${role(log, meeting, nick, line)}`,
    attendance(log, meeting, nick, line),
    minutedText(meeting, nick),
    others,
    names,
    openActions(log, meeting, nick),
  ];
}

/** The other nicks of the same person. */
function otherNicks(nick: string, nicks: readonly string[]): string | undefined {
  const others = nicks.filter((one) => one !== nick);
  return others.length === 0 ? undefined : `Also: ${listed(others, (one) => escapeForHover(named(one)))}`;
}

/** Whose item it is, when it was recorded, in which topic, and for whom. */
function itemCard(log: MeetingLog, item: Item): (string | undefined)[] {
  const meeting = meetingAt(log, item.line);
  if (!meeting) return [];
  const head = `**${typeName(item.type)}** by ${escapeForHover(named(item.nick))}${when(log, item.line)}`;
  const topic = topicOf(meeting, item);
  const text = topic && escapeForHover(shown(textAt(log, topic)).trim());
  const people = item.type === 'ACTION' ? assigneesIn(log, meeting, textAt(log, item)) : [];
  return [
    head,
    text && `Topic: ${text}`,
    people.length > 0 ? `For ${listed(people, (nick) => escapeForHover(named(nick)))}` : undefined,
  ];
}

/** The topic that an item belongs to. */
function topicOf(meeting: Meeting, item: Item): Item | undefined {
  if (item.type === 'TOPIC') return undefined;
  const topics = agenda(meeting).topics.map((topic) => topic.item);
  return lastUpTo(topics, item.line);
}

function voteLine(log: MeetingLog, vote: Vote): string {
  return `${escapeForHover(textAt(log, vote.question))}: ${escapeForHover(voteSummary(vote))}`;
}

/** How much someone said in the whole log. */
function presence(log: MeetingLog, nick: string): string | undefined {
  const own = speaker(log.text, nick);
  if (!own) return undefined;
  const seen = [timeAt(log, own.first), timeAt(log, own.last)].filter(Boolean).join(' to ');
  return `${count(own.lines, 'line')} in this log${seen && `, ${seen}`}`;
}

/** Whether someone is a chair at a line, since when and appointed by whom. */
function role(log: MeetingLog, meeting: Meeting, nick: string, line: number): string {
  if (nick === meeting.bot || (meeting.scribed && isScribeBot(nick))) return 'the bot';
  const roles = rolesText(log, meeting, nick, line);
  if (roles !== undefined) return roles;
  const change = chairChange(meeting, nick, line);
  if (nick === meeting.owner) return `chair, started the meeting${when(log, meeting.startLine)}`;
  if (!change) return 'not a chair';
  if (change.chair) return `chair, appointed${when(log, change.line)} by ${escapeForHover(named(change.by))}`;
  const since = timeAt(log, change.line);
  return `no longer a chair${since && ` (since ${since})`}`;
}

/** ` at HH:MM:SS`, empty where a line has no time. */
function when(log: MeetingLog, line: number): string {
  const time = timeAt(log, line);
  return time && ` at ${time}`;
}

function attendance(log: MeetingLog, meeting: Meeting, nick: string, line: number): string | undefined {
  const person = peopleOf(log, meeting).find((one) => one.nick === nick);
  const soFar = linesOf(log.text, nick, meeting.startLine, line);
  if (!person) return undefined;
  const [first, last] = [timeAt(log, person.first), timeAt(log, person.last)];
  const seen = first && last && `; first seen ${first}, last seen ${last}`;
  return `${count(person.lines, 'line')} in this meeting, ${soFar} up to here${seen}`;
}

/** The names that someone gave, or that a bot told, after the one in the project's file. */
function otherNames(log: MeetingLog, meeting: Meeting | undefined, nick: string, own?: string): string | undefined {
  const names = [...new Set([own ?? [], meeting ? presentAt(log, meeting).aliasesOf(nick) : []].flat())];
  return names.length === 0 ? undefined : `Name: ${listed(names, (name) => escapeForHover(named(name)))}`;
}

function openActions(log: MeetingLog, meeting: Meeting, nick: string): string | undefined {
  const own = actionsFor(log, meeting, nick);
  if (own.length === 0) return undefined;
  const lines = own.slice(0, mostListed).map((action) => `- ${escapeForHover(textAt(log, action))}`);
  const more = own.length - lines.length;
  if (more > 0) lines.push(`- … and ${more.toLocaleString('en')} more`);
  return `Action items:\n${lines.join('\n')}`;
}

function commandCard(
  log: MeetingLog,
  { step, command, place }: CommandTarget,
  settings: Reporting,
): (string | undefined)[] {
  const [name, ...aliases] = command.words;
  const argument = command.argument ? ` *${command.argument}*` : '';
  const also = aliases.length > 0 ? ` Also: ${aliases.join(', ')}.` : '';
  const who = command.rights === 'chair' ? 'Chairs may give it.' : 'Anyone may give it.';
  const why = step.ignored && !isExplained(log, place, settings) ? reasonOf(step) : undefined;
  return [
    `**${escapeForHover(name ?? '')}**${argument}`,
    `${command.help} ${who}${also}`,
    why && `Ignored here: ${why}.`,
    effect(log, step, command),
  ];
}

/** Whether a problem at a command is shown, which says why it was ignored. */
function isExplained(log: MeetingLog, { line, start, end }: Place, settings: Reporting): boolean {
  return problemsOn(log, line, line).some(
    (problem) => problem.start < end && problem.end > start && isReported(settings, log, problem),
  );
}

/** Why a command was ignored; undefined if it was not. */
function reasonOf({ refusal, ignored }: Step): string | undefined {
  return refusal ? refusalReason(refusal.said) : ignored && reasons[ignored];
}

function refusalReason(said: string): string {
  return `the bot refused it, ${escapeForHover(quoted(said))}`;
}

const reasons: Readonly<Record<Ignored, string>> = {
  refused: 'the bot refused it',
  'not-heard': 'its author is on the other side of a bridge, whose lines begin with a nick',
  'unknown-command': 'it is not a command of any bot',
  'outside-meeting': 'no meeting is running',
  'meeting-already-started': 'a meeting is already running',
  'not-chair': 'its author is not a chair',
  'nothing-to-undo': 'there is nothing to remove',
  'last-is-no-item': 'the bot takes back the last command of any kind, and that did not record an item',
  'vote-not-open': 'no vote is open',
  'vote-already-open': 'another vote is open',
  'invalid-vote': 'the bot does not understand it',
};

/** What a command did at its place in the log. */
function effect(log: MeetingLog, { event: { line }, ignored }: Step, command: Command): string | undefined {
  const meeting = meetingAt(log, line);
  if (!meeting || ignored) return undefined;
  if (command.effect === 'chair' || command.effect === 'unchair') {
    return `Chairs after this line: ${listed(chairsAt(meeting, line), (nick) => escapeForHover(named(nick)))}`;
  }
  const vote = meeting.votes.find((one) => one.line === line || one.endLine === line);
  if (vote) return voteLine(log, vote);
  const undone = meeting.undone.find((one) => one.line === line)?.item;
  return undone && `Removes: ${undone.type} ${escapeForHover(textAt(log, undone))}`;
}
