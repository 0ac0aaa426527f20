import { elementAt } from '../indexing.js';
import { type Layout, relayedNick } from '../layouts/layout.js';
import { bareLength } from '../lineEnds.js';
import { isSpoken, type LogLine } from '../logLine.js';

/** A nick is a bridge if it repeats what this many others say. */
const enoughRelayed = 2;

/** The same layout with the bridges that a log's first rows show. */
export function withRelays(layout: Layout, rows: readonly string[], lines: readonly LogLine[]): Layout {
  // Below a heading, no one speaks for others.
  if (layout.below) return layout;
  const others = new Map<string, Set<string>>();
  for (const [index, line] of lines.entries()) {
    const row = elementAt(rows, index);
    const relayed = isSpoken(line) && relayedNick.exec(row.slice(line.textStart, bareLength(row)))?.[1];
    if (relayed) others.set(line.nick, (others.get(line.nick) ?? new Set()).add(relayed));
  }
  const relays = [...others].flatMap(([nick, speakers]) => (speakers.size < enoughRelayed ? [] : [nick]));
  return relays.length === 0 ? layout : { ...layout, relays: new Set(relays) };
}

/** Whether two layouts have the same bridges. */
export function areSameRelays({ relays: one = new Set() }: Layout, { relays: other = new Set() }: Layout): boolean {
  return one.size === other.size && [...other].every((relay) => one.has(relay));
}
