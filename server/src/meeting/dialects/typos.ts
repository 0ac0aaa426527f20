import { perObject } from '../../log/text/perBlock.js';
import { slipDistance } from '../slipDistance.js';
import type { Dialect } from './dialect.js';
import { original } from './dialects.js';
import { isKnownWord } from './words.js';

/** Words of bots that Meetlog does not know. Others ignore them, but nobody mistyped them. */
const strangeWords: ReadonlySet<string> = new Set(
  'addtopic cleartopics comment listtopics nexttopic poptopic pushtopic rollcall'.split(' '),
);

const hashWords = perObject(({ commands }: Dialect) =>
  commands.flatMap(({ words }) => words.filter((word) => word.startsWith('#'))),
);

/**
 * The word of the command, with its `#`, that someone meant by a word after a `#` that no bot knows: a command for which it
 * is a known slip, or one of the dialect that is a few keys away (the more, the longer it is). Undefined for words that are most
 * likely talk.
 */
export function meantBy(word: string, dialect: Dialect = original): string | undefined {
  const typed = word.toLowerCase();
  if (!/^[a-z]/.test(typed) || strangeWords.has(typed) || isKnownWord(`#${typed}`)) return undefined;
  const known = original.commands.find(({ slips }) => slips?.includes(typed));
  if (known) return known.words[0];
  const near = hashWords(dialect)
    .map((name) => ({ name, distance: slipDistance(typed, name.slice(1)) }))
    .filter(({ name, distance }) => distance <= allowedSlips(name.slice(1)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

function allowedSlips(name: string): number {
  if (name.length < 6) return 1;
  return name.length < 10 ? 2 : 3;
}
