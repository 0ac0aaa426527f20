import type { Command, Dialect, Rights } from '../meeting/dialects/dialect.js';
import { allCommands, dialects } from '../meeting/dialects/dialects.js';

/** How many bots have commands: people type labels to others. */
const withCommands = dialects.filter(({ commands }) => commands.length > 0).length;

/** A command, as shown in lists. */
export interface CommandRow extends Pick<Command, 'argument' | 'effect' | 'help'> {
  /** As typed, with the signs of all the bots that know it: `#topic`, `[topic]`, `!topic`. */
  readonly words: readonly string[];
  /** Who may give it, with exceptions for some bots: `chairs (maubot: anyone)`. */
  readonly givenBy: string;
  /** The names of the bots that know it, as in settings and options; `all` for every bot. */
  readonly bots: string;
}

/** The commands of all bots, in the order in which people meet them. */
export function commandRows(): CommandRow[] {
  return allCommands().map(({ command, dialects: known }) => ({
    ...command,
    words: [...new Set(known.flatMap((dialect) => likeIn(dialect, command).words))],
    givenBy: givenBy(command, known),
    bots: known.length === withCommands ? 'all' : namesOf(known),
  }));
}

function givenBy(command: Command, known: readonly Dialect[]): string {
  const others = known.filter((dialect) => likeIn(dialect, command).rights !== command.rights);
  const exceptions = others.length > 0 ? ` (${namesOf(others)}: ${people(otherThan(command.rights))})` : '';
  return people(command.rights) + exceptions;
}

/** The command in a dialect that has it. */
function likeIn({ commands }: Dialect, command: Command): Command {
  return commands.find(({ name }) => name === command.name) ?? command;
}

function otherThan(rights: Rights): Rights {
  return rights === 'chair' ? 'anyone' : 'chair';
}

function people(rights: Rights): string {
  return rights === 'chair' ? 'chairs' : rights;
}

function namesOf(known: readonly Dialect[]): string {
  return known.map(({ name }) => name).join(', ');
}
