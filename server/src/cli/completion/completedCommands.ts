import type { Command, Option } from 'commander';
import { ChoiceOption } from '../choices.js';

/** A command as shells complete it. */
export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  /** What it takes: files and folders, one of some values, or nothing. */
  readonly takes: 'files' | readonly string[] | undefined;
  readonly options: readonly CompletedOption[];
}

/** An option as shells complete it. */
export interface CompletedOption {
  /** With its dashes; nothing if it has none. */
  readonly short: string | undefined;
  readonly long: string;
  readonly about: string;
  /** Its value: a file or folder, one of some values, any text, or none at all. */
  readonly takes: 'files' | 'text' | readonly string[] | undefined;
  /** Several values are separated by commas, and the option may be given again. */
  readonly isMany: boolean;
}

/** The commands of a program as shells complete them. */
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

function argumentsOf(
  { registeredArguments: [first] }: Command,
  commands: readonly Command[],
): CompletedCommand['takes'] {
  if (!first) return undefined;
  if (first.variadic) return 'files';
  return first.argChoices ?? commands.map((command) => command.name()).filter((name) => name !== 'help');
}

function completedOption(option: Option): CompletedOption {
  const { short, long = '', description, required, flags } = option;
  const value = /<(?:file|path)>/.test(flags) ? 'files' : 'text';
  return {
    short,
    long,
    about: description.replace(/ \(default[^)]*\)/, ''),
    takes: option instanceof ChoiceOption ? option.values : required ? value : undefined,
    isMany: option instanceof ChoiceOption && option.isMany,
  };
}

/** A text as one word of a shell that knows single quotes as POSIX does. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
