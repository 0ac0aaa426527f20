import type { Place } from '../log/place.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock, perObject } from '../log/text/perBlock.js';
import { commandAt, isTellingWord, startWords } from './dialects/words.js';

/*
 * A log in no known layout, in which someone starts a meeting. Texts about commands have such lines as well, so most lines must
 * begin alike: with as many words and numbers, and the same signs between them.
 */

/** Where a meeting starts in a log that is not read. */
export interface UnreadStart extends Place {
  /** What is before the command: so its layout looks. */
  readonly looks: string;
}

const startPattern = new RegExp(String.raw`(?:${startWords})(?!\S)`, 'i');
/** What may be before a command: a stamp and a nick. */
const longestHead = 200;
/** How many of a log's first lines that are not blank are compared. */
const comparedLines = 300;
const fewestAlike = 3;
const enoughAlike = 0.5;
const fewestCommands = 2;
/** Without a stamp, which has at least three digits, more must be alike. */
const stampDigits = 3;
const enoughAlikeWithoutStamp = 0.7;
const fewestCommandsWithoutStamp = 3;

/** Whether a text may have such a line: a quick check for many files. */
export function mayBeUnread(text: string): boolean {
  return startPattern.test(text);
}

/** The first line of a log without a readable meeting that starts one; undefined if the log is read, or is not a log. */
export const unreadStart: (text: LogText) => UnreadStart | undefined = perObject((text) => {
  for (const { block, start } of text.blocksFrom(0)) {
    for (const row of startRows(block)) {
      const found = startIn(text, start + row);
      if (found) return found;
    }
  }
  return undefined;
});

/** Rows that are not read and name a command that starts a meeting. */
const startRows = perBlock((block: Block): readonly number[] => {
  const rows: number[] = [];
  // Most blocks have none, and need not be read.
  if (!startPattern.test(block.toString())) return rows;
  for (let row = 0; row < block.size; row++)
    if (block.kind(row) === 'other' && startPattern.test(block.bare(row))) rows.push(row);
  return rows;
});

function startIn(text: LogText, line: number): UnreadStart | undefined {
  const row = text.text(line);
  const start = row.search(startPattern);
  const looks = row.slice(0, start);
  const [word = ''] = startPattern.exec(row) ?? [];
  return isHead(looks) && startsMost(text, looks) ? { line, start, end: start + word.length, looks } : undefined;
}

/** Whether a text may be what a program writes before what is said: it names someone, and ends with a sign or space. */
function isHead(text: string): boolean {
  return (
    text.length <= longestHead && /\p{L}/u.test(text) && /[^\p{L}\p{N}\s]/u.test(text) && /[^\p{L}\p{N}_]$/u.test(text)
  );
}

/** Whether most lines begin like this one, and several of them go on with commands. */
function startsMost(text: LogText, looks: string): boolean {
  const { compared, heads, commands } = linesLike(text, patternOf(looks));
  const isEnough = (share: number, most: number) =>
    commands >= most && heads.length >= Math.max(fewestAlike, compared * share);
  if ((looks.match(/\d/g)?.length ?? 0) >= stampDigits) return isEnough(enoughAlike, fewestCommands);
  // Lists of commands begin with a number, a sign or the name of each.
  const names = new Set(heads.map((head) => /[\p{L}\p{N}_]+/u.exec(head)?.[0]));
  const namesSomeone = /^\p{L}/u.test(looks) && names.size < heads.length;
  return namesSomeone && isEnough(enoughAlikeWithoutStamp, fewestCommandsWithoutStamp);
}

/** The heads of the first lines that begin by a pattern, and how many of them are before commands. */
function linesLike(text: LogText, pattern: RegExp) {
  const heads: string[] = [];
  let [compared, commands] = [0, 0];
  for (let line = 0; line < text.lineCount && compared < comparedLines; line++) {
    const row = text.text(line);
    if (row.trim() === '') continue;
    compared++;
    const head = text.read(line).kind === 'other' ? pattern.exec(row)?.[0] : undefined;
    if (head === undefined) continue;
    heads.push(head);
    const parts = commandAt(row, head.length);
    if (parts && isTellingWord(row.slice(parts.start, parts.wordEnd))) commands++;
  }
  return { compared, heads, commands };
}

/** What begins like a text: any word or number in place of each of its own. */
function patternOf(looks: string): RegExp {
  const parts = looks.split(/([\p{L}\p{N}_]+)/u).map((part, index) => (index % 2 === 1 ? word : literal(part)));
  return new RegExp(`^${parts.join('')}`, 'u');
}

const word = String.raw`[\p{L}\p{N}_]{1,64}`;

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** Why a log without meetings is not read; undefined if it is. */
export function whyUnread(text: LogText): string | undefined {
  const found = unreadStart(text);
  return found && unreadMessage(found);
}

/** How the unread layout looks, for messages. */
export function unreadMessage({ looks }: Pick<UnreadStart, 'looks'>): string {
  return `No layout is known in which lines begin like “${looks.trim()}”: this log is not read.`;
}
