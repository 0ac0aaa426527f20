import type { Command, Dialect } from './dialect.js';
import { fedora } from './fedora.js';
import { hcoop } from './hcoop.js';
import { maubot } from './maubot.js';
import { meetbot } from './meetbot.js';
import { meetingology } from './meetingology.js';
import { opendev } from './opendev.js';
import { sopel } from './sopel.js';
import { w3c } from './w3c.js';

/** The dialect of a log that does not show which bot was there; bug-compatible minutes repeat its bugs. */
export const original = meetbot;

/** Every dialect, the original first; the first one wins in a tie. */
export const dialects: readonly Dialect[] = [original, opendev, fedora, hcoop, meetingology, maubot, sopel, w3c];

/** The dialect with this name, or undefined. */
export function dialectNamed(name: string): Dialect | undefined {
  return dialects.find((dialect) => dialect.name === name);
}

/** A command and the dialects that have it, perhaps with other words. */
export interface CommandOfDialects {
  /** The command in the first of these dialects. */
  readonly command: Command;
  readonly dialects: readonly Dialect[];
}

/** The commands of all dialects. Those with the same name and effect are one row, at the position of the first. */
export function allCommands(): CommandOfDialects[] {
  const rows = new Map<string, { command: Command; dialects: Dialect[] }>();
  for (const dialect of dialects) {
    for (const command of dialect.commands) {
      const key = `${command.name} ${command.effect}`;
      const row = rows.get(key);
      if (row) row.dialects.push(dialect);
      else rows.set(key, { command, dialects: [dialect] });
    }
  }
  return [...rows.values()];
}
