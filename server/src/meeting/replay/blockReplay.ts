import { hintReader } from '../../log/facts/stamps.js';
import { isSpokenKind } from '../../log/logLine.js';
import type { Block } from '../../log/text/block.js';
import { perBlock } from '../../log/text/perBlock.js';
import type { Command, Dialect } from '../dialects/dialect.js';
import { commandFinder } from '../dialects/words.js';
import { type Answer, blockEvents, type CommandEvent, type Event, type ReplyEvent } from '../events.js';
import type { Outcome, Step, Stretch } from '../model.js';
import { type Answers, sameAnswers } from './answers.js';
import { beginsNext, countsAsVote, refusalOf, take } from './fold.js';
import { type Joins, takeRestart } from './join.js';
import { newFound, RunningMeeting } from './runningMeeting.js';
import { type Opening, type State, sameState } from './state.js';

/** What determines the events of a block. */
interface Reading {
  readonly dialect: Dialect;
  /** The first row to read. */
  readonly from: number;
  /** What the bot answered to the commands of the block. */
  readonly answers: Answers;
}

/** Where a replay is before a block's events: everything that determines their results. */
export interface Before extends Reading {
  /** The running meeting; undefined if there is none. */
  readonly state: State | undefined;
  /** How many lines the block's first row is below the meeting's first line. */
  readonly offset: number;
  /** How many items the meeting has. */
  readonly depth: number;
  /** Whether a meeting begins with the first line said. */
  readonly isInside: boolean;
  /** If the meeting is joined with others: what to do with some rows; see `join.ts`. */
  readonly joins?: Joins | undefined;
}

/** The results of events, and where the replay is after them. */
export interface Replayed {
  readonly before: Before;
  readonly stretch: Stretch;
  /** The row after the last. */
  readonly to: number;
  /** How a meeting begins there, if one does. */
  readonly opening: Opening | undefined;
  /** Whether the meeting ends there, either with the row before or because the bot starts the next. */
  readonly isEnd: boolean;
  /** Whether the row before ends it. */
  readonly isEnded: boolean;
  readonly state: State | undefined;
  /** How many more items the meeting has than before. */
  readonly added: number;
  /** Whether the result would differ in a meeting with fewer items. */
  readonly undoesOthers: boolean;
}

/** Where the replay was before the events of a stretch. */
const states = new WeakMap<Stretch, Before>();

/** The previous results of each part of a block. */
const known = perBlock((): Replayed[] => []);

/**
 * Replays the events of a block up to the end of a section or of the block. The previous results are reused if they would be the
 * same.
 */
export function replayBlock(block: Block, before: Before): Replayed {
  const kept = known(block);
  const isBetween = before.state === undefined;
  const index = kept.findIndex((one) => one.before.from === before.from && !one.before.state === isBetween);
  const last = kept[index];
  if (last && isSame(last, before)) return last;
  const replayed = before.state ? inMeeting(block, before, before.state) : between(block, before);
  states.set(replayed.stretch, before);
  if (last) kept[index] = replayed;
  else kept.push(replayed);
  return replayed;
}

/**
 * Whether the events would have the same results again. If they did not change the state, their distance from the start does not
 * matter.
 */
function isSame({ before, state, undoesOthers }: Replayed, now: Before): boolean {
  return (
    before.dialect === now.dialect &&
    before.isInside === now.isInside &&
    sameAnswers(before.answers, now.answers) &&
    (before.offset === now.offset || state === before.state) &&
    (before.depth === now.depth || !undoesOthers) &&
    before.joins === now.joins &&
    (before.state && now.state ? sameState(before.state, now.state) : before.state === now.state)
  );
}

/** Outside of meetings, only commands count, and the start of a meeting ends the section. */
function between(block: Block, before: Before): Replayed {
  const { from } = before;
  const steps: Step[] = [];
  const replayed = {
    before,
    stretch: { ...newFound(), steps },
    opening: undefined,
    isEnd: false,
    isEnded: false,
    state: undefined,
    added: 0,
    undoesOthers: false,
  };
  const first = before.isInside ? firstSpoken(block, from) : undefined;
  if (first !== undefined) return { ...replayed, to: first, opening: inside };
  for (const event of eventsFrom(block, before)) {
    const opening = openingBy(event, before.dialect);
    if (opening) return { ...replayed, to: event.line, opening };
    if (event.kind === 'command') steps.push({ event, ...outside(event) });
  }
  return { ...replayed, to: block.size };
}

/** A meeting whose first line is not in the log, or that is a whole log. */
const inside: Opening = { owner: '', isStarted: true, greeting: undefined };

/** Why a command outside of meetings is ignored. */
function outside(event: CommandEvent): Outcome {
  if (event.answer?.kind === 'refused') return refusalOf(event.answer);
  return { ignored: event.command ? 'outside-meeting' : 'unknown-command' };
}

