import { perObject } from '../../log/text/perBlock.js';
import { slipDistance } from '../slipDistance.js';
import type { Dialect } from './dialect.js';
import { original } from './dialects.js';
import { isKnownWord } from './words.js';

/** Words of bots that Meetlog does not know. Other bots ignore them, but they are not typos. */
const strangeWords: ReadonlySet<string> = new Set(
  'addtopic cleartopics comment listtopics nexttopic poptopic pushtopic rollcall'.split(' '),
);

const hashWords = perObject(({ commands }: Dialect) =>
  commands.flatMap(({ words }) => words.filter((word) => word.startsWith('#'))),
);

/**
 * The command word, with its `#`, that someone probably meant by an unknown word after `#`: a command that it is a known typo of,
 * or one of the dialect that is a few keystrokes away (more for longer words). Undefined for words that are most likely talk.
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
