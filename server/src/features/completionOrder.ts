import type { Command, Dialect } from '../meeting/dialects/dialect.js';

/**
 * The commands by how often they were given in about eighty real logs, most often first. Those that were not are behind them, in
 * the order of the dialect.
 */
const byUse: readonly string[] = [
  'topic',
  'info',
  'startmeeting',
  'action',
  'endmeeting',
  'link',
  'chair',
  'here',
  'meetingname',
  'agreed',
  'undo',
  'vote',
  'endvote',
  'startvote',
  'meetingtopic',
];

/** The commands of a dialect, those given most first. */
export function byFrequency({ commands }: Dialect): Command[] {
  const rank = ({ name }: Command) => {
    const index = byUse.indexOf(name);
    return index < 0 ? byUse.length : index;
  };
  return commands.toSorted((a, b) => rank(a) - rank(b));
}
