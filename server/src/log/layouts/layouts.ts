import { bots } from './botLogs.js';
import { bracket } from './bracket.js';
import { colon } from './colon.js';
import { datedBracket } from './datedBracket.js';
import { headings } from './headings.js';
import { irssi } from './irssi.js';
import type { Layout } from './layout.js';
import { looseLayouts } from './loose.js';
import { withOddLines } from './oddLines.js';
import { tab } from './tab.js';

/** Every layout that Meetlog detects. If two read a log equally well, the first is used. */
export const layouts: readonly Layout[] = [
  ...bots,
  ...irssi,
  ...bracket,
  ...tab,
  ...colon,
  datedBracket,
  ...headings,
].map(withOddLines);

/** Every layout that can be chosen. */
export const allLayouts: readonly Layout[] = [...layouts, ...looseLayouts];

/** The layout with this name, or undefined. */
export function layoutNamed(name: string): Layout | undefined {
  return allLayouts.find((layout) => layout.name === name);
}
