import type { Place } from '../log/place.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock, perObject } from '../log/text/perBlock.js';
import { readReply, startedPattern } from './dialects/replies.js';
import { commandAt, isTellingWord, startWords } from './dialects/words.js';
import { isMinutes } from './isMinutes.js';
import { isMostlyRead } from './readShare.js';

/*
 * A log in no known layout, in which someone starts a meeting. Of a log that someone names or opens, this is said wherever a line
 * may start one. Among the files of a folder are texts about commands, so most lines must begin alike: with as many words and
 * numbers, and the same signs between them.
 */

/** Where a meeting starts in a log that is not read. */
export interface UnreadStart extends Place {
  /** What is before the command, or on the line above a command without anything before it: so its layout looks. */
  readonly looks: string;
  /** Whether nothing is before the command. */
  readonly isAlone: boolean;
  /** Whether it is a command, not a bot's greeting. */
  readonly isCommand: boolean;
}

const startPattern = new RegExp(String.raw`(?:${startWords})(?![\w#-])`, 'i');
/** The same, and a bot's greeting. */
const signPattern = new RegExp(`${startPattern.source}|${startedPattern}`, 'i');
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

/** The first line of a log without a readable meeting that may start one; undefined if the log is read, or has no such line. */
export const unreadStart: (text: LogText) => UnreadStart | undefined = perObject((text) =>
  firstStart(text, (start, kind) => mayStart(text, start, kind)),
);

/** The same for a file that may be anything: most of its lines must begin alike. */
export const sureUnreadStart: (text: LogText) => UnreadStart | undefined = perObject((text) =>
  firstStart(
    text,
    ({ looks, isAlone }, kind) => !isAlone && kind === 'other' && isHead(looks) && startsMost(text, looks),
  ),
);

type Kind = ReturnType<Block['kind']>;

function firstStart(text: LogText, isOne: (start: UnreadStart, kind: Kind) => boolean): UnreadStart | undefined {
  for (const { block, start } of text.blocksFrom(0)) {
    for (const row of startRows(block)) {
      const found = startIn(text, start + row);
      if (found && isOne(found, block.kind(row)) && !isInMinutes(text)) return found;
    }
  }
  return undefined;
}

/** Rows that name a command that starts a meeting, or have a bot's greeting, and are not read as what someone says. */
const startRows = perBlock((block: Block): readonly number[] => {
  const rows: number[] = [];
  // Most blocks have none, and need not be read.
  if (!signPattern.test(block.toString())) return rows;
  for (let row = 0; row < block.size; row++)
    if (signPattern.test(block.bare(row)) && !isSaid(block, row)) rows.push(row);
  return rows;
});

/** Whether a layout reads a row so that the command or greeting in it counts, or as a client's note. */
function isSaid(block: Block, row: number): boolean {
  const { kind, nick, textStart } = block.line(row);
  if (kind === 'notice') return nick !== '';
  const text = block.bare(row);
  if (kind === 'message') return text.slice(textStart).trimStart().search(signPattern) <= 0;
  return !unreadKinds.has(kind);
}

const unreadKinds: ReadonlySet<Kind> = new Set(['other', 'continuation', 'heading']);

function startIn(text: LogText, line: number): UnreadStart | undefined {
  const row = text.text(line);
  const start = row.search(signPattern);
  const [sign = ''] = signPattern.exec(row) ?? [];
  const isCommand = startPattern.test(sign);
  if (isCommand ? !afterCommand.test(row.slice(start + sign.length)) : !isGreeting(row.slice(start))) return undefined;
  const looks = row.slice(0, start);
  const isAlone = looks.trim() === '';
  return {
    line,
    start,
    end: start + sign.trimEnd().length,
    looks: isAlone ? lineAbove(text, line) : looks,
    isAlone,
    isCommand,
  };
}

/** What may follow a command in formats that mark where a text ends. In programs, other signs follow words like commands. */
const afterCommand = /^(?:[\s"'<\\&]|$)/;

function isGreeting(said: string): boolean {
  const reply = readReply(said);
  return reply?.kind === 'started' && reply.isExact;
}

/** How many lines above a command are searched for one that is not blank. */
const mostAbove = 3;

function lineAbove(text: LogText, line: number): string {
  for (let at = line - 1; at >= Math.max(0, line - mostAbove); at--) {
    const row = text.text(at).trim();
    if (row !== '') return row;
  }
  return '';
}

/** Whether a meeting may start here in a log that someone takes for one. */
function mayStart(text: LogText, { looks, isAlone, isCommand }: UnreadStart, kind: Kind): boolean {
  // What is said can begin with more than its layout knows.
  if (kind === 'message') return isHead(looks) && startsMost(text, looks);
  // Wrapped text, or the first line of a bot's own log.
  if ((kind === 'continuation' || !isCommand) && isMostlyRead(text)) return false;
  return isAlone || (looks.length <= longestHead && /[^\p{L}\p{N}_/]$/u.test(looks) && !isProse(looks));
}

/** Whether a text before a command is a sentence, or marks it as code. */
function isProse(looks: string): boolean {
  return /`$|(?:^|\s)\p{L}\p{Ll}* \p{Ll}+ \p{Ll}+ ["'“‘(]?$/u.test(looks);
}

function isInMinutes({ blocks }: LogText): boolean {
  return isMinutes(blocks[0]?.toString() ?? '', blocks.at(-1)?.toString() ?? '');
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
    const head = pattern.exec(row)?.[0];
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
