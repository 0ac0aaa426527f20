import { slipDistance } from '../slipDistance.js';
import type { BotName } from './bots.js';
import { originalCommands } from './originalCommands.js';
import { otherCommands } from './otherCommands.js';

/** What an item of the minutes is, as the bots print it. */
export type ItemType =
  | 'TOPIC'
  | 'SUBTOPIC'
  | 'AGREED'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'FAILED'
  | 'INCONCLUSIVE'
  | 'DONE'
  | 'ACTION'
  | 'INFO'
  | 'IDEA'
  | 'HELP'
  | 'LINK'
  | 'MOTION'
  | 'VOTE';

/** What a command does to a meeting: it adds an item of that type, or takes that step of the replay. */
export type Effect =
  | ItemType
  | 'start'
  | 'end'
  | 'title'
  | 'name'
  | 'chair'
  | 'unchair'
  | 'nick'
  | 'here'
  | 'undo'
  | 'openVote'
  | 'castVote'
  | 'closeVote'
  | 'voters'
  | 'votesRequired'
  | 'none';

/** One command: a row of the table. */
export interface Command {
  /** The word behind the `#`; further words are aliases. Bots ignore its case. */
  readonly names: readonly [string, ...string[]];
  /** Who may give it. Given by anybody else, a bot ignores it without a word. */
  readonly rights: 'anyone' | 'chair';
  /** What follows the word, if anything does. */
  readonly argument?: 'text' | 'nicks' | 'link';
  /** Whether the command is of no use without its argument. */
  readonly argumentNeeded?: true;
  readonly effect: Effect;
  /** What it does, in one sentence. */
  readonly help: string;
  /** Words that people type for it although no bot knows them. */
  readonly slips?: readonly string[];
  /** The bots that know it; without them, every bot of MeetBot's family does. */
  readonly only?: readonly BotName[];
  /** The words by which a bot knows it, where they are not all `names`; none where it does not. */
  readonly namesIn?: Partial<Readonly<Record<BotName, readonly string[]>>>;
  /** Who may give it to a bot that differs from the others. */
  readonly rightsIn?: Partial<Readonly<Record<BotName, Command['rights']>>>;
}

/** The table of commands: those of MeetBot, and then those that only other bots know. */
export const commands: readonly Command[] = [...originalCommands, ...otherCommands];

/** Words of bots beyond the table. MeetBot ignores them, but nobody mistyped them. */
const strangeWords: ReadonlySet<string> = new Set(
  'addtopic cleartopics comment listtopics nexttopic poptopic pushtopic rollcall'.split(' '),
);

/** The words by which a bot knows a command, as it wants them: without the `#`, but with the signs of other bots. */
export function namesFor({ names, only, namesIn }: Command, bot: BotName): readonly string[] {
  const own = namesIn?.[bot];
  if (own) return own;
  return only ? (only.includes(bot) ? names : []) : bot === 'maubot' ? [] : names;
}

const tables = new Map<BotName, ReadonlyMap<string, Command>>();

function tableOf(bot: BotName): ReadonlyMap<string, Command> {
  let table = tables.get(bot);
  if (!table) {
    const rows = commands.flatMap((command) =>
      namesFor(command, bot).map((name) => [name, withRights(command, bot)] as const),
    );
    table = new Map(rows);
    tables.set(bot, table);
  }
  return table;
}

function withRights(command: Command, bot: BotName): Command {
  const rights = command.rightsIn?.[bot];
  return rights ? { ...command, rights } : command;
}

/** The command that a word names to a bot, in any case, but for maubot; undefined if none does. */
export function commandNamed(word: string, bot: BotName = 'meetbot'): Command | undefined {
  return tableOf(bot).get(bot === 'maubot' ? word : word.toLowerCase());
}

/** Whether any bot knows a word. */
export function isKnownWord(word: string): boolean {
  const typed = word.toLowerCase();
  return commands.some(
    ({ names, namesIn = {} }) => names.includes(typed) || Object.values(namesIn).some((own) => own.includes(typed)),
  );
}

/**
 * The name of the command that somebody meant with a word that no bot knows: one of its known slips, or a name that is a
 * few keys away (the more, the longer the name). Undefined for words that are most likely talk.
 */
export function meantBy(word: string, bot: BotName = 'meetbot'): string | undefined {
  const typed = word.toLowerCase();
  if (!/^[a-z]/.test(typed) || strangeWords.has(typed) || isKnownWord(typed)) return undefined;
  const known = commands.find(({ slips, only }) => !only && slips?.includes(typed));
  if (known) return known.names[0];
  const near = [...tableOf(bot).keys()]
    .filter((name) => /^[a-z]/.test(name))
    .map((name) => ({ name, distance: slipDistance(typed, name) }))
    .filter(({ name, distance }) => distance <= allowedSlips(name))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

function allowedSlips(name: string): number {
  if (name.length < 6) return 1;
  return name.length < 10 ? 2 : 3;
}

/** Where the parts of a command stand in its line: UTF-16 offsets, ends exclusive. */
export interface CommandParts {
  /** The `#`. */
  readonly start: number;
  readonly wordEnd: number;
  /** Where the argument begins, behind the blanks that follow the word. */
  readonly argumentStart: number;
}

const commandStart = /#(\w+)[ \t]*/y;
const bracketStart = /\[(\w{2,16})\][ \t]*/y;
const signStart = /[!^]([a-z]{1,16})(?=\s|$)[ \t]*/y;

/** Reads a command at an offset of a line, as MeetBot does: `#`, the longest run of ASCII word characters, the rest. */
export function commandAt(text: string, start: number): CommandParts | undefined {
  return partsBy(commandStart, text, start, 1);
}

/** Reads a command with the signs of other bots: `[TOPIC]`, `!topic`, `^action`. Undefined where no bot knows it. */
export function signedCommandAt(text: string, start: number): CommandParts | undefined {
  const parts = partsBy(text[start] === '[' ? bracketStart : signStart, text, start, text[start] === '[' ? 2 : 1);
  return parts && isKnownWord(text.slice(start, parts.wordEnd)) ? parts : undefined;
}

function partsBy(pattern: RegExp, text: string, start: number, signs: number): CommandParts | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, word = ''] = match;
  return { start, wordEnd: start + signs + word.length, argumentStart: start + whole.length };
}
