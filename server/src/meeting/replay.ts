import { elapsed } from '../log/clock.js';
import { isSpoken } from '../log/logLine.js';
import type { LogText } from '../log/logText.js';
import { speakers } from '../log/tally.js';
import { type Bot, findBot, wordInTable } from './bots.js';
import { commandNamed } from './commands.js';
import { addItem, type Draft, newDraft, type Outcome, setChair } from './draft.js';
import { effects } from './effects.js';
import { type CommandEvent, type Event, events } from './events.js';
import { takeReply } from './evidence.js';
import type { Meeting, Person, Step } from './model.js';
import { castVote } from './voteEffects.js';

/** The meetings of a log, and what came of each event in it. */
export interface Replay {
  readonly bot: Bot;
  readonly meetings: readonly Meeting[];
  readonly steps: readonly Step[];
}

/** Replays the events of a log, as a bot took them when the meeting was held: the one that is given, or that was there. */
export function replay(log: LogText, given?: Bot): Replay {
  const found = events(log);
  const bot = given ?? findBot(found);
  const meetings: Meeting[] = [];
  const steps: Step[] = [];
  let draft: Draft | undefined;
  for (const event of found.flatMap((one) => asBotReads(one, bot, log))) {
    const starts = !draft && event.kind === 'command' && event.command?.effect === 'start';
    if (starts) draft = newDraft(event.nick, bot);
    if (event.kind === 'remark' && !(draft?.vote && draft.voting?.byRemark)) continue;
    steps.push({ event, meeting: draft && meetings.length, ...(draft ? take(draft, event, log) : outside(event)) });
    if (draft?.endLine !== undefined) {
      meetings.push(finish(draft, log));
      draft = undefined;
    }
  }
  if (draft) meetings.push(finish(draft, log));
  return { bot, meetings, steps };
}

/** All of a log as one meeting, from the first line that somebody says to the last. */
export function replayWhole(log: LogText, bot: Bot): Replay {
  const first = firstSpoken(log);
  if (first === undefined) return { bot, meetings: [], steps: [] };
  const draft = newDraft(log.read(first).nick, bot);
  draft.isWhole = true;
  draft.startLine = first;
  setChair(draft, first, draft.owner, true, draft.owner);
  const all = events(log).flatMap((one) => asBotReads(one, bot, log));
  const steps = all.map((event): Step => ({ event, meeting: 0, ...take(draft, event, log) }));
  draft.endLine = lastSpoken(log, first);
  return { bot, meetings: [finish(draft, log)], steps };
}

function firstSpoken(log: LogText): number | undefined {
  for (let line = 0; line < log.lineCount; line++) if (isSpoken(log.read(line))) return line;
  return undefined;
}

/** An event to a bot: its commands are those of the bot; what has another bot's signs is talk, and no event at all. */
function asBotReads(event: Event, bot: Bot, log: LogText): Event[] {
  if (event.kind !== 'command') return [event];
  const command = commandNamed(wordInTable(event), bot.name);
  if (event.sign !== '#' && !command) return [];
  const isGlued = event.wordEnd < event.end && !/\s/.test(log.text(event.line)[event.wordEnd] ?? ' ');
  if (bot.blankAfterWord && event.sign === '#' && isGlued) return [];
  return [{ ...event, command }];
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
    case 'remark':
      return castVote(draft, event.line, event.nick, log.text(event.line).slice(event.start, event.end));
    case 'reply':
      return takeReply(draft, event, log);
    case 'nick':
      draft.formerly.set(event.to, draft.formerly.get(event.nick) ?? event.nick);
      return {};
  }
}

function takeCommand(draft: Draft, event: CommandEvent, log: LogText): Outcome {
  const { command } = event;
  if (!command) return { ignored: 'unknown-command' };
  if (draft.isWhole && (command.effect === 'start' || command.effect === 'end')) return {};
  if (command.rights === 'chair' && !hasRights(draft, event.nick) && !mayEnd(draft, event, log)) {
    return { ignored: 'not-chair' };
  }
  const argument = { line: event.line, start: event.argumentStart, end: event.end };
  const text = log.text(event.line).slice(argument.start, argument.end);
  const ignored = effects[command.effect](draft, { ...event, argument, text }, log);
  return ignored ? { ignored } : {};
}

/** Some bots let anyone end a meeting that has lasted long enough. */
function mayEnd({ rules, startLine }: Draft, { command, line }: CommandEvent, log: LogText): boolean {
  const { anyoneEndsAfter } = rules;
  if (anyoneEndsAfter === undefined || command?.effect !== 'end' || startLine === undefined) return false;
  const [from, to] = [log.read(startLine).time, log.read(line).time];
  return from !== undefined && to !== undefined && elapsed(from, to) >= anyoneEndsAfter;
}

/** Chairs and the owner may do everything, under any later nick as well. Nicks are compared exactly. */
function hasRights(draft: Draft, nick: string): boolean {
  if (draft.isWhole) return true;
  const first = draft.formerly.get(nick) ?? nick;
  return [nick, first].some((name) => name === draft.owner || draft.chairs.has(name));
}

function finish(draft: Draft, log: LogText): Meeting {
  const {
    startLine = 0,
    endLine,
    owner,
    bot,
    date,
    utcOffset,
    title,
    name,
    items,
    undone,
    votes,
    chairChanges,
  } = draft;
  const lastLine = endLine ?? lastSpoken(log, startLine);
  const people = present(draft, log, startLine, lastLine);
  return {
    startLine,
    endLine,
    lastLine,
    owner,
    bot,
    date,
    utcOffset,
    title,
    name,
    items,
    undone,
    votes,
    chairChanges,
    people,
  };
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
