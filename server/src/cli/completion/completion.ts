import type { Command } from 'commander';
import { bashCompletion } from './bashCompletion.js';
import { type CompletedCommand, completedCommands } from './completedCommands.js';
import { fishCompletion } from './fishCompletion.js';
import { zshCompletion } from './zshCompletion.js';

const scripts: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** The shells that have a script. */
export const shells: readonly string[] = Object.keys(scripts);

/** A script that makes a shell complete a program's commands, options and option values. */
export function completionScript(shell: string, program: Command): string {
  return scripts[shell]?.(completedCommands(program)) ?? '';
}
