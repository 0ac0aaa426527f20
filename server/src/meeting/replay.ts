import type { Block } from '../log/block.js';
import { elapsed } from '../log/clock.js';
import { isSpoken } from '../log/logLine.js';
import type { LogText } from '../log/logText.js';
import { lastSpoken } from '../log/tally.js';
import { Views } from '../log/views.js';
import { type Bot, wordInTable } from './bots.js';
import { commandNamed } from './commands.js';
import { addItem, type Draft, newDraft, type Outcome, setChair } from './draft.js';
import { effects } from './effects.js';
import { blockEvents, type CommandEvent, type Event } from './events.js';
import { takeReply } from './evidence.js';
import { findingBot } from './findBot.js';
import type { Meeting, Section, Step } from './model.js';
import { type Earlier, Resumed } from './resume.js';
import { castVote } from './voteEffects.js';

/** What a log was to a bot: a meeting after the other, and what lies between them. */
export interface Replay {
  readonly bot: Bot;
  /** Whether the bot was given, and not found by the log. */
  readonly isBotGiven: boolean;
  /** All lines of the log, in order. */
  readonly sections: readonly Section[];
}

/**
 * Replays the events of a log, as a bot took them when the meeting was held: the one that is given, or that was there. Of the replay of an
 * earlier state, all is kept that the edits between the two did not touch. It is a long work for a long log: it may be left at any `yield`.
 */
export function* replaying(log: LogText, given?: Bot, earlier?: Earlier): Generator<undefined, Replay> {
  const isBotGiven = given !== undefined;
  const bot = given ?? (yield* findingBot(log, earlier?.isBotGiven === false ? earlier : undefined));
  const later = earlier?.bot === bot ? new Resumed(earlier, log) : undefined;
  const run = new Run(log, bot, later?.kept);
  for (let index = log.blockAt(Math.min(run.start, log.lineCount - 1)); index < log.blocks.length; index++) {
    yield;
    const start = log.starts[index] as number;
    for (const found of blockEvents(log.blocks[index] as Block)) {
      const line = found.line + start;
      if (line < run.start) continue;
      const rest = later?.rest(run, line);
      if (rest) return { bot, isBotGiven, sections: run.endWith(rest) };
      run.take(found, line);
    }
  }
  return { bot, isBotGiven, sections: run.end() };
}

/** A replay while it runs. */
export class Run {
  readonly #log: LogText;
  readonly #bot: Bot;
  readonly #sections: Section[];
  /** The first line of the section that is running. */
  #start: number;
  #steps: Step[] = [];
  #draft: Draft | undefined;

  constructor(log: LogText, bot: Bot, before: readonly Section[] = []) {
    this.#log = log;
    this.#bot = bot;
    this.#sections = before.slice();
    this.#start = before.at(-1)?.end ?? 0;
  }

  get start(): number {
    return this.#start;
  }

  /** Whether no meeting is running. */
  get isIdle(): boolean {
    return this.#draft === undefined;
  }

  /** Takes an event that stands on a line. */
  take(found: Event, line: number): void {
    const event = asBotReads(found, line, this.#bot, this.#log);
    if (!event) return;
    if (isStart(event)) this.#begin(event);
    if (this.#draft) this.#takeInside(this.#draft, event);
    else if (event.kind === 'command') this.#record(event, outside(event));
  }

  /** The sections at the end of the log. */
  end(): readonly Section[] {
    if (this.#draft) this.#finish(this.#draft, this.#log.lineCount);
    else this.#endGap(this.#log.lineCount);
    return this.#sections;
  }

  /** The sections where no meeting is running, and all that follow are known. */
  endWith(rest: readonly Section[]): readonly Section[] {
    this.#endGap(rest[0]?.start ?? this.#log.lineCount);
    return this.#sections.concat(rest);
  }

  #begin({ line, nick }: Event): void {
    if (this.#draft) return;
    this.#endGap(line);
    this.#draft = newDraft(nick, this.#bot);
  }

  #takeInside(draft: Draft, event: Event): void {
    if (event.kind === 'remark' && !countsRemarks(draft)) return;
    this.#record(event, take(draft, event, this.#log));
    if (draft.endLine !== undefined) this.#finish(draft, draft.endLine + 1);
  }

  #record(event: Event, outcome: Outcome): void {
    this.#steps.push({ event, ...outcome });
  }

  #finish(draft: Draft, end: number): void {
    this.#push(end, finish(draft, this.#log));
    this.#draft = undefined;
  }

