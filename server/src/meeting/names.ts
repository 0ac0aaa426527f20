import { plainPart, plainText, rangeOf } from '../log/layouts/damage.js';
import type { Steps } from '../log/steps.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock } from '../log/text/perBlock.js';
import { blockEvents } from './events.js';
import type { Place } from './model.js';
import { isWord } from './nameFinder.js';

/*
 * Where people are named in a log, by their nicks, ignoring case. Each block caches what was found in it, so an edit costs only
 * what it touches.
 */

/** A place of a name: in the column of those who speak, join and leave, or in a text that mentions them. */
export interface NamePlace extends Place {
  readonly kind: 'nick' | 'mention';
}

/** Whether someone with this nick speaks, joins, leaves or changes nicks anywhere in the log. */
export function isNameIn({ blocks }: LogText, name: string): boolean {
  const folded = name.toLowerCase();
  return blocks.some((block) => blockNames(block).has(folded));
}

/** Prepares what `isNameIn` needs, in small steps. */
export function* readingNames({ blocks }: LogText): Steps<void> {
  for (const [index, block] of blocks.entries()) {
    if (index % blocksPerStep === 0) yield;
    blockNames(block);
  }
}

/**
 * The places of a name nearest to a line: at most this many from the line on, and as many above it. In the order of the log;
 * computed in small steps.
 */
export function* namePlaces(text: LogText, name: string, line: number, most: number): Steps<NamePlace[]> {
  const here = text.blockAt(line);
  const above: NamePlace[] = [];
  const below: NamePlace[] = [];
  for (let index = here; index < text.blocks.length && below.length < most; index++) {
    if (index % blocksPerStep === 0) yield;
    below.push(...placesIn(text, index, name).filter((place) => place.line >= line));
  }
  for (let index = here; index >= 0 && above.length < most; index--) {
    if (index % blocksPerStep === 0) yield;
    const found = placesIn(text, index, name).filter((place) => place.line < line);
    above.push(...found.reverse());
  }
  return [...above.slice(0, most).reverse(), ...below.slice(0, most)];
}

/** How many blocks are examined in a step. */
const blocksPerStep = 16;

/** No one has a longer nick, and looking for it would take time proportional to its length for each sign of a log. */
const longestName = 100;

/** For how many names a block caches their places. */
const namesKept = 16;

const blockNames = perBlock((block): ReadonlySet<string> => {
  const names = new Set<string>();
  for (let row = 0; row < block.size; row++) {
    const nick = block.nick(row);
    if (nick) names.add(nick.toLowerCase());
  }
  for (const event of blockEvents(block)) if (event.kind === 'nick') names.add(event.to.toLowerCase());
  return names;
});

/** The places of each name; lines are relative to the start of the block. */
const blockPlaces = perBlock(() => new Map<string, readonly NamePlace[]>());

function placesIn(text: LogText, index: number, name: string): NamePlace[] {
  const block = text.blocks[index];
  if (!block) return [];
  const known = blockPlaces(block);
  let places = known.get(name);
  if (!places) {
    if (known.size === namesKept) known.clear();
    places = placesOf(block, name);
    known.set(name, places);
  }
  const by = text.starts[index] ?? 0;
  return places.map((place) => ({ ...place, line: place.line + by }));
}

/** Searches for the name first, and reads only the lines that contain it. */
function placesOf(block: Block, name: string): NamePlace[] {
  if (name === '' || name.length > longestName) return [];
  const places: NamePlace[] = [];
  const pattern = patternOf(name);
  for (const line of rowsWith(block, pattern)) {
    const row = block.bare(line);
    const part = plainPart(block.damage, row, 0, row.length);
    for (const { 0: found, index } of part.text.matchAll(pattern)) {
      const place = { line, ...rangeOf(part, index, index + found.length) };
      const kind = kindOf(block, place, standsAlone(part.text, index, index + found.length));
      if (kind) places.push({ ...place, kind });
    }
  }
  return places;
}

/** The rows of a block that contain what a pattern matches, without their damage. */
function rowsWith(block: Block, pattern: RegExp): readonly number[] {
  const { damage } = block;
  const rows: number[] = [];
  if (damage) {
    for (let row = 0; row < block.size; row++)
      if (plainText(damage, block.bare(row)).search(pattern) >= 0) rows.push(row);
    return rows;
  }
  const from = block.start(0);
  let row = 0;
  for (const { index } of String(block).matchAll(pattern)) {
    while (block.end(row) <= from + index) row++;
    if (rows.at(-1) !== row) rows.push(row);
  }
  return rows;
}

function patternOf(name: string): RegExp {
  return new RegExp(name.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`), 'giu');
}

function kindOf(block: Block, { line, start, end }: Place, isWhole: boolean): NamePlace['kind'] | undefined {
  const { nickStart, nickEnd, textStart, textEnd } = block.line(line);
  if (start === nickStart && end === nickEnd) return 'nick';
  if (start < textStart || end > textEnd) return undefined;
  return isWhole ? 'mention' : undefined;
}

/** Whether a part of a text is a whole word, not part of another nick (`ann-away`), a channel or a command (`#ann`). */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (isWord(text, start - 1) || isWord(text, end) || text[start - 1] === '#') return false;
  const isJoined = (sign: number, other: number) => joins.test(text.charAt(sign)) && isWord(text, other);
  return !isJoined(start - 1, start - 2) && !isJoined(end, end + 1);
}

/** Characters that may be in a nick or an address, but not in words. */
const joins = /[-.^`[\\\]{|}]/;

/** Whether a character may be in an IRC or Matrix nick. */
export function isOfNick(text: string, at: number): boolean {
  return isWord(text, at) || joins.test(text.charAt(at));
}
