import { isSpoken } from '../log/logLine.js';
import type { LogText } from '../log/logText.js';
import { speakers } from '../log/tally.js';
import type { Effect, ItemType } from './commands.js';
import { type CommandEvent, type Event, events, type ReplyEvent } from './events.js';
import type { ChairChange, Ignored, Item, Meeting, Person, Place, Step, Undone } from './model.js';
import { byCodePoint } from './model.js';

/** The meetings of a log, and what came of each event in it. */
export interface Replay {
  readonly meetings: readonly Meeting[];
  readonly steps: readonly Step[];
}

/** Replays the events of a log, as the bot took them when the meeting was held. */
export function replay(log: LogText): Replay {
  const meetings: Meeting[] = [];
  const steps: Step[] = [];
  let draft: Draft | undefined;
  for (const event of events(log)) {
    const starts = !draft && event.kind === 'command' && event.command?.effect === 'start';
    if (starts) draft = newDraft(event.nick);
    steps.push({ event, meeting: draft && meetings.length, ...(draft ? take(draft, event, log) : outside(event)) });
    if (draft?.endLine !== undefined) {
      meetings.push(finish(draft, log));
      draft = undefined;
    }
  }
  if (draft) meetings.push(finish(draft, log));
  return { meetings, steps };
}

type Outcome = Pick<Step, 'ignored' | 'expectedChairs'>;

/** A meeting while it runs. */
interface Draft {
  readonly owner: string;
  startLine: number | undefined;
  endLine: number | undefined;
  bot: string | undefined;
  date: string | undefined;
  title: Place | undefined;
  name: string | undefined;
  readonly items: Item[];
  readonly undone: Undone[];
  readonly chairs: Set<string>;
  readonly chairChanges: ChairChange[];
  /** The chairs after each command that makes a bot list them, as long as it has not. */
  readonly unprinted: string[][];
  /** Chairs by the replay whom the bot did not list: told once. */
  readonly disputed: Set<string>;
  /** Who was named by `#chair` or `#nick`, and the line of it. */
  readonly named: Map<string, number>;
  /** The first nick of whoever changed it. */
  readonly formerly: Map<string, string>;
}

function newDraft(owner: string): Draft {
  return {
    owner,
    startLine: undefined,
    endLine: undefined,
    bot: undefined,
    date: undefined,
    title: undefined,
    name: undefined,
    items: [],
    undone: [],
    chairs: new Set(),
    chairChanges: [],
    unprinted: [],
    disputed: new Set(),
    named: new Map(),
    formerly: new Map(),
  };
}

function outside(event: Event): Outcome {
  if (event.kind !== 'command') return {};
  return { ignored: event.command ? 'outside-meeting' : 'unknown-command' };
}

function take(draft: Draft, event: Event, log: LogText): Outcome {
  switch (event.kind) {
    case 'command':
      return takeCommand(draft, event, log);
    case 'link':
      addItem(draft, 'LINK', { line: event.line, start: event.start, end: event.end }, event.nick);
      return {};
    case 'reply':
      return takeReply(draft, event);
    case 'nick':
      draft.formerly.set(event.to, draft.formerly.get(event.nick) ?? event.nick);
      return {};
  }
}

function takeCommand(draft: Draft, event: CommandEvent, log: LogText): Outcome {
  const { command } = event;
  if (!command) return { ignored: 'unknown-command' };
  if (command.rights === 'chair' && !hasRights(draft, event.nick)) return { ignored: 'not-chair' };
  const argument = { line: event.line, start: event.argumentStart, end: event.end };
  const text = log.text(event.line).slice(argument.start, argument.end);
  const ignored = effects[command.effect](draft, { ...event, argument, text });
  return ignored ? { ignored } : {};
}

/** Chairs and the owner may do everything, under any later nick as well. Nicks are compared exactly. */
function hasRights(draft: Draft, nick: string): boolean {
  const first = draft.formerly.get(nick) ?? nick;
  return [nick, first].some((name) => name === draft.owner || draft.chairs.has(name));
}

interface Given extends CommandEvent {
  readonly argument: Place;
  readonly text: string;
}

