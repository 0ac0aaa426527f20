import { perObject } from '../../log/text/perBlock.js';
import type { Command, Dialect } from './dialect.js';
import { dialects, original } from './dialects.js';

/* How commands are typed. A word includes its sign: `#topic`, `[topic]`, `!topic`, `^action`. */

const tableOf = perObject(
  ({ commands }: Dialect): ReadonlyMap<string, Command> =>
    new Map(commands.flatMap((command) => command.words.map((word) => [word, command] as const))),
);

/** Finds the commands of a dialect, like `commandNamed`, but for very many words. */
export function commandFinder(dialect: Dialect): (word: string) => Command | undefined {
  const table = tableOf(dialect);
  return dialect.isCaseSensitive ? (word) => table.get(word) : (word) => table.get(word.toLowerCase());
}

/** The command that a word means in a dialect; undefined if there is none. Most bots ignore the case of words. */
export function commandNamed(word: string, dialect: Dialect = original): Command | undefined {
  return commandFinder(dialect)(word);
}

const knownWords: ReadonlySet<string> = new Set(dialects.flatMap((dialect) => [...tableOf(dialect).keys()]));

/** Whether any bot knows a word, in any case. */
export function isKnownWord(word: string): boolean {
  return knownWords.has(word.toLowerCase());
}

/** Whether a word starts a meeting in any dialect. */
export function startsMeeting(word: string): boolean {
  return dialects.some((dialect) => commandNamed(word, dialect)?.effect === 'start');
}

/** Whether a word ends a meeting in any dialect. */
export function endsMeeting(word: string): boolean {
  return dialects.some((dialect) => commandNamed(word, dialect)?.effect === 'end');
}

/** The words that show a meeting wherever they are typed: those of bots whose sign no other program uses. */
const tellingWords: ReadonlySet<string> = new Set(
  dialects.filter(({ hasCommonSign }) => !hasCommonSign).flatMap((dialect) => [...tableOf(dialect).keys()]),
);

/** Whether a text is a word of such a bot, in any case. */
export function isTellingWord(word: string): boolean {
  return tellingWords.has(word.toLowerCase());
}

/** A word as people type it: those in brackets in capitals. */
export function shownWord(word: string): string {
  return word.startsWith('[') ? word.toUpperCase() : word;
}

/** A word without its sign. */
export function bareOf(word: string): string {
  return word.replace(/^[^a-z]|\]$/gi, '');
}

/** The start of anything that may be a command: `#` and a letter, or a word with another bot's sign. */
export const commandPattern: string = [
  '#[a-z]',
  ...[...knownWords].filter((word) => !word.startsWith('#')).map(escaped),
].join('|');

/** The words that start a meeting, as a regular expression. */
export const startWords: string = [...knownWords].filter(startsMeeting).map(escaped).join('|');

/** Where the parts of a command are in its line: UTF-16 offsets, ends exclusive. */
export interface CommandParts {
  /** The sign. */
  readonly start: number;
  readonly wordEnd: number;
  /** Where the argument begins, after the spaces that follow the word. */
  readonly argumentStart: number;
}

const signs = new Set([...knownWords].map((word) => word.charAt(0)));

/** The code units with which a command can begin. */
export const signCodes: readonly number[] = [...signs].map((sign) => sign.charCodeAt(0));

const commandStart = /(#\w+)[ \t]*/y;
const bracketStart = /(\[\w{2,16}\])[ \t]*/y;
const plainSigns = [...signs].filter((sign) => !'#['.includes(sign)).map(escaped);
const signStart = new RegExp(String.raw`([${plainSigns.join('')}][a-z]{1,16})(?=\s|$)[ \t]*`, 'y');

/**
 * Parses a command at an offset of a line. With `#`, any word is a command, as for MeetBot: the longest run of ASCII word
 * characters, followed by its argument. With another sign, only words that some bot knows are. Undefined for anything else.
 */
export function commandAt(text: string, start: number): CommandParts | undefined {
  if (text[start] === '#') return partsBy(commandStart, text, start);
  const parts = partsBy(text[start] === '[' ? bracketStart : signStart, text, start);
  return parts && isKnownWord(text.slice(start, parts.wordEnd)) ? parts : undefined;
}

function partsBy(pattern: RegExp, text: string, start: number): CommandParts | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, word = ''] = match;
  return { start, wordEnd: start + word.length, argumentStart: start + whole.length };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, String.raw`\$&`);
}
