import type { Command, Dialect, Rights } from './dialect.js';

/** How a relative of a bot differs from it. Commands are called by their names; one that is not there is a RangeError. */
export interface Differences extends Partial<Omit<Dialect, 'commands' | 'name' | 'title'>> {
  readonly name: string;
  readonly title: string;
  /** The only commands that it kept. */
  readonly only?: readonly string[];
  /** Commands that it does not know. */
  readonly without?: readonly string[];
  /** Words that it wants instead, as they are typed. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Who may give a command instead. */
  readonly rights?: Readonly<Record<string, Rights>>;
  /** Commands that it has beside them. */
  readonly add?: readonly Command[];
}

/** A bot that was made from another. All that is not named is as in the other one, except its greeting and hints. */
export function relativeOf(other: Dialect, differences: Differences): Dialect {
  const { only, without = [], words = {}, rights = {}, add = [], ...changes } = differences;
  const known = new Set(other.commands.map(({ name }) => name));
  for (const name of [...(only ?? []), ...without, ...Object.keys(words), ...Object.keys(rights)]) {
    if (!known.has(name)) throw new RangeError(`${other.name} has no command ${name}`);
  }
  const kept = other.commands.filter(({ name }) => (only?.includes(name) ?? true) && !without.includes(name));
  const { greeting: _, ...inherited } = other;
  return {
    ...inherited,
    hints: [],
    ...changes,
    commands: [...kept.map((command) => ({ ...command, ...changed(command.name, words, rights) })), ...add],
  };
}

function changed(name: string, words: NonNullable<Differences['words']>, rights: NonNullable<Differences['rights']>) {
  const own = words[name];
  const who = rights[name];
  return { ...(own && { words: own }), ...(who && { rights: who }) };
}

/*
 * Commands that several bots of the family have beside MeetBot's.
 */

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