  #endGap(end: number): void {
    if (end > this.#start) this.#push(end, undefined);
  }

  #push(end: number, meeting: Meeting | undefined): void {
    this.#sections.push({ start: this.#start, end, meeting, steps: this.#steps, shift: 0 });
    this.#start = end;
    this.#steps = [];
  }
}

/** Whether an event starts a meeting where none is running. */
function isStart(event: Event): boolean {
  return event.kind === 'command' && event.command?.effect === 'start';
}

function countsRemarks({ vote, voting }: Draft): boolean {
  return vote !== undefined && voting?.byRemark === true;
}

/** All of a log as one meeting, from the first line that somebody says to the last. */
export function replayWhole(log: LogText, { bot, isBotGiven }: Replay): Replay {
  const first = firstSpoken(log);
  if (first === undefined) return { bot, isBotGiven, sections: [] };
  const draft = newDraft(log.read(first).nick, bot);
  draft.isWhole = true;
  draft.startLine = first;
  setChair(draft, first, draft.owner, true, draft.owner);
  const steps: Step[] = [];
  for (const [index, block] of log.blocks.entries()) {
    for (const found of blockEvents(block)) {
      const event = asBotReads(found, found.line + (log.starts[index] as number), bot, log);
      if (event) steps.push({ event, ...take(draft, event, log) });
    }
  }
  draft.endLine = lastSpoken(log, first);
  return {
    bot,
    isBotGiven,
    sections: [{ start: 0, end: log.lineCount, meeting: finish(draft, log), steps, shift: 0 }],
  };
}

function firstSpoken(log: LogText): number | undefined {
  for (let line = 0; line < log.lineCount; line++) if (isSpoken(log.read(line))) return line;
  return undefined;
}

/** An event to a bot: its commands are those of the bot; what has another bot's signs is talk, and no event at all. */
function asBotReads(found: Event, line: number, bot: Bot, log: LogText): Event | undefined {
  if (found.kind !== 'command') return { ...found, line };
  const command = commandNamed(wordInTable(found), bot.name);
  if (found.sign !== '#' && !command) return undefined;
  const event = { ...found, line, command };
  return bot.blankAfterWord && found.sign === '#' && isGlued(event, log) ? undefined : event;
}

/** Whether something stands right behind the word. */
function isGlued({ line, wordEnd, end }: CommandEvent, log: LogText): boolean {
  return wordEnd < end && !/\s/.test(log.text(line)[wordEnd] ?? ' ');
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
  const { line, nick } = event;
  const ignored = effects[command.effect](draft, { line, nick, argument, text }, log);
  return ignored ? { ignored } : {};
}

/** Some bots let anyone end a meeting that has lasted long enough. */
function mayEnd({ rules, startLine }: Draft, { command, line }: CommandEvent, log: LogText): boolean {
  const { anyoneEndsAfter } = rules;
  if (anyoneEndsAfter === undefined || command?.effect !== 'end' || startLine === undefined) return false;
  const [from, to] = [log.time(startLine), log.time(line)];
  return from !== undefined && to !== undefined && elapsed(from, to) >= anyoneEndsAfter;
}

/** Chairs and the owner may do everything, under any later nick as well. Nicks are compared exactly. */
function hasRights(draft: Draft, nick: string): boolean {
  if (draft.isWhole) return true;
  const first = draft.formerly.get(nick) ?? nick;
  return [nick, first].some((name) => name === draft.owner || draft.chairs.has(name));
}

function finish(draft: Draft, log: LogText): Meeting {
  const { startLine = 0, endLine } = draft;
  const lastLine = endLine ?? lastSpoken(log, startLine);
  return {
    views: new Views(),
    startLine,
    endLine,
    lastLine,
    owner: draft.owner,
    bot: draft.bot,
    date: draft.date,
    utcOffset: draft.utcOffset,
    title: draft.title,
    name: draft.name,
    items: draft.items,
    undone: draft.undone,
    votes: draft.votes,
    chairChanges: draft.chairChanges,
    aliases: draft.aliases,
    named: new Map(Array.from(draft.named, ([nick, line]) => [nick, line - startLine])),
  };
}
