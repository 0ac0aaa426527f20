import type { Command, Dialect, Rights } from './dialect.js';

/** How a relative of a bot differs from it. Commands are given by name; unknown names throw a RangeError. */
export interface Differences extends Partial<Omit<Dialect, 'commands' | 'name' | 'title'>> {
  readonly name: string;
  readonly title: string;
  /** The only commands that it kept, if not all. */
  readonly only?: readonly string[];
  /** Commands that it does not know. */
  readonly without?: readonly string[];
  /** Its own words for a command, as typed. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Its own rights for a command. */
  readonly rights?: Readonly<Record<string, Rights>>;
  /** Its own help for a command. */
  readonly help?: Readonly<Record<string, string>>;
  /** Its additional commands. */
  readonly add?: readonly Command[];
}

/** A bot derived from another. Everything else is inherited, except greeting and hints. */
export function relativeOf(other: Dialect, differences: Differences): Dialect {
  const { only, without = [], words = {}, rights = {}, help = {}, add = [], ...changes } = differences;
  const known = new Set(other.commands.map(({ name }) => name));
  for (const name of [...(only ?? []), ...without, ...[words, rights, help].flatMap(Object.keys)]) {
    if (!known.has(name)) throw new RangeError(`${other.name} has no command ${name}`);
  }
  const kept = other.commands.filter(({ name }) => (only?.includes(name) ?? true) && !without.includes(name));
  const { greeting: _, ...inherited } = other;
  return {
    ...inherited,
    hints: [],
    ...changes,
    commands: [...kept.map((command) => ({ ...command, ...changed(command.name, { words, rights, help }) })), ...add],
  };
}

function changed(name: string, { words, rights, help }: Required<Pick<Differences, 'words' | 'rights' | 'help'>>) {
  const own = { words: words[name], rights: rights[name], help: help[name] };
  return {
    ...(own.words && { words: own.words }),
    ...(own.rights && { rights: own.rights }),
    ...(own.help !== undefined && { help: own.help }),
  };
}

/* Commands that several bots of the family have in addition to MeetBot's. */

export const castVote: Command = {
  name: 'vote',
  words: ['#vote'],
  rights: 'anyone',
  argument: 'text',
  effect: 'castVote',
  help: 'Votes: for one of the options, or with +1 or anything else on a motion.',
};

export const closeVote: Command = {
  name: 'endvote',
  words: ['#endvote'],
  rights: 'chair',
  effect: 'closeVote',
  help: 'Closes the vote and records its result.',
};