/**
 * How an event outside of meetings begins one: a command that the bot did not refuse, or the bot's greeting without a command.
 */
function openingBy(event: Event, { isWholeLog }: Dialect): Opening | undefined {
  if (isWholeLog) return undefined;
  if (event.kind === 'command') return event.command?.effect === 'start' ? openingByCommand(event) : undefined;
  return event.kind === 'reply' ? openingByGreeting(event) : undefined;
}

function openingByCommand({ nick, answer }: CommandEvent): Opening | undefined {
  if (answer?.kind === 'refused') return undefined;
  const isGreeted = answer?.kind === 'started';
  return { owner: answer?.owner ?? nick, isStarted: false, greeting: isGreeted ? answer.below : undefined };
}

function openingByGreeting({ reply }: ReplyEvent): Opening | undefined {
  if (reply.kind !== 'started' || !reply.isExact) return undefined;
  return { owner: reply.owner ?? '', isStarted: false, greeting: 0 };
}

/** The first row, from a given one, on which someone speaks: it opens a meeting that is a whole log. */
function firstSpoken(block: Block, from: number): number | undefined {
  for (let row = from; row < block.size; row++) if (isSpokenKind(block.kind(row))) return row;
  return undefined;
}

/** Whether something in a block starts a meeting. */
export function startsAnyMeeting(block: Block, answers: Answers, dialect: Dialect): boolean {
  const before = { dialect, from: 0, answers };
  for (const event of eventsFrom(block, before)) if (openingBy(event, dialect)) return true;
  return false;
}

function inMeeting(block: Block, before: Before, state: State): Replayed {
  const running = new RunningMeeting(state, before.dialect, before.offset, before.depth);
  const steps: Step[] = [];
  let to = block.size;
  let isNext = false;
  for (const event of eventsFrom(block, before)) {
    const step = stepBy(event, running, before);
    isNext = step === 'next';
    if (step === 'next') {
      to = event.line;
      break;
    }
    if (step) steps.push(step);
    if (!running.isEnded) continue;
    to = event.line + 1;
    break;
  }
  const { found, isEnded } = running;
  return {
    before,
    stretch: { ...found, steps },
    to,
    opening: undefined,
    isEnd: isEnded || isNext,
    isEnded,
    state: running.state(),
    added: running.depth - before.depth,
    undoesOthers: found.undone.some(({ item }) => !item) || steps.some((step) => step.ignored === 'nothing-to-undo'),
  };
}

/** Takes an event, if it counts; `next` if it begins the next meeting instead. */
function stepBy(event: Event, running: RunningMeeting, { joins }: Before): Step | 'next' | undefined {
  if (event.kind === 'remark' && !countsAsVote(running, event)) return undefined;
  const join = joins?.get(event.line);
  if (join === 'skip') return undefined;
  if (join === undefined && beginsNext(running, event)) return 'next';
  return { event, ...(join === 'restart' ? takeRestart(running, event) : take(running, event)) };
}

/** The meeting that is running before a row of a block, given the results of the events there; undefined if none is. */
export function runningBefore(block: Block, stretch: Stretch, row: number): RunningMeeting | undefined {
  const before = states.get(stretch);
  if (!before?.state) return undefined;
  const running = new RunningMeeting(before.state, before.dialect, before.offset, before.depth);
  for (const event of eventsFrom(block, before)) {
    if (event.line >= row || stepBy(event, running, before) === 'next') break;
  }
  return running.now.isStarted ? running : undefined;
}

/** The events of a block from a row on, according to a dialect. */
function* eventsFrom(block: Block, { from, dialect, answers }: Reading): Generator<Event> {
  const commandOf = commandFinder(dialect);
  for (const found of blockEvents(block)) {
    if (found.line < from || (found.kind === 'link' && !dialect.recordsUrls)) continue;
    const event =
      found.kind === 'command' ? inDialect(found, dialect, commandOf(found.word), answers.get(found.line)) : found;
    if (event) yield isLimit(event) ? { ...event, hint: hintReader(block)(event.line) } : event;
  }
}

/** Whether an event may begin or end a meeting: only then does its date matter. */
function isLimit(event: Event): boolean {
  if (event.kind === 'command') return event.command?.effect === 'start' || event.command?.effect === 'end';
  return event.kind === 'reply' && event.reply.kind === 'started';
}

/** The event in a dialect: a command with another bot's sign is talk, not an event. */
function inDialect(
  found: CommandEvent,
  dialect: Dialect,
  command: Command | undefined,
  answer: Answer | undefined,
): Event | undefined {
  const isHash = found.word.startsWith('#');
  if (!isHash && !command) return undefined;
  return isHash && dialect.needsSpaceAfterWord && isGlued(found) ? undefined : { ...found, command, answer };
}

/** Whether the word is directly followed by something. */
function isGlued({ word, said }: CommandEvent): boolean {
  return said.length > word.length && !/\s/.test(said.charAt(word.length));
}