/** What each command does to the meeting; a reason where it does nothing after all. */
const effects: Record<Effect, (draft: Draft, given: Given) => Ignored | undefined> = {
  TOPIC: recordItem('TOPIC'),
  AGREED: recordItem('AGREED'),
  ACCEPTED: recordItem('ACCEPTED'),
  REJECTED: recordItem('REJECTED'),
  ACTION: recordItem('ACTION'),
  INFO: recordItem('INFO'),
  IDEA: recordItem('IDEA'),
  HELP: recordItem('HELP'),
  LINK: recordItem('LINK'),
  start(draft, { line, nick, text, argument }) {
    if (draft.startLine !== undefined) return 'meeting-already-started';
    draft.startLine = line;
    setChair(draft, line, nick, true, nick);
    if (text !== '') draft.title = argument;
    return undefined;
  },
  end(draft, { line }) {
    draft.endLine = line;
    return undefined;
  },
  title(draft, { text, argument }) {
    draft.title = /^(?:none|unset|)$/i.test(text.trim()) ? undefined : argument;
    return undefined;
  },
  name(draft, { text }) {
    draft.name = text.trim().toLowerCase().replace(/\s+/g, '_');
    return undefined;
  },
  chair(draft, { line, nick, text }) {
    for (const name of text.split(/[, ]+/).filter(Boolean)) {
      if (!draft.named.has(name)) draft.named.set(name, line);
      setChair(draft, line, name, true, nick);
    }
    draft.unprinted.push(byCodePoint(draft.chairs));
    return undefined;
  },
  unchair(draft, { line, nick, text }) {
    // White space only, as in the original: with "bob, cat" it finds nobody called "bob,".
    for (const name of text.split(/\s+/).filter(Boolean)) {
      // The owner may be taken off the list, but the bot goes on listing and obeying them.
      if (name !== draft.owner) setChair(draft, line, name, false, nick);
    }
    draft.unprinted.push(byCodePoint(draft.chairs));
    return undefined;
  },
  nick(draft, { line, text }) {
    for (const name of text.split(/[, ]+/).filter(Boolean)) {
      if (!draft.named.has(name)) draft.named.set(name, line);
    }
    return undefined;
  },
  undo(draft, { line }) {
    const item = draft.items.pop();
    if (!item) return 'nothing-to-undo';
    draft.undone.push({ line, item });
    return undefined;
  },
  none: () => undefined,
};

function recordItem(type: ItemType) {
  return (draft: Draft, { argument, nick }: Given): undefined => addItem(draft, type, argument, nick);
}

function addItem(draft: Draft, type: ItemType, place: Place, nick: string): undefined {
  draft.items.push({ type, ...place, nick });
}

function setChair(draft: Draft, line: number, nick: string, chair: boolean, by: string): void {
  if (draft.chairs.has(nick) === chair) return;
  if (chair) draft.chairs.add(nick);
  else draft.chairs.delete(nick);
  draft.chairChanges.push({ line, nick, chair, by });
}

/** Takes the bot's word for what the log does not show, and compares its list of chairs with the replay's. */
function takeReply(draft: Draft, { line, nick, reply }: ReplyEvent): Outcome {
  draft.bot ??= nick;
  if (nick !== draft.bot) return {};
  switch (reply.kind) {
    case 'started':
      draft.date ??= reply.date;
      return reply.owner === undefined ? {} : compareChairs(draft, line, [reply.owner]);
    case 'name':
      draft.name = reply.name;
      return {};
    case 'chairs':
      return compareChairs(draft, line, reply.nicks);
    case 'ended':
      return {};
  }
}

/**
 * A bot answers late where commands come fast: besides the list of the moment, any that it has not printed yet will do. Where
 * none does, whoever the bot lists is a chair from then on, since it takes their commands; whoever it lacks keeps their rights.
 */
function compareChairs(draft: Draft, line: number, nicks: readonly string[]): Outcome {
  const expectedChairs = byCodePoint(draft.chairs);
  const said = withoutDisputed(draft, nicks);
  const index = [...draft.unprinted, expectedChairs].findIndex((list) => withoutDisputed(draft, list) === said);
  if (index >= 0) {
    draft.unprinted.splice(0, index + 1);
    return {};
  }
  for (const nick of expectedChairs) if (!nicks.includes(nick)) draft.disputed.add(nick);
  for (const nick of nicks) setChair(draft, line, nick, true, draft.bot ?? nick);
  draft.unprinted.length = 0;
  return { expectedChairs };
}

function withoutDisputed(draft: Draft, nicks: readonly string[]): string {
  return byCodePoint(new Set(nicks.filter((nick) => !draft.disputed.has(nick)))).join(' ');
}

function finish(draft: Draft, log: LogText): Meeting {
  const { startLine = 0, endLine, owner, bot, date, title, name, items, undone, chairChanges } = draft;
  const lastLine = endLine ?? lastSpoken(log, startLine);
  const people = present(draft, log, startLine, lastLine);
  return { startLine, endLine, lastLine, owner, bot, date, title, name, items, undone, chairChanges, people };
}

function lastSpoken(log: LogText, from: number): number {
  for (let line = log.lineCount - 1; line > from; line--) {
    if (isSpoken(log.read(line))) return line;
  }
  return from;
}

function present(draft: Draft, log: LogText, from: number, to: number): Person[] {
  const people = new Map<string, Person>(speakers(log, from, to).map((speaker) => [speaker.nick, speaker]));
  for (const [nick, line] of draft.named) {
    const spoke = people.get(nick);
    people.set(
      nick,
      spoke ? { ...spoke, first: Math.min(spoke.first, line) } : { nick, lines: 0, first: line, last: line },
    );
  }
  return [...people.values()].sort((a, b) => b.lines - a.lines || a.first - b.first);
}
