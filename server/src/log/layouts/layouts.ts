import { bots } from './botLogs.js';
import { bracket } from './bracket.js';
import { colon } from './colon.js';
import { headings } from './headings.js';
import { irssi } from './irssi.js';
import type { Layout } from './layout.js';
import { tab } from './tab.js';

/** Every layout that Meetlog reads. If two read a log equally well, the first is used. */
export const layouts: readonly Layout[] = [...bots, ...irssi, ...bracket, ...tab, ...colon, ...headings];

/** The layout with this name, or undefined. */
export function layoutNamed(name: string): Layout | undefined {
  return layouts.find((layout) => layout.name === name);
}
