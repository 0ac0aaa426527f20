import { isScribeBot } from '../../meeting/dialects/scribeBots.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import { nickKey } from '../../meeting/scribe/nameLists.js';
import { linesMinuted, roleChange, type ScribedLine, scribeAt, scribedLine } from '../../meeting/scribe/scribedLine.js';
import type { Rule } from '../../meeting/scribe/shown.js';
import { firstNotAbove } from '../../meeting/sorted.js';
import { sayAbove } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { labelOn, saidAt } from '../scribe/scribeTarget.js';
import { applyCorrections } from './applyCorrections.js';
import { lastSpeakers } from './assignable.js';
import { type Fix, fix } from './fix.js';
import { named, type Refactoring, titleFrom, withPlaceholder } from './refactoring.js';

/** What can be done with a line of a meeting with a scribe, or with a selected run of lines. */
export function scribedRefactorings(log: MeetingLog, line: number, last: number): Refactoring[] {
  const on = firstSaid(log, line, last);
  if (!on) return [];
  const at = on.meeting.startLine + on.row;
  if (last > line) return named('topic', insertTopic(log, at, on, 'Make this a topic', titleOf(log, at, on)));
  return [
    ...named('correct', applyCorrections(log, on)),
    ...named('record', recordAs(log, at, on)),
    ...named('assign', assignTo(log, at, on)),
    ...named('change', changeKind(log, at, on)),
    ...named('topic', insertTopic(log, at, on, 'Insert topic here', '')),
    ...named('scribe', setScribe(log, at, on)),
  ];
}

/** The most lines of a selection that are searched for a message. */
const mostSearched = 100;

function firstSaid(log: MeetingLog, line: number, last: number): ScribedLine | undefined {
  for (let at = line; at <= Math.min(last, line + mostSearched); at++) {
    const on = scribedLine(log, at);
    if (on) return on;
  }
  return undefined;
}

const talk: ReadonlySet<Rule> = new Set(['speech', 'speech-continuation', 'continuation', 'narration', 'remark']);

/** The labels with which a line of talk may be recorded. */
const recorded = ['Topic:', 'ACTION:', 'RESOLVED:'] as const;

/** Puts a label in front of a line of talk, instead of dots, or of who speaks unless it is to be done. */
function recordAs(log: MeetingLog, line: number, on: ScribedLine): Fix[] {
  if (!talk.has(on.rule) || isScribeBot(on.record.nick) || on.changes.length > 0) return [];
  const { text, placeOf } = saidAt(log, line);
  const said = on.shown?.lines.find((one) => one.place.line === on.row);
  if (!said?.isInLog || said.text.trim() === '') return [];
  const start = placeOf(text.search(/[^ ]|$/), text.length).start;
  return recorded.flatMap((label) => {
    const end = label === 'ACTION:' && on.rule === 'speech' ? start : said.place.start;
    return fix(`Record as ${label}`, [{ range: rangeOf({ line, start, end }), newText: `${label} ` }]);
  });
}

/** The labels of items, by the rule that reads them. */
const itemLabels: Partial<Readonly<Record<Rule, string>>> = {
  topic: 'Topic:',
  action: 'ACTION:',
  resolution: 'RESOLVED:',
  issue: 'ISSUE:',
};

/** Makes an item one of another type. */
function changeKind(log: MeetingLog, line: number, on: ScribedLine): Fix[] {
  const label = labelOn(log, line, on);
  if (!label || label.typed.text === '' || itemLabels[on.rule] === undefined) return [];
  return Object.entries(itemLabels)
    .filter(([rule]) => rule !== on.rule)
    .flatMap(([, word]) => fix(`Change to ${word}`, [{ range: rangeOf(label.place), newText: word }]));
}

/** The most people whom an action can be assigned to. */
const mostPeople = 5;

/** Assigns an action to those who spoke last, instead of those who are named before ` to `, if they are present. */
function assignTo(log: MeetingLog, line: number, on: ScribedLine): Fix[] {
  const label = on.rule === 'action' ? labelOn(log, line, on) : undefined;
  if (!label || label.typed.text === '') return [];
  const { text, textStart } = label.typed;
  const owner = /^([^,:]{1,60}?) to /.exec(text)?.[1];
  const isNamed = owner !== undefined && isSomeone(on, owner);
  const { placeOf } = saidAt(log, line);
  const range = rangeOf(placeOf(textStart, textStart + (isNamed ? owner.length : 0)));
  return lastHeard(log, line, on)
    .filter((person) => person !== owner)
    .slice(0, mostPeople)
    .flatMap((person) => fix(`Assign to ${person}`, [{ range, newText: isNamed ? person : `${person} to ` }]));
}

/** Whether a name is that of someone who speaks, for whom the scribe writes, or who is in a list. */
function isSomeone({ meeting, scribed, row }: ScribedLine, name: string): boolean {
  const key = nickKey(name);
  if (linesMinuted(scribed, name) > 0 || roleChange(scribed, 'present', name, row)) return true;
  return meeting.named.has(name) || scribed.nicks.has(name) || scribed.nicks.has(key);
}

/** How many paragraphs above a line are searched for those who spoke. */
const paragraphsAbove = 50;

/** Those for whom the scribe wrote above a line, and those who wrote themselves. */
function lastHeard(log: MeetingLog, line: number, { meeting, scribed, shown, record }: ScribedLine): string[] {
  const at = firstNotAbove(scribed.state.shown, shown?.index ?? 0, ({ index }) => index);
  const spoken = scribed.state.shown
    .slice(Math.max(0, at - paragraphsAbove), at)
    .flatMap(({ speaker }) => speaker ?? []);
  return [...new Set([...spoken.reverse(), record.nick, ...lastSpeakers(log, meeting, line, mostPeople)])];
}

/** A topic above a line, by the scribe, who may be anyone. */
function insertTopic(log: MeetingLog, line: number, on: ScribedLine, title: string, text: string): Fix[] {
  const nick = scribeNick(on);
  if (nick === undefined) return [];
  const topic = text || 'New topic';
  const edit = sayAbove(log, line, nick, undefined, `Topic: ${topic}`);
  return fix(title, [edit && withPlaceholder(edit, topic)]);
}

function scribeNick({ scribed, row, record: { nick } }: ScribedLine): string | undefined {
  const scribe = scribeAt(scribed, row);
  if (scribe !== undefined && scribe !== '*') return scribe;
  return isScribeBot(nick) ? undefined : nick;
}

/** What a line says, without its label, who speaks, or dots. */
function titleOf(log: MeetingLog, line: number, { shown, row }: ScribedLine): string {
  const said = shown?.lines.find(({ place }) => place.line === row)?.text;
  return titleFrom(said ?? saidAt(log, line).text);
}

/** Makes whoever speaks the scribe from a line on. */
function setScribe(log: MeetingLog, line: number, { scribed, row, record: { nick } }: ScribedLine): Fix[] {
  if (isScribeBot(nick) || /[\s,/=]/.test(nick) || roleChange(scribed, 'scribe', nick, row)?.on) return [];
  return fix(`Set ${nick} as scribe from here`, [sayAbove(log, line, nick, undefined, `scribe: ${nick}`)]);
}
