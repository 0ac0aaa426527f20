import type { TreeTarget } from '../../protocol.js';
import type { MeetingDigest } from '../../workspace/logDigest.js';
import type { IndexedLogs } from '../../workspace/logIndex.js';
import { shown } from '../describe.js';

/** What trees need of their surroundings. */
export interface TreeContext {
  readonly logs: IndexedLogs;
  /** The name of a log for people: its path in the workspace. */
  readonly nameOf: (log: string) => string;
}

/** The title of a meeting without its channel, which trees show above it. */
export function titleOf({ title, channel }: MeetingDigest): string {
  const bare = channel !== null && title.startsWith(`${channel}: `) ? title.slice(channel.length + 2) : title;
  return shown(bare).trim() || 'Meeting';
}

/** A line of a log (1-based) for people: `logs/tea.log:12`. */
export function placeName({ nameOf }: TreeContext, { log, line }: { readonly log: string; readonly line: number }) {
  return `${shown(nameOf(log))}:${line}`;
}

/** The text of a line (1-based) of a log. */
export function targetAt({ logs }: TreeContext, log: string, line: number): TreeTarget {
  const [start, end] = logs.placeIn(log, line);
  return { uri: log, line: line - 1, start, end };
}

/** The text of a node, which must not be empty. */
export function labelOf(text: string): string {
  return shown(text).trim() || '(empty)';
}
