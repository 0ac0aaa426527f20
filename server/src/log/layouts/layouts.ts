import { bots } from './botLogs.js';
import { bracket } from './bracket.js';
import { colon } from './colon.js';
import { headings } from './headings.js';
import { irssi } from './irssi.js';
import type { Layout } from './layout.js';
import { tab } from './tab.js';

/** Every layout that Meetlog reads. Of two that read a log equally well, the first is taken. */
export const layouts: readonly Layout[] = [...bots, ...irssi, ...bracket, ...tab, ...colon, ...headings];

/** The layout of that name, or undefined. */
export function layoutNamed(name: string): Layout | undefined {
  return layouts.find((layout) => layout.name === name);
}
