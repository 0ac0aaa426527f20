import { type Block, perBlock } from './block.js';
import { isSpokenKind } from './logLine.js';
import type { LogText, Part } from './logText.js';

/** How often one nick spoke in a part of a log. Lines are 0-based. */
export interface Speaker {
  readonly nick: string;
  readonly lines: number;
  readonly first: number;
  readonly last: number;
}

/** Everybody who said something on lines `from` to `to` (inclusive), in the order of their first line. */
export function speakers(log: LogText, from: number, to: number): Speaker[] {
  const total = new Map<string, Speaker>();
  for (const part of log.parts(from, to)) {
    for (const { nick, lines, first, last } of isWhole(part) ? blockSpeakers(part.block) : countSpeakers(part)) {
      const known = total.get(nick);
      total.set(nick, {
        nick,
        lines: lines + (known?.lines ?? 0),
        first: known?.first ?? part.start + first,
        last: part.start + last,
      });
    }
  }
  return [...total.values()];
}

/** How many lines were said on lines `from` to `to` (inclusive). */
export function spokenLines(log: LogText, from: number, to: number): number {
  return log
    .parts(from, to)
    .map((part) => (isWhole(part) ? blockSpoken(part.block) : countSpoken(part)))
    .reduce((sum, lines) => sum + lines, 0);
}

const blockSpeakers = perBlock((block) => countSpeakers(wholeOf(block)));
const blockSpoken = perBlock((block) => countSpoken(wholeOf(block)));

function wholeOf(block: Block): Part {
  return { block, start: 0, from: 0, to: block.rows.length - 1 };
}

function isWhole({ block, from, to }: Part): boolean {
  return from === 0 && to === block.rows.length - 1;
}

/** The speakers of a part; their lines count from the start of its block. */
function countSpeakers({ block, from, to }: Part): Speaker[] {
  const found = new Map<string, Speaker>();
  for (let row = from; row <= to; row++) {
    if (!isSpokenKind(block.kind(row))) continue;
    const nick = block.nick(row);
    const known = found.get(nick);
    found.set(nick, {
      nick,
      lines: (known?.lines ?? 0) + 1,
      first: known?.first ?? row,
      last: row,
    });
  }
  return [...found.values()];
}

function countSpoken({ block, from, to }: Part): number {
  let count = 0;
  for (let row = from; row <= to; row++) if (isSpokenKind(block.kind(row))) count++;
  return count;
}
