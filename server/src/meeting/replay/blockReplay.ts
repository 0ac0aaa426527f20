import { isSpokenKind } from '../../log/logLine.js';
import type { Block } from '../../log/text/block.js';
import { perBlock } from '../../log/text/perBlock.js';
import type { Command, Dialect } from '../dialects/dialect.js';
import { commandFinder } from '../dialects/words.js';
import { blockEvents, type CommandEvent, type Event } from '../events.js';
import type { Step, Stretch } from '../model.js';
import { countsAsVote, take } from './fold.js';
import { newFound, RunningMeeting } from './runningMeeting.js';
import { type State, sameState } from './state.js';

/** Where a replay is before a block's events: everything that determines their results. */
export interface Before {
  readonly dialect: Dialect;
  /** The first row to replay. */
  readonly from: number;
  /** The running meeting; undefined if there is none. */
  readonly state: State | undefined;
  /** How many lines the block's first row is below the meeting's first line. */
  readonly offset: number;
  /** How many items the meeting has. */
  readonly depth: number;
}

/** The results of events, and where the replay is after them. */
export interface Replayed {
  readonly before: Before;
  readonly stretch: Stretch;
  /** The row after the last. */
  readonly to: number;
  /** Whether a meeting begins there or ended just before. */
  readonly isEnd: boolean;
  readonly state: State | undefined;
  /** How many more items the meeting has than before. */
  readonly added: number;
  /** Whether the result would differ in a meeting with fewer items. */
  readonly undoesOthers: boolean;
}

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
    (before.offset === now.offset || state === before.state) &&
    (before.depth === now.depth || !undoesOthers) &&
    (before.state && now.state ? sameState(before.state, now.state) : before.state === now.state)
  );
}

/** Outside of meetings, only commands count, and the start of a meeting ends the section. */
function between(block: Block, before: Before): Replayed {
  const { dialect, from } = before;
  const steps: Step[] = [];
  const replayed = { before, stretch: { ...newFound(), steps }, state: undefined, added: 0, undoesOthers: false };
  const first = dialect.isWholeLog ? firstSpoken(block, from) : undefined;
  if (first !== undefined) return { ...replayed, to: first, isEnd: true };
  for (const event of eventsFrom(block, from, dialect)) {
    if (event.kind !== 'command') continue;
    if (opens(event, dialect)) return { ...replayed, to: event.line, isEnd: true };
    steps.push({ event, ignored: event.command ? 'outside-meeting' : 'unknown-command' });
  }
  return { ...replayed, to: block.size, isEnd: false };
}

function opens({ command }: CommandEvent, { isWholeLog }: Dialect): boolean {
  return !isWholeLog && command?.effect === 'start';
}

/** The first row, from a given one, on which someone speaks: it opens a meeting that is a whole log. */
function firstSpoken(block: Block, from: number): number | undefined {
  for (let row = from; row < block.size; row++) if (isSpokenKind(block.kind(row))) return row;
  return undefined;
}

/** Whether a command in a block starts a meeting. */
export function startsMeeting(block: Block, dialect: Dialect): boolean {
  for (const event of eventsFrom(block, 0, dialect)) if (event.kind === 'command' && opens(event, dialect)) return true;
  return false;
}

function inMeeting(block: Block, before: Before, state: State): Replayed {
  const running = new RunningMeeting(state, before.dialect, before.offset, before.depth);
  const steps: Step[] = [];
  let to = block.size;
  for (const event of eventsFrom(block, before.from, before.dialect)) {
    if (event.kind === 'remark' && !countsAsVote(running, event.said)) continue;
    steps.push({ event, ...take(running, event) });
    if (!running.isEnded) continue;
    to = event.line + 1;
    break;
  }
  const { found, isEnded } = running;
  return {
    before,
    stretch: { ...found, steps },
    to,
    isEnd: isEnded,
    state: running.state(),
    added: running.depth - before.depth,
    undoesOthers: found.undone.some(({ item }) => !item) || steps.some((step) => step.ignored === 'nothing-to-undo'),
  };
}

/** The events of a block from a row on, according to a dialect. */
function* eventsFrom(block: Block, from: number, dialect: Dialect): Generator<Event> {
  const commandOf = commandFinder(dialect);
  for (const found of blockEvents(block)) {
    if (found.line < from) continue;
    const event = found.kind === 'command' ? inDialect(found, dialect, commandOf(found.word)) : found;
    if (event) yield event;
  }
}

/** The event in a dialect: a command with another bot's sign is talk, not an event. */
function inDialect(found: CommandEvent, dialect: Dialect, command: Command | undefined): Event | undefined {
  const isHash = found.word.startsWith('#');
  if (!isHash && !command) return undefined;
  return isHash && dialect.needsSpaceAfterWord && isGlued(found) ? undefined : { ...found, command };
}

/** Whether the word is directly followed by something. */
function isGlued({ word, said }: CommandEvent): boolean {
  return said.length > word.length && !/\s/.test(said.charAt(word.length));
}
