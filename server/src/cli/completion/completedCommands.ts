import type { Command, Option } from 'commander';
import { ChoiceOption } from '../choices.js';

/** A command, as completed by shells. */
export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  /** What it takes: files and folders, one of a set of values, or nothing. */
  readonly takes: 'files' | readonly string[] | undefined;
  readonly options: readonly CompletedOption[];
}

/** An option, as completed by shells. */
export interface CompletedOption {
  /** With its dashes; undefined if there is none. */
  readonly short: string | undefined;
  readonly long: string;
  readonly about: string;
  /** Its value: a file or folder, one of a set of values, any text, or no value. */
  readonly takes: 'files' | 'text' | readonly string[] | undefined;
  /** It may have several values, separated by commas, and may be repeated. */
  readonly isMany: boolean;
}

/** The commands of a program, as completed by shells. */
export function completedCommands(program: Command): readonly CompletedCommand[] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  return commands.map((command) => ({
    name: command.name(),
    about: help.subcommandDescription(command),
    takes: argumentsOf(command, commands),
    options: help.visibleOptions(command).map(completedOption),
  }));
}

function argumentsOf({ registeredArguments }: Command, commands: readonly Command[]): CompletedCommand['takes'] {
  const [first] = registeredArguments;
  if (!first) return undefined;
  if (registeredArguments.some(({ variadic }) => variadic)) return 'files';
  return first.argChoices ?? commands.map((command) => command.name()).filter((name) => name !== 'help');
}

function completedOption(option: Option): CompletedOption {
  const { short, long = '', description, required, flags } = option;
  const value = /<(?:file|path)>/.test(flags) ? 'files' : 'text';
  return {
    short,
    long,
    about: description.replace(/ \(default[^()]*\)/, ''),
    takes: option instanceof ChoiceOption ? option.values : required ? value : undefined,
    isMany: option instanceof ChoiceOption && option.isMany,
  };
}

/** Quotes a text as one word for POSIX shells. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
