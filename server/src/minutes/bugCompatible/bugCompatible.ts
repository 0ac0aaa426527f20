import { clockTime, elapsed } from '../../log/facts/clock.js';
import { bareLength } from '../../log/lineEnds.js';
import { byCodePoint } from '../../meeting/chairs.js';
import type { Effect } from '../../meeting/dialects/dialect.js';
import { commandAt, commandNamed } from '../../meeting/dialects/words.js';
import type { ItemType } from '../../meeting/itemTypes.js';
import { beginsWithUrl, firstWordAsLink, splitLink } from '../../meeting/links.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { type Finding, isAsciiWord, NameFinder } from '../../meeting/nameFinder.js';
import { logFile } from '../logFile.js';
import type { LogEntry, Minutes, MinutesItem, MinutesTopic, Moment } from '../minutes.js';
import { type MeetBotLine, matchEmote, matchSpoken } from './originalLines.js';

/**
 * What MeetBot 0.1.4 makes of a log when it replays it from the command line, which is not what it made of the meeting while it
 * was held: it reads lines by its own two patterns whatever the log's layout, the first to speak owns the meeting, commands count
 * before `#startmeeting`, a second one restarts the clock, and the minutes are those of the last `#endmeeting` or `#save`. Of a
 * log with several meetings, only what belongs to this one is replayed. Where the original stops with an error, this goes on.
 */
export function replayAsMeetBot(log: MeetingLog, meeting: Meeting, channel: string): Minutes {
  const index = log.meetings.indexOf(meeting);
  const first = (log.meetings[index - 1]?.lastLine ?? -1) + 1;
  const last = log.meetings[index + 1] ? meeting.lastLine : log.text.lineCount - 1;
  const all = replayRows(log, first, last);
  const state = all.end === undefined ? all : replayRows(log, first, all.end.line - 1);
  return minutesOfState(state, log.fileName, channel);
}

function replayRows({ text }: MeetingLog, first: number, last: number): State {
  const state = newState();
  for (let line = first; line <= last; line++) {
    const row = text.row(line);
    takeRow(state, line + 1, row.slice(0, bareLength(row)));
  }
  return state;
}

interface State {
  owner: string | undefined;
  readonly chairs: Set<string>;
  readonly lines: Map<string, number>;
  readonly items: Omit<MinutesItem, 'assignees'>[];
  readonly entries: LogEntry[];
  start: Moment | undefined;
  /** When the minutes were written last. */
  end: Moment | undefined;
  title: string;
  name: string | null;
  /** The last time that could be read, for lines without one: the original takes the clock of the run. */
  time: string;
}

function newState(): State {
  return {
    owner: undefined,
    chairs: new Set(),
    lines: new Map(),
    items: [],
    entries: [],
    start: undefined,
    end: undefined,
    title: '',
    name: null,
    time: '00:00:00',
  };
}

function takeRow(state: State, line: number, row: string): void {
  const spoken = matchSpoken(row);
  if (spoken) {
    if (state.owner === undefined) {
      state.owner = spoken.nick;
      state.chairs.add(spoken.nick);
    }
    takeLine(state, line, spoken);
  }
  // The text of a spoken line is tested again, and may give a line that nobody said.
  const emote = matchEmote(spoken ? spoken.text : row);
  if (emote) takeLine(state, line, { ...emote, text: `ACTION ${emote.text}` });
}

function takeLine(state: State, line: number, read: MeetBotLine): void {
  const nick = trimmed(read.nick);
  const text = trimmed(read.text);
  if (read.time !== undefined) state.time = clockTime(read.time);
  const moment: Moment = { line, time: state.time };
  state.lines.set(nick, (state.lines.get(nick) ?? 0) + 1);
  state.entries.push(entryOf(moment, nick, text));
  const parts = commandAt(text, 0);
  if (!parts && beginsWithUrl(text)) addItem(state, 'LINK', moment, nick, text);
  const command = parts && commandNamed(text.slice(0, parts.wordEnd));
  if (!command || (command.rights === 'chair' && !hasRights(state, nick))) return;
  effects[command.effect]?.(state, { moment, nick, argument: text.slice(parts.argumentStart) });
  if (command.effect === 'end' || command.effect === 'save') state.end = moment;
}

/** An owner whose nick is not ASCII is compared as bytes with text, and is never equal. */
function hasRights({ owner, chairs }: State, nick: string): boolean {
  const isFirst = nick === owner;
  return (isFirst || chairs.has(nick)) && !(isFirst && /[^\0-\x7f]/.test(nick));
}

interface Given {
  readonly moment: Moment;
  readonly nick: string;
  readonly argument: string;
}

