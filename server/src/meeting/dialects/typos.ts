import { perObject } from '../../log/text/perBlock.js';
import { slipDistance } from '../slipDistance.js';
import type { Dialect } from './dialect.js';
import { original } from './dialects.js';
import { bareOf, commandNamed, isKnownWord } from './words.js';

/** Words of bots that Meetlog does not know. Other bots ignore them, but they are not typos. */
const strangeWords: ReadonlySet<string> = new Set(
  'addtopic cleartopics comment listtopics nexttopic poptopic pushtopic rollcall'.split(' '),
);

/** Commands that come closest to one that a bot does not have, by name. */
const standIns: Readonly<Record<string, string>> = { agreed: 'accepted', agree: 'accepted', rejected: 'failed' };

/** A command that someone probably meant by a word. */
export interface Slip {
  /** The bot's word for it, with its sign; if it has none, the usual one. */
  readonly word: string;
  /** Whether the bot has this command, or one that comes close. */
  readonly isKnown: boolean;
}

/** The words of a dialect, and the same without signs. Short ones are close to too many others. */
const wordsOf = perObject(({ commands }: Dialect) =>
  commands
    .flatMap(({ words }) => words)
    .map((word) => ({ word, bare: bareOf(word) }))
    .filter(({ word, bare }) => word.startsWith('#') || (bare.length >= 4 && !word.startsWith('['))),
);

/**
 * The command that someone probably meant by an unknown word: one that it is a known slip for, or one of the dialect that is a
 * few keystrokes away (more for longer words). Undefined for words that are most likely talk. `typed` has its sign.
 */
export function slipIn(typed: string, dialect: Dialect): Slip | undefined {
  const sign = typed.charAt(0);
  const bare = typed.slice(1).toLowerCase();
  if (!/^[a-z]/.test(bare) || strangeWords.has(bare) || isKnownWord(sign + bare)) return undefined;
  // Other bots have short commands with other signs.
  const known = sign !== '!' && sign !== '.' ? bare.length > 0 : bare.length > 5;
  const slip = known && original.commands.find(({ slips }) => slips?.includes(bare));
  if (slip) return slipFor(slip.name, slip.words[0] ?? '', dialect);
  const near = nearest(typed, dialect);
  if (near !== undefined) return { word: near, isKnown: true };
  const usual = sign === '#' ? nearest(typed, original) : undefined;
  return usual === undefined ? undefined : slipFor(commandNamed(usual)?.name ?? '', usual, dialect);
}

/** The word of a dialect that is the fewest keystrokes away; in a tie, one with the same sign. */
function nearest(typed: string, dialect: Dialect): string | undefined {
  const sign = typed.charAt(0);
  const bare = typed.slice(1).toLowerCase();
  const near = wordsOf(dialect)
    .map(({ word, bare: other }) => ({ word, other, distance: slipDistance(bare, other) }))
    .filter(({ other, distance }) => distance > 0 && distance <= allowedSlips(other))
    .sort((a, b) => a.distance - b.distance || Number(b.word.startsWith(sign)) - Number(a.word.startsWith(sign)));
  return near[0]?.word;
}

/** The word of a dialect for a command, given by its name and usual word, or for its stand-in. */
function slipFor(name: string, usual: string, dialect: Dialect): Slip {
  const own = wordFor(name, dialect) ?? wordFor(standIns[name] ?? '', dialect);
  return { word: own ?? usual, isKnown: own !== undefined };
}

function wordFor(name: string, { commands }: Dialect): string | undefined {
  return commands.find((command) => command.name === name)?.words[0];
}

/** The bot's word for what someone meant by a word after `#`; see `slipIn`. */
export function meantBy(word: string, dialect: Dialect = original): string | undefined {
  const slip = slipIn(`#${word}`, dialect);
  return slip?.isKnown ? slip.word : undefined;
}

/** The command that a bot has instead of another bot's, as HCoop's has `#accepted` for `#agreed`; undefined if it has none. */
export function standInFor(word: string, dialect: Dialect): string | undefined {
  return isKnownWord(word) ? wordFor(standIns[bareOf(word).toLowerCase()] ?? '', dialect) : undefined;
}

function allowedSlips(name: string): number {
  if (name.length < 6) return 1;
  return name.length < 10 ? 2 : 3;
}
