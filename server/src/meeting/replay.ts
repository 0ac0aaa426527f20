import { elapsed } from '../log/clock.js';
import { isSpoken } from '../log/logLine.js';
import type { LogText } from '../log/logText.js';
import { speakers } from '../log/tally.js';
import { type Bot, wordInTable } from './bots.js';
import { commandNamed } from './commands.js';
import { addItem, type Draft, newDraft, type Outcome, setChair } from './draft.js';
import { effects } from './effects.js';
import { type CommandEvent, type Event, eventsFrom } from './events.js';
import { takeReply } from './evidence.js';
import { findBot } from './findBot.js';
import type { Meeting, Person, Step } from './model.js';
import { type Earlier, keep, rest, unchanged } from './resume.js';
import { castVote } from './voteEffects.js';

/** The meetings of a log, and what came of each event in it. */
export interface Replay {
  readonly bot: Bot;
  readonly meetings: readonly Meeting[];
  readonly steps: readonly Step[];
}

/**
 * Replays the events of a log, as a bot took them when the meeting was held: the one that is given, or that was there. Of the replay of an
 * earlier state, all meetings are kept that the edits between the two did not touch; they stay the same objects.
 */
export function replay(log: LogText, given?: Bot, earlier?: Earlier): Replay {
  const bot = given ?? findBot(log);
  const run = new Run(log, bot);
  return earlier?.bot === bot ? resume(run, log, earlier) : run.through(eventsFrom(log, 0));
}

/** Replays what is between the parts of an earlier replay that an edit left as they were. */
function resume(run: Run, log: LogText, earlier: Earlier): Replay {
  const same = unchanged(earlier.text, log);
  const { meetings, steps, line } = keep(earlier, same.from);
  run.meetings = meetings;
  run.steps = steps;
  const between = eventsFrom(log, line);
  for (const event of between) {
    const later = run.isIdle && event.line >= same.to ? rest(earlier, event.line, run.meetings.length) : undefined;
    if (later) {
      run.meetings = run.meetings.concat(later.meetings);
      run.steps = run.steps.concat(later.steps);
      break;
    }
    run.take(event);
  }
  return run.end();
}

/** A replay while it runs. */
class Run {
  meetings: Meeting[] = [];
  steps: Step[] = [];
  readonly #log: LogText;
  readonly #bot: Bot;
  #draft: Draft | undefined;

  constructor(log: LogText, bot: Bot) {
    this.#log = log;
    this.#bot = bot;
  }

  /** Whether no meeting is running. */
  get isIdle(): boolean {
    return this.#draft === undefined;
  }

  through(events: Iterable<Event>): Replay {
    for (const event of events) this.take(event);
    return this.end();
  }

  take(found: Event): void {
    const event = asBotReads(found, this.#bot, this.#log);
    if (!event || (event.kind === 'remark' && !countsRemarks(this.#draft))) return;
    if (event.kind === 'command' && event.command?.effect === 'start') this.#draft ??= newDraft(event.nick, this.#bot);
    const draft = this.#draft;
    const outcome = draft ? take(draft, event, this.#log) : outside(event);
    this.steps.push({ event, meeting: draft && this.meetings.length, ...outcome });
    if (draft?.endLine !== undefined) this.#finish(draft);
  }

  end(): Replay {
    if (this.#draft) this.#finish(this.#draft);
    return { bot: this.#bot, meetings: this.meetings, steps: this.steps };
  }

  #finish(draft: Draft): void {
    this.meetings.push(finish(draft, this.#log));
    this.#draft = undefined;
  }
}

function countsRemarks(draft: Draft | undefined): boolean {
  return draft?.vote !== undefined && draft.voting?.byRemark === true;
}

/** All of a log as one meeting, from the first line that somebody says to the last. */
export function replayWhole(log: LogText, bot: Bot): Replay {
  const first = firstSpoken(log);
  if (first === undefined) return { bot, meetings: [], steps: [] };
  const draft = newDraft(log.read(first).nick, bot);
  draft.isWhole = true;
  draft.startLine = first;
  setChair(draft, first, draft.owner, true, draft.owner);
  const all = Array.from(eventsFrom(log, 0), (found) => asBotReads(found, bot, log));
  const steps = all.flatMap((event): Step[] => (event ? [{ event, meeting: 0, ...take(draft, event, log) }] : []));
  draft.endLine = lastSpoken(log, first);
  return { bot, meetings: [finish(draft, log)], steps };
}

function firstSpoken(log: LogText): number | undefined {
  for (let line = 0; line < log.lineCount; line++) if (isSpoken(log.read(line))) return line;
  return undefined;
}

/** An event to a bot: its commands are those of the bot; what has another bot's signs is talk, and no event at all. */
function asBotReads(event: Event, bot: Bot, log: LogText): Event | undefined {
  if (event.kind !== 'command') return event;
  const command = commandNamed(wordInTable(event), bot.name);
  if (event.sign !== '#' && !command) return undefined;
  const isGlued = event.wordEnd < event.end && !/\s/.test(log.text(event.line)[event.wordEnd] ?? ' ');
  if (bot.blankAfterWord && event.sign === '#' && isGlued) return undefined;
  return { ...event, command };
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
  const { startLine = 0, endLine } = draft;
  const lastLine = endLine ?? lastSpoken(log, startLine);
  return {
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
    people: present(draft, log, startLine, lastLine),
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
