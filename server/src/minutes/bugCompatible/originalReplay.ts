import { clockTime } from '../../log/facts/clock.js';
import { bareLength } from '../../log/lineEnds.js';
import type { Effect } from '../../meeting/dialects/dialect.js';
import { commandAt, commandNamed } from '../../meeting/dialects/words.js';
import { type ItemType, isItemType } from '../../meeting/itemTypes.js';
import { beginsWithUrl, firstWordAsLink, splitLink } from '../../meeting/links.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { LogEntry, MinutesItem, Moment } from '../minutes.js';
import { matchEmote, matchSpoken, type OriginalLine } from './originalLines.js';

/**
 * Replays lines of a log from `first` to `last`, both 0-based and inclusive, by the rules of MeetBot 0.1.4. Continues where the
 * original stops with an error.
 */
export function originalReplay({ text }: MeetingLog, first: number, last: number): OriginalState {
  const state = newState();
  for (let line = first; line <= last; line++) {
    const row = text.row(line);
    takeRow(state, line + 1, row.slice(0, bareLength(row)));
  }
  return state;
}

/** The state of the replay after a line. Lines are 1-based here. */
export interface OriginalState {
  owner: string | undefined;
  readonly chairs: Set<string>;
  readonly lines: Map<string, number>;
  readonly items: Omit<MinutesItem, 'assignees'>[];
  readonly entries: LogEntry[];
  start: Moment | undefined;
  /** When the minutes were last written. */
  end: Moment | undefined;
  title: string;
  name: string | null;
  /** The last time that could be read, for lines without one, for which the original uses the current time. */
  time: string;
}

function newState(): OriginalState {
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

function takeRow(state: OriginalState, line: number, row: string): void {
  const spoken = matchSpoken(row);
  if (spoken) {
    if (state.owner === undefined) {
      state.owner = spoken.nick;
      state.chairs.add(spoken.nick);
    }
    takeLine(state, line, spoken);
  }
  // The text of a spoken line is tested again, and may yield a line that no one said.
  const emote = matchEmote(spoken ? spoken.text : row);
  if (emote) takeLine(state, line, { ...emote, text: `ACTION ${emote.text}` });
}

function takeLine(state: OriginalState, line: number, read: OriginalLine): void {
  const nick = trimmed(read.nick);
  const text = trimmed(read.text);
  if (read.time !== undefined) state.time = clockTime(read.time);
  const moment: Moment = { line, time: state.time };
  state.lines.set(nick, (state.lines.get(nick) ?? 0) + 1);
  state.entries.push(entryOf(moment, nick, text));
  const parts = commandAt(text, 0);
  if (!parts && beginsWithUrl(text)) addItem(state, 'LINK', { moment, nick, argument: text });
  const command = parts && commandNamed(text.slice(0, parts.wordEnd));
  if (!command || (command.rights === 'chair' && !hasRights(state, nick))) return;
  takeCommand(state, command.effect, { moment, nick, argument: text.slice(parts.argumentStart) });
}

function takeCommand(state: OriginalState, effect: Effect, command: SpokenCommand): void {
  if (isItemType(effect)) addItem(state, effect, command);
  else steps[effect]?.(state, command);
}

/** The original compares an owner's non-ASCII nick as bytes with text, which are never equal. */
function hasRights({ owner, chairs }: OriginalState, nick: string): boolean {
  const isFirst = nick === owner;
  return (isFirst || chairs.has(nick)) && !(isFirst && /[^\0-\x7f]/.test(nick));
}

/** Runs a command given by the owner, a chair or anyone. */
interface SpokenCommand {
  readonly moment: Moment;
  readonly nick: string;
  readonly argument: string;
}

/** The commands that add no item. */
const steps: Partial<Record<Exclude<Effect, ItemType>, (state: OriginalState, command: SpokenCommand) => void>> = {
  start(state, { moment, nick, argument }) {
    state.start = moment;
    if (argument.trim() !== '' && hasRights(state, nick)) setTitle(state, argument);
  },
  end: writeMinutes,
  save: writeMinutes,
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
};

function writeMinutes(state: OriginalState, { moment }: SpokenCommand): void {
  state.end = moment;
}

function addItem(state: OriginalState, type: ItemType, { moment, nick, argument }: SpokenCommand): void {
  const link = type === 'LINK' && { link: splitLink(argument) ?? firstWordAsLink(argument) };
  state.items.push({ ...moment, nick, type, text: argument, anchor: state.entries.length, ...link });
}

function addNick({ lines }: OriginalState, nick: string): void {
  if (!lines.has(nick)) lines.set(nick, 0);
}

function setTitle(state: OriginalState, text: string): void {
  const title = text.trim();
  state.title = /^(?:none|unset)$/i.test(title) ? '' : title;
}

/**
 * The raw line is logged before it is parsed: a text that begins with ACTION becomes an action without its first seven
 * characters.
 */
function entryOf(moment: Moment, nick: string, text: string): LogEntry {
  if (!text.startsWith('ACTION')) return { ...moment, nick, isAction: false, text };
  const logged = `${nick} ${text.slice(7).trim()}`;
  const end = logged.search(/\s/);
  return { ...moment, nick: logged.slice(0, end), isAction: true, text: logged.slice(end).trimStart() };
}

/** Strips spaces and CTCP marks from both ends of a text. */
function trimmed(text: string): string {
  const isMark = (character: string | undefined) => character === ' ' || character === '\u0001';
  let start = 0;
  let end = text.length;
  while (start < end && isMark(text[start])) start++;
  while (end > start && isMark(text[end - 1])) end--;
  return text.slice(start, end);
}
