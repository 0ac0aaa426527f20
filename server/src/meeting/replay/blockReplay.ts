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

/** What events come upon: all that decides what comes of them. */
export interface Before {
  readonly dialect: Dialect;
  /** The first row that counts. */
  readonly from: number;
  /** The meeting that is running; undefined where none is. */
  readonly state: State | undefined;
  /** How many lines the block's first row is below the meeting's first. */
  readonly offset: number;
  /** How many items the meeting has. */
  readonly depth: number;
}

/** What comes of events, and of what they came upon. */
export interface Replayed {
  readonly before: Before;
  readonly stretch: Stretch;
  /** The row behind its last. */
  readonly to: number;
  /** Whether a meeting begins there, or ended above it. */
  readonly isEnd: boolean;
  readonly state: State | undefined;
  /** How many items the meeting has more than before. */
  readonly added: number;
  /** Whether it would be other in a meeting with fewer items. */
  readonly undoesOthers: boolean;
}

/** What came of each part of a block the last time. */
const known = perBlock((): Replayed[] => []);

/**
 * Replays the events of a block up to the end of a section, or to its own. What came of them the last time is taken if it would
 * come again.
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
 * Whether the same would come of the events again. Where they did not change the state, it does not matter how far below the
 * start they stand.
 */
function isSame({ before, state, undoesOthers }: Replayed, now: Before): boolean {
  return (
    before.dialect === now.dialect &&
    (before.offset === now.offset || state === before.state) &&
    (before.depth === now.depth || !undoesOthers) &&
    (before.state && now.state ? sameState(before.state, now.state) : before.state === now.state)
  );
}

/** Outside of meetings, only commands count, and what opens a meeting ends it. */
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

/** The first row from a row on where someone speaks: what opens a meeting that is all of a log. */
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

/** The events of a block from a row on, as a dialect has them. */
function* eventsFrom(block: Block, from: number, dialect: Dialect): Generator<Event> {
  const commandOf = commandFinder(dialect);
  for (const found of blockEvents(block)) {
    if (found.line < from) continue;
    const event = found.kind === 'command' ? inDialect(found, dialect, commandOf(found.word)) : found;
    if (event) yield event;
  }
}

/** A command in a dialect: what has another bot's signs is talk, and no event at all. */
function inDialect(found: CommandEvent, dialect: Dialect, command: Command | undefined): Event | undefined {
  const isHash = found.word.startsWith('#');
  if (!isHash && !command) return undefined;
  return isHash && dialect.needsSpaceAfterWord && isGlued(found) ? undefined : { ...found, command };
}

/** Whether something follows the word directly. */
function isGlued({ word, said }: CommandEvent): boolean {
  return said.length > word.length && !/\s/.test(said.charAt(word.length));
}
