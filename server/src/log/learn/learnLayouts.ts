import type { Layout } from '../layouts/layout.js';
import { bareLength } from '../lineEnds.js';
import { commandsIn } from './commandSigns.js';
import { cueLayouts } from './cueFrame.js';
import { headedLayouts } from './headedFrame.js';
import { inlineLayouts } from './inlineFrame.js';

/*
 * A log in no known layout is read by what its lines share. Commands show where texts begin: what is before one in its line, or
 * else above it, is a head with a stamp, a name or both. Each form of head that is before enough commands makes a layout; the
 * caller decides which of them, or of the known ones, reads most.
 */

/** The layouts that lines suggest, most likely first; none without a command. Lines are without line ends and not blank. */
export function learntLayouts(all: readonly string[]): readonly Layout[] {
  const rows = all.map((row) => row.slice(row.startsWith('\uFEFF') ? 1 : 0, bareLength(row)));
  const commands = rows.map(commandsIn);
  if (commands.every(({ length }) => length === 0)) return [];
  const found = { rows, commands };
  return [...inlineLayouts(found), ...cueLayouts(found), ...headedLayouts(found)];
}
