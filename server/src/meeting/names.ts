import { plainPart, plainText, rangeOf } from '../log/layouts/damage.js';
import type { Steps } from '../log/steps.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock } from '../log/text/perBlock.js';
import { blockNicks } from './identity.js';
import type { Place } from './model.js';
import { isWord } from './nameFinder.js';
import { mayContain, wordHashes } from './wordFilter.js';

/*
 * Where people are named in a log, by their nicks, ignoring case. Each block caches what was found in it, so an edit costs only
 * what it touches.
 */

/** A place of a name: in the column of those who speak, join and leave, or in a text that mentions them. */
export interface NamePlace extends Place {
  readonly kind: 'nick' | 'mention';
}

/** Prepares what `isNameIn` needs, in small steps. */
export function* readingNames({ blocks }: LogText): Steps<void> {
  for (const [index, block] of blocks.entries()) {
    if (index % blocksPerStep === 0) yield;
    blockNicks(block);
  }
}

/** Names that are searched for together: those of one person. */
export interface SearchedNames {
  /** Identifies them. */
  readonly key: string;
  /** Without case; each name is found where it is not part of a longer one. */
  readonly pattern: RegExp;
  /** In lower case. */
  readonly names: ReadonlySet<string>;
  /** The hashes of each name's words. */
  readonly hashes: readonly (readonly number[])[];
}

/** Prepares a search for names, ignoring case. */
export function searchFor(names: Iterable<string>): SearchedNames {
  // Some letters have several in lower case, so what is searched for is a name as it is written.
  const byKey = new Map<string, string>();
  for (const name of names)
    if (isSearchable(name) && !byKey.has(name.toLowerCase())) byKey.set(name.toLowerCase(), name);
  const longestFirst = [...byKey.values()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const escaped = longestFirst.map((name) => name.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`));
  return {
    key: longestFirst.join('\n'),
    pattern: new RegExp(escaped.length > 0 ? escaped.join('|') : '(?!)', 'giu'),
    names: new Set(byKey.keys()),
    hashes: longestFirst.map(wordHashes),
  };
}

/** No one has a longer nick, and looking for it would take time proportional to its length for each sign of a log. */
function isSearchable(name: string): boolean {
  return name !== '' && name.length <= 100;
}

/** All places of some names, in the order of the log; in small steps. */
export function* allNamePlaces(text: LogText, searched: SearchedNames): Steps<NamePlace[]> {
  const places: NamePlace[] = [];
  for (let index = 0; index < text.blocks.length; index++) {
    if (index % blocksPerStep === 0) yield;
    for (const place of placesIn(text, index, searched)) places.push(place);
  }
  return places;
}

/**
 * The places of names nearest to a line: at most this many from the line on, and as many above it. In the order of the log;
 * computed in small steps.
 */
export function* namePlaces(text: LogText, searched: SearchedNames, line: number, most: number): Steps<NamePlace[]> {
  const here = text.blockAt(line);
  const above: NamePlace[] = [];
  const below: NamePlace[] = [];
  for (let index = here; index < text.blocks.length && below.length < most; index++) {
    if (index % blocksPerStep === 0) yield;
    below.push(...placesIn(text, index, searched).filter((place) => place.line >= line));
  }
  for (let index = here; index >= 0 && above.length < most; index--) {
    if (index % blocksPerStep === 0) yield;
    const found = placesIn(text, index, searched).filter((place) => place.line < line);
    above.push(...found.reverse());
  }
  return [...above.slice(0, most).reverse(), ...below.slice(0, most)];
}

/** How many blocks are examined in a step. */
const blocksPerStep = 16;

/** For how many people a block caches their places. */
const peopleKept = 16;

/** The places of people by the key of their names; lines are relative to the start of the block. */
const blockPlaces = perBlock(() => new Map<string, readonly NamePlace[]>());

function placesIn(text: LogText, index: number, searched: SearchedNames): readonly NamePlace[] {
  const block = text.blocks[index];
  if (!block) return [];
  const known = blockPlaces(block);
  let places = known.get(searched.key);
  if (!places) {
    if (known.size === peopleKept) known.clear();
    places = placesOf(block, searched);
    known.set(searched.key, places);
  }
  if (places.length === 0) return places;
  const by = text.starts[index] ?? 0;
  return places.map((place) => ({ ...place, line: place.line + by }));
}

function placesOf(block: Block, searched: SearchedNames): NamePlace[] {
  const mentions = searched.hashes.some((hashes) => mayContain(block, hashes)) ? mentionPlaces(block, searched) : [];
  return [...nickPlaces(block, searched), ...mentions].sort((a, b) => a.line - b.line || a.start - b.start);
}

function nickPlaces(block: Block, { names }: SearchedNames): NamePlace[] {
  const { rows } = blockNicks(block);
  return Array.from(names).flatMap((name) =>
    (rows.get(name) ?? []).flatMap((row): NamePlace[] => {
      const { nickStart: start, nickEnd: end } = block.line(row);
      return end > start ? [{ kind: 'nick', line: row, start, end }] : [];
    }),
  );
}

/** Searches for the names first, and reads only the lines that contain one. */
function mentionPlaces(block: Block, { pattern }: SearchedNames): NamePlace[] {
  const places: NamePlace[] = [];
  for (const line of rowsWith(block, pattern)) {
    const { textStart, textEnd } = block.line(line);
    const part = plainPart(block.damage, block.bare(line), 0, textEnd);
    const isAddress = inUrls(part.text);
    for (const { 0: found, index } of part.text.matchAll(pattern)) {
      const to = index + found.length;
      const place = { line, ...rangeOf(part, index, to) };
      if (place.start < textStart || !standsAlone(part.text, index, to) || isAddress(index)) continue;
      places.push({ kind: 'mention', ...place });
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

/** Whether an offset of a text is in a URL, where a name is part of an address; fastest for offsets in their order. */
export function inUrls(text: string): (at: number) => boolean {
  const urls = Array.from(text.matchAll(/\w:\/\/\S*/g), ({ 0: url, index }) => ({
    start: index,
    end: index + url.length,
  }));
  let next = 0;
  return (at) => {
    if (at < (urls[next - 1]?.end ?? 0)) next = 0;
    while (at >= (urls[next]?.end ?? Number.POSITIVE_INFINITY)) next++;
    return at >= (urls[next]?.start ?? Number.POSITIVE_INFINITY);
  };
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