const effects: Partial<Record<Effect, (state: State, given: Given) => void>> = {
  TOPIC: item('TOPIC'),
  AGREED: item('AGREED'),
  ACCEPTED: item('ACCEPTED'),
  REJECTED: item('REJECTED'),
  ACTION: item('ACTION'),
  INFO: item('INFO'),
  IDEA: item('IDEA'),
  HELP: item('HELP'),
  LINK: item('LINK'),
  start(state, { moment, nick, argument }) {
    state.start = moment;
    if (argument.trim() !== '' && hasRights(state, nick)) setTitle(state, argument);
  },
  end() {},
  title: (state, { argument }) => setTitle(state, argument),
  name(state, { argument }) {
    state.name = argument.trim().toLowerCase().replace(/\s+/g, '_');
  },
  chair(state, { argument }) {
    for (const name of argument.split(/[, ]+/).filter(Boolean)) {
      addNick(state, name);
      state.chairs.add(name);
    }
  },
  unchair(state, { argument }) {
    for (const name of argument.split(/\s+/)) state.chairs.delete(name);
  },
  nick(state, { argument }) {
    for (const name of argument.split(/[, ]+/).filter(Boolean)) addNick(state, name);
  },
  undo(state) {
    state.items.pop();
  },
  none() {},
};

function item(type: ItemType) {
  return (state: State, { moment, nick, argument }: Given) => addItem(state, type, moment, nick, argument);
}

function addItem(state: State, type: ItemType, moment: Moment, nick: string, text: string): void {
  const link = type === 'LINK' && { link: splitLink(text) ?? firstWordAsLink(text) };
  state.items.push({ ...moment, nick, type, text, anchor: state.entries.length, ...link });
}

function addNick({ lines }: State, nick: string): void {
  if (!lines.has(nick)) lines.set(nick, 0);
}

function setTitle(state: State, text: string): void {
  const title = text.trim();
  state.title = /^(?:none|unset)$/i.test(title) ? '' : title;
}

/**
 * The raw line is written before it is read: a text that begins with ACTION becomes an action without its first seven letters.
 */
function entryOf(moment: Moment, nick: string, text: string): LogEntry {
  if (!text.startsWith('ACTION')) return { ...moment, nick, isAction: false, text };
  const logged = `${nick} ${text.slice(7).trim()}`;
  const end = logged.search(/\s/);
  return { ...moment, nick: logged.slice(0, end), isAction: true, text: logged.slice(end).trimStart() };
}

function minutesOfState(state: State, fileName: string, channel: string): Minutes {
  const { owner = '', chairs, lines, title, name, start, end, entries } = state;
  const finder = new NameFinder(lines.keys(), asMeetBotFinds);
  const ranks = new Map(Array.from(lines.keys(), (nick, rank) => [nick, rank]));
  const rank = (nick: string) => ranks.get(nick) ?? 0;
  const items = state.items.map((one): MinutesItem => {
    if (one.type !== 'ACTION') return one;
    return { ...one, assignees: [...finder.find(one.text)].sort((a, b) => rank(a) - rank(b)) };
  });
  const firstTopic = items.findIndex(({ type }) => type === 'TOPIC');
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
    bot: null,
    start: begun,
    end: end ?? null,
    duration: end ? elapsed(secondsOf(begun), secondsOf(end)) : null,
    items: firstTopic < 0 ? items : items.slice(0, firstTopic),
    topics: firstTopic < 0 ? [] : topicsOf(items.slice(firstTopic)),
    people: [...lines]
      .map(([nick, said]) => ({ nick, lines: said, chair: nick === owner || chairs.has(nick) }))
      .sort((a, b) => b.lines - a.lines),
    log: logFile(fileName),
    entries,
  };
}

/** Items that begin with a topic, each topic with those that follow it. */
function topicsOf(items: readonly MinutesItem[]): MinutesTopic[] {
  const topics: { topic: MinutesItem; below: MinutesItem[] }[] = [];
  for (const one of items) {
    if (one.type === 'TOPIC') topics.push({ topic: one, below: [] });
    else topics.at(-1)?.below.push(one);
  }
  return topics.map(({ topic, below }) => ({ ...topic, items: below }));
}

/** `\bNICK\b` with ASCII's letters, digits and underscore, ignoring the case of ASCII's letters. */
const asMeetBotFinds: Finding = {
  folded: (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  isWord: isAsciiWord,
  mayBegin: isBoundary,
  mayEnd: isBoundary,
  longestOnly: false,
};

function isBoundary(text: string, at: number): boolean {
  return isAsciiWord(text, at - 1) !== isAsciiWord(text, at);
}

function secondsOf({ time }: Moment): number {
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? '').split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** A text without blanks and the marks of CTCP at its ends. */
function trimmed(text: string): string {
  const isMark = (character: string | undefined) => character === ' ' || character === '\u0001';
  let start = 0;
  let end = text.length;
  while (start < end && isMark(text[start])) start++;
  while (end > start && isMark(text[end - 1])) end--;
  return text.slice(start, end);
}
