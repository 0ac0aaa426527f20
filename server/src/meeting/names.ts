import type { Steps } from '../log/steps.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock } from '../log/text/perBlock.js';
import { blockEvents } from './events.js';
import type { Place } from './model.js';
import { isWord } from './nameFinder.js';

/*
 * Where people are named in a log, by their nicks in whatever case. Each block keeps what was found in it, so an edit costs what
 * it touches.
 */

/** A place of a name: the column of those who speak, come and go, or a text that mentions them. */
export interface NamePlace extends Place {
  readonly kind: 'nick' | 'mention';
}

/** Whether someone with this nick speaks, comes, goes or changes nicks anywhere in the log. */
export function isNameIn({ blocks }: LogText, name: string): boolean {
  const folded = name.toLowerCase();
  return blocks.some((block) => blockNames(block).has(folded));
}

/** Finds in small steps what `isNameIn` needs. */
export function* readingNames({ blocks }: LogText): Steps<void> {
  for (const [index, block] of blocks.entries()) {
    if (index % blocksPerStep === 0) yield;
    blockNames(block);
  }
}

/**
 * The places of a name that are nearest to a line: so many from the line on at most, and as many above it. In the order of the
 * log, in small steps.
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

/** So many blocks are looked at in a step. */
const blocksPerStep = 16;

/** A longer nick is nobody's, and to look for it would take as long as it is for each sign of a log. */
const longestName = 100;

/** The places of so many names are kept in a block. */
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

/** By names, their places; lines count from the start of the block. */
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

/** Looks for the name first, and reads only the lines that hold it. */
function placesOf(block: Block, name: string): NamePlace[] {
  if (name === '' || name.length > longestName) return [];
  const places: NamePlace[] = [];
  const from = block.start(0);
  let row = 0;
  for (const { 0: found, index } of String(block).matchAll(patternOf(name))) {
    while (block.end(row) <= from + index) row++;
    const start = from + index - block.start(row);
    const place = { line: row, start, end: start + found.length };
    const kind = kindOf(block, place);
    if (kind) places.push({ ...place, kind });
  }
  return places;
}

function patternOf(name: string): RegExp {
  return new RegExp(name.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`), 'giu');
}

function kindOf(block: Block, { line, start, end }: Place): NamePlace['kind'] | undefined {
  const { nickStart, nickEnd, textStart, textEnd } = block.line(line);
  if (start === nickStart && end === nickEnd) return 'nick';
  if (start < textStart || end > textEnd) return undefined;
  return standsAlone(block.bare(line), start, end) ? 'mention' : undefined;
}

/** Whether a stretch of a text is a word, and not part of another nick (`ann-away`), of a channel or a command (`#ann`). */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (isWord(text, start - 1) || isWord(text, end) || text[start - 1] === '#') return false;
  const isJoined = (sign: number, other: number) => joins.test(text.charAt(sign)) && isWord(text, other);
  return !isJoined(start - 1, start - 2) && !isJoined(end, end + 1);
}

/** What may be within a nick or an address, though it is of no word. */
const joins = /[-.^`[\\\]{|}]/;

/** Whether a character may be in a nick of IRC or Matrix. */
export function isOfNick(text: string, at: number): boolean {
  return isWord(text, at) || joins.test(text.charAt(at));
}
