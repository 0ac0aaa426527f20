import { elementAt } from '../indexing.js';
import { isSpokenKind } from '../logLine.js';
import type { Block } from '../text/block.js';
import type { BlockPart, LogText } from '../text/logText.js';
import { perBlock } from '../text/perBlock.js';

/** How often one nick spoke in a part of a log. Lines are 0-based. */
export interface Speaker {
  readonly nick: string;
  readonly lines: number;
  readonly first: number;
  readonly last: number;
}

/** Everyone who said something on lines `from` to `to` (inclusive), in the order of their first line. */
export function speakers(log: LogText, from: number, to: number): Speaker[] {
  const parts = log.parts(from, to);
  const sum = new Sum();
  for (let index = 0; index < parts.length; ) {
    const part = elementAt(parts, index);
    const group = isGroupStart(log, part) ? parts.slice(index, index + groupSize) : [];
    if (group.length === groupSize && group.every(isWhole)) {
      sum.add(groupSpeakers(group), part.start);
      index += groupSize;
    } else {
      sum.add(speakersIn(part), part.start);
      index++;
    }
  }
  return [...sum.total.values()];
}

/**
 * How many consecutive blocks are summed up together, so that an edit in a long meeting does not require summing up all of it
 * again.
 */
const groupSize = 32;

function isGroupStart(log: LogText, { start }: BlockPart): boolean {
  return log.blockAt(start) % groupSize === 0;
}

const groups = new WeakMap<
  Block,
  { readonly blocks: readonly Block[]; readonly total: ReadonlyMap<string, Speaker> }
>();

/**
 * The speakers of whole blocks; lines are relative to the start of the first. Cached with the first block as long as the same
 * blocks follow it.
 */
function groupSpeakers(parts: readonly BlockPart[]): ReadonlyMap<string, Speaker> {
  const [{ block: first, start } = { block: undefined, start: 0 }] = parts;
  if (!first) return new Map();
  const kept = groups.get(first);
  if (kept?.blocks.every((block, index) => block === parts[index]?.block)) return kept.total;
  const sum = new Sum();
  for (const part of parts) sum.add(blockSpeakers(part.block), part.start - start);
  groups.set(first, { blocks: parts.map(({ block }) => block), total: sum.total });
  return sum.total;
}

/** The total of several parts of a log. */
class Sum {
  readonly total = new Map<string, MutableSpeaker>();

  /** Adds the speakers of a part whose lines are relative to `start`; parts must come in order. */
  add(speakers: ReadonlyMap<string, Speaker>, start: number): void {
    for (const { nick, lines, first, last } of speakers.values()) {
      const known = this.total.get(nick);
      if (known) {
        known.lines += lines;
        known.last = start + last;
      } else {
        this.total.set(nick, { nick, lines, first: start + first, last: start + last });
      }
    }
  }
}

/** How much a nick said in a whole log; undefined if nothing. */
export function speaker(log: LogText, nick: string): Speaker | undefined {
  let total: MutableSpeaker | undefined;
  for (const { block, start } of log.blocksFrom(0)) {
    const counted = blockSpeakers(block).get(nick);
    if (!counted) continue;
    total ??= { nick, lines: 0, first: start + counted.first, last: 0 };
    total.lines += counted.lines;
    total.last = start + counted.last;
  }
  return total;
}

/** The first line from `from` to `to` (inclusive) on which someone with one of some nicks spoke; undefined if there is none. */
export function firstSpoken(log: LogText, nicks: readonly string[], from: number, to: number): number | undefined {
  for (const part of log.parts(from, to)) {
    const counted = speakersIn(part);
    const rows = nicks.flatMap((nick) => counted.get(nick)?.first ?? []);
    if (rows.length > 0) return part.start + Math.min(...rows);
  }
  return undefined;
}

/** The speakers of a part of a block by nick, in the order of their first line; lines are relative to the start of the block. */
export function speakersIn(part: BlockPart): ReadonlyMap<string, Speaker> {
  return isWhole(part) ? blockSpeakers(part.block) : countSpeakers(part);
}

/** How much a nick said on lines `from` to `to` (inclusive). */
export function linesOf(log: LogText, nick: string, from: number, to: number): number {
  return log.parts(from, to).reduce((sum, part) => {
    return sum + (speakersIn(part).get(nick)?.lines ?? 0);
  }, 0);
}

/** How many lines were said on lines `from` to `to` (inclusive). */
export function spokenLines(log: LogText, from: number, to: number): number {
  return log
    .parts(from, to)
    .map((part) => (isWhole(part) ? blockSpoken(part.block) : countSpoken(part)))
    .reduce((sum, lines) => sum + lines, 0);
}

/** The last line from `from` (inclusive) to `to` (exclusive) on which someone spoke, or else `from`. */
export function lastSpoken(log: LogText, from: number, to: number): number {
  for (const { block, start, from: first, to: last } of log.parts(from, to - 1).reverse()) {
    for (let row = last; row >= first; row--) {
      if (start + row === from) return from;
      if (isSpokenKind(block.kind(row))) return start + row;
    }
  }
  return from;
}

type MutableSpeaker = { -readonly [K in keyof Speaker]: Speaker[K] };

/** The speakers of a block by nick; lines are relative to its start. */
const blockSpeakers = perBlock((block) => countSpeakers(wholeOf(block)));
const blockSpoken = perBlock((block) => countSpoken(wholeOf(block)));

function wholeOf(block: Block): BlockPart {
  return { block, start: 0, from: 0, to: block.size - 1 };
}

function isWhole({ block, from, to }: BlockPart): boolean {
  return from === 0 && to === block.size - 1;
}

/** The speakers of a part by nick; lines are relative to the start of its block. Messages may lack a nick. */
function countSpeakers({ block, from, to }: BlockPart): ReadonlyMap<string, Speaker> {
  const found = new Map<string, MutableSpeaker>();
  for (let row = from; row <= to; row++) {
    if (!isSpokenKind(block.kind(row))) continue;
    const nick = block.nick(row);
    if (nick === '') continue;
    const known = found.get(nick);
    if (known) {
      known.lines++;
      known.last = row;
    } else {
      found.set(nick, { nick, lines: 1, first: row, last: row });
    }
  }
  return found;
}

function countSpoken({ block, from, to }: BlockPart): number {
  let count = 0;
  for (let row = from; row <= to; row++) if (isSpokenKind(block.kind(row))) count++;
  return count;
}
