import { isSpoken } from '../../log/logLine.js';
import type { Steps } from '../../log/steps.js';
import type { Block } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import type { Bot } from '../dialects/bots.js';
import { findingBot } from '../dialects/findDialect.js';
import type { Part, Section } from '../model.js';
import { assembled } from './assemble.js';
import { type Earlier, Resumed } from './resume.js';
import { newState, type State } from './runningMeeting.js';
import { replayBlock } from './stretch.js';

/** What a log was to a bot: a meeting after the other, and what lies between them. */
export interface Replay {
  readonly bot: Bot;
  /** Whether the bot was given, and not found by the log. */
  readonly isBotGiven: boolean;
  /** All lines of the log, in order. */
  readonly sections: readonly Section[];
}

/**
 * Replays the events of a log, as a bot took them when the meeting was held: the one that is given, or that was there. Of the
 * replay of an earlier state, all is kept that the edits between the two did not touch. It is a long work for a long log: it may
 * be left at any `yield`.
 */
export function* replaying(log: LogText, given?: Bot, earlier?: Earlier): Steps<Replay> {
  const isBotGiven = given !== undefined;
  const bot = given ?? (yield* findingBot(log, earlier?.isBotGiven === false ? earlier : undefined));
  const later = earlier?.bot === bot ? new Resumed(earlier, log) : undefined;
  const run = new Run(log, bot, later?.kept);
  const sections = yield* runToEnd(run, log, later);
  return { bot, isBotGiven, sections };
}

/** All of a log as one meeting, from the first line that somebody says to the last. */
export function* replayingWhole(log: LogText, { bot, isBotGiven }: Replay): Steps<Replay> {
  const first = firstSpoken(log);
  if (first === undefined) return { bot, isBotGiven, sections: [] };
  const run = new Run(log, bot);
  run.beginWhole(first);
  return { bot, isBotGiven, sections: yield* runToEnd(run, log) };
}

function firstSpoken(log: LogText): number | undefined {
  for (let line = 0; line < log.lineCount; line++) if (isSpoken(log.read(line))) return line;
  return undefined;
}

function* runToEnd(run: Run, log: LogText, later?: Resumed): Steps<readonly Section[]> {
  for (let index = log.blockAt(Math.min(run.start, log.lineCount - 1)); index < log.blocks.length; index++) {
    yield;
    const start = log.starts[index] as number;
    const block = log.blocks[index] as Block;
    for (let row = Math.max(0, run.start - start); row < block.size; ) {
      const rest = later?.rest(run);
      if (rest) return run.endWith(rest);
      row = run.take(block, start, row);
    }
  }
  return run.end();
}

/** A replay while it runs. */
export class Run {
  readonly #log: LogText;
  readonly #bot: Bot;
  readonly #sections: Section[];
  /** The first line of the section that is running, and that of its meeting. */
  #start: number;
  #meetingStart = 0;
  #parts: Part[] = [];
  #state: State | undefined;
  #depth = 0;

  constructor(log: LogText, bot: Bot, before: readonly Section[] = []) {
    this.#log = log;
    this.#bot = bot;
    this.#sections = before.slice();
    this.#start = before.at(-1)?.end ?? 0;
  }

  get start(): number {
    return this.#start;
  }

  /** Whether a section is about to begin. */
  get isBetween(): boolean {
    return this.#parts.length === 0 && this.#state?.isStarted !== true;
  }

  /** Takes the events of a block from a row on, up to the end of a section. Gives the row behind. */
  take(block: Block, start: number, from: number): number {
    const before = {
      bot: this.#bot,
      from,
      state: this.#state,
      offset: this.#state ? start - this.#meetingStart : 0,
      depth: this.#depth,
    };
    const { stretch, to, isEnd, state, added } = replayBlock(block, before);
    this.#parts.push({ start, stretch, kept: stretch.items.length });
    this.#state = state;
    this.#depth += added;
    if (isEnd && state) this.#finish(state, start + to, start + to - 1);
    else if (isEnd) this.#begin(start + to, block.nick(to));
    return to;
  }

  /** Takes all of the log for a meeting that begins on a line. */
  beginWhole(line: number): void {
    this.#meetingStart = line;
    this.#state = newState(this.#log.read(line).nick, true);
  }

  /** The sections at the end of the log. */
  end(): readonly Section[] {
    if (this.#state) this.#finish(this.#state, this.#log.lineCount, undefined);
    else this.#endGap(this.#log.lineCount);
    return this.#sections;
  }

  /** The sections where no meeting is running, and all that follow are known. */
  endWith(rest: readonly Section[]): readonly Section[] {
    this.#endGap(rest[0]?.start ?? this.#log.lineCount);
    return this.#sections.concat(rest);
  }

  #begin(line: number, owner: string): void {
    this.#endGap(line);
    this.#meetingStart = line;
    this.#state = newState(owner);
  }

  #finish(state: State, end: number, endLine: number | undefined): void {
    const { meeting, parts } = assembled(this.#log, this.#parts, { state, startLine: this.#meetingStart, endLine });
    this.#push({ start: this.#start, end, meeting, parts });
    this.#state = undefined;
  }

  #endGap(end: number): void {
    if (end > this.#start) this.#push({ start: this.#start, end, meeting: undefined, parts: this.#parts });
  }

  #push(section: Section): void {
    this.#sections.push(section);
    this.#start = section.end;
    this.#parts = [];
    this.#depth = 0;
  }
}
